/** One person of a simulator, driven through its control interface. */
export class Person {
	readonly #url: string;
	readonly #bot: number;
	readonly id: number;

	private constructor(url: string, bot: number, id: number) {
		this.#url = url;
		this.#bot = bot;
		this.id = id;
	}

	/** Somebody new at Telegram, who has done nothing yet. */
	static async create(url: string, bot: number, name: string): Promise<Person> {
		const { user } = await control<{ user: { id: number } }>(`${url}/control/users`, { first_name: name });
		return new Person(url, bot, user.id);
	}

	/** Who lives there from the start: the first of them is an owner. */
	static async first(url: string, bot: number): Promise<Person> {
		const { users } = await control<{ users: { id: number }[] }>(`${url}/control/state`);
		return new Person(url, bot, users[0]?.id ?? 0);
	}

	/** Somebody with a profile. */
	static async join(url: string, bot: number, name: string, gender: string): Promise<Person> {
		const person = await Person.create(url, bot, name);
		await person.start();
		await person.hears("Which language");
		await person.press("🇬🇧 English");
		await person.hears("What is your gender?");
		await person.press(gender);
		await person.hears("How old are you?");
		await person.say("30");
		await person.hears("You're all set");
		return person;
	}

	start = (payload?: string) => this.#act("start", { bot: this.#bot, ...(payload ? { payload } : {}) });
	say = (text: string) => this.#act("send", { chat: this.#bot, text });
	press = (text: string) => this.#act("press", { chat: this.#bot, text });

	async hears(text: string): Promise<void> {
		const query = new URLSearchParams({ chat: String(this.#bot), contains: text, timeout: "120000" });
		await control(`${this.#url}/control/users/${this.id}/wait?${query}`);
	}

	#act = (what: string, body: unknown) => control(`${this.#url}/control/users/${this.id}/${what}`, body);
}

export async function control<T>(url: string, body?: unknown): Promise<T> {
	const response = await fetch(url, {
		method: body === undefined ? "GET" : "POST",
		headers: { "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
	return response.json() as Promise<T>;
}
