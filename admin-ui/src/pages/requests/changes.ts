/** What a decision makes out of date. */
export const changes = [["inbox"], ["payments"], ["person"], ["people"], ["stats"], ["audit"]];
