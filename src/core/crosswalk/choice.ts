/** The part of an address behind #: a place on the page, and the documents that are chosen. */
export interface CompareFragment {
  anchor: string;
  /** Undefined where the address says nothing of documents; empty where it says that none is chosen. */
  chosen: string[] | undefined;
}

/** Reads `#c=nerima,rodokyoku`, `#mailPersonalInformation` or both, joined by `&`. @param known ids; others are left out */
export function parseFragment(hash: string, known: readonly string[]): CompareFragment {
  const parts = hash.replace(/^#/, '').split('&');
  const list = parts.find((part) => part.startsWith('c='));
  return {
    anchor: parts.find((part) => part !== '' && !part.startsWith('c=')) ?? '',
    chosen: list === undefined ? undefined : readChoice(list.slice('c='.length), known),
  };
}

/** The fragment of an address, with its #; '' where there is nothing to say. */
export function formatFragment({ anchor, chosen }: { anchor: string; chosen: readonly string[] }): string {
  const parts = [anchor, chosen.length > 0 ? `c=${writeChoice(chosen)}` : ''].filter(Boolean);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** Known ids of a list, in the order of the documents. What comes in from outside may hold anything. */
export function readChoice(list: string, known: readonly string[]): string[] {
  const named = new Set(list.split(','));
  return known.filter((id) => named.has(id));
}

export function writeChoice(chosen: readonly string[]): string {
  return chosen.join(',');
}
