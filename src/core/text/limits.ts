/** Largest file that is opened, in bytes: a signed check list has some hundred kilobytes. */
export const mostFileBytes = 20 * 1024 * 1024;

/** Longest JSON that is parsed, in bytes or UTF-16 units: a list of 300 items with long notes stays below. */
export const longestJson = 2 * 1024 * 1024;
