/** What anybody may react with (Bot API, ReactionTypeEmoji). */
export const REACTION_EMOJI: ReadonlySet<string> = new Set(
	"👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡".split(
		" ",
	),
);

/** Telegram writes them without the variation selector that keyboards add. */
export const plainEmoji = (emoji: string) => emoji.replaceAll("\u{FE0F}", "");
