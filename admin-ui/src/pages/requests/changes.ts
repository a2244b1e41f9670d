/** What a decision makes out of date. */
export const changes = [["inbox"], ["requests"], ["payments"], ["person"], ["people"], ["stats"], ["audit"]];
