/** Longest cell of a list of the company, and most rows. */
export const longestCell = 200;
export const mostListRows = 500;
