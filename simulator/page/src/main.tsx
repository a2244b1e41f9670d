import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/overlays.css";
import "./styles/phone.css";
import "./styles/wallpaper.css";
import "./styles/composer.css";
import "./styles/message.css";
import "./styles/text.css";
import "./styles/media.css";
import "./styles/reactions.css";
import "./styles/payments.css";
import "./styles/panels.css";
import "./styles/world.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
