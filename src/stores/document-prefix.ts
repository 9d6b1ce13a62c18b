/** What the keys of the drafts of a document begin with; a page asks before it has the store. */
export function documentPrefix(base: string, id: string): string {
  return `kitei:${base}:document:${id}:`;
}
