/** A number with its noun, in what is for staff only and so in English. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
