import en from "./texts/en.ftl";
import fr from "./texts/fr.ftl";
import pt from "./texts/pt.ftl";
import ru from "./texts/ru.ftl";

export const texts = { en, pt, ru, fr };
