export { ChatPair } from "./chat-pair.ts";
export { Matchmaker } from "./matchmaker.ts";
export { Pacer } from "./pacer.ts";
export { Person } from "./person.ts";
