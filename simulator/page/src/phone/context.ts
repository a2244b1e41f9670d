import { createContext, useContext } from "react";
import type { Purchase } from "../payments/purchase.ts";
import type { SeenMessage, SendBody, User } from "../types.ts";

/** What any part of one person's phone may do. */
export type PhoneTools = {
	user: User;
	openChat: (chat: number | null) => void;
	/** A t.me link acts inside the phone, any other opens a tab. */
	openLink: (url: string) => void;
	/** Opens the sheet that asks whether to pay. */
	buy: (purchase: Purchase) => void;
	toast: (text: string) => void;
	alert: (text: string) => void;
	/** Runs an action; what the simulator refuses is shown as a toast. Answers whether it went well. */
	attempt: (action: () => Promise<unknown>) => Promise<boolean>;
};

/** What a message may do in the chat it is shown in. */
export type ChatTools = {
	chat: number;
	send: (body: Omit<SendBody, "chat">) => Promise<boolean>;
	reply: (message: SeenMessage) => void;
	edit: (message: SeenMessage) => void;
	forward: (message: SeenMessage) => void;
	scrollTo: (messageId: number) => void;
	prefill: (text: string) => void;
};

function missing(): never {
	throw new Error("Used outside of a phone");
}

export const PhoneContext = createContext<PhoneTools | null>(null);
export const ChatContext = createContext<ChatTools | null>(null);
export const usePhone = (): PhoneTools => useContext(PhoneContext) ?? missing();
export const useChat = (): ChatTools => useContext(ChatContext) ?? missing();
