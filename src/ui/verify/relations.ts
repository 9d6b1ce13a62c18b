/** How files stand to one another and what is said of it: known once all are checked, so it comes only then. */

export { relateEntries } from './relate-entries.ts';
export { renderRemarks } from './render-remarks.ts';
