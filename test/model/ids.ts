let made = 0;

/** Ids that sort by the order in which they were made, as TypeIDs do by time. */
export const typeid = (prefix: string): string => {
	made += 1;
	return `${prefix}_${String(made).padStart(26, "0")}`;
};

export const restartIds = () => {
	made = 0;
};
