const name = "owner_key";

/** The bootstrap key, for as long as the tab is open. */
export const ownerKey = {
	get: () => sessionStorage.getItem(name),
	set: (key: string) => sessionStorage.setItem(name, key),
	forget: () => sessionStorage.removeItem(name),
};
