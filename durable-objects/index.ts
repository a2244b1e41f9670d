export { ChatPair } from "./chat-pair.ts";
export { Matchmaker } from "./matchmaker.ts";
export { Person } from "./person.ts";
