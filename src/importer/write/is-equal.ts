/** Whether two values of plain data say the same; the order of keys says nothing, and a key without a value is none. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const other = new Map(entriesOf(b));
  const own = entriesOf(a);
  return own.length === other.size && own.every(([key, value]) => other.has(key) && isEqual(value, other.get(key)));
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined);
}
