/** Roles named in an address's fragment, `#r=worker,manager`; none where it is an anchor. */
export function chosenInAddress(hash: string): string[] {
  if (!hash.startsWith('#r=')) return [];
  return hash.slice(3).split(',').filter(Boolean).map(readPart);
}

/** Puts the roles into the address without a new entry in the history. */
export function putInAddress(roles: readonly string[]): void {
  const { pathname, search } = location;
  history.replaceState(null, '', roles.length > 0 ? `#r=${roles.join(',')}` : pathname + search);
}

/** A fragment may come from anywhere, also with a lone % in it. */
function readPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
