/** The words that a search found, on their way to the page where they are to be marked. */
export interface MarksHandover {
  /** Path from the site's base with the anchor, as in `Hit.url`: `nerima/#a16-i2`. */
  url: string;
  /** As they stand in the text that was found, each once. */
  words: string[];
}

/** What is used of the session's Storage. Each call may throw. */
type HandoverStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** More, or longer, is no help on a page. */
const mostWords = 20;
const longestWord = 100;

/** Where the words stand for as long as the way to the page takes. @param base path of the site */
export function marksKey(base: string): string {
  return `kitei:${base}:marks`;
}

/** Leaves the words for the page that a result leads to; without any, what was left before goes. */
export function handOverMarks(
  base: string,
  { url, words }: MarksHandover,
  storage: () => HandoverStorage = () => sessionStorage,
): void {
  const kept = [...new Set(words)].filter((word) => word.trim() && word.length <= longestWord).slice(0, mostWords);
  try {
    if (kept.length === 0) storage().removeItem(marksKey(base));
    else storage().setItem(marksKey(base), JSON.stringify({ url, words: kept }));
  } catch {
    // Blocked: the page shows itself without marks.
  }
}

/**
 * The words left for a page, taken away: whoever comes back later, or by another way, finds no marks.
 * @param address of the page as it stands, e.g. `location`
 * @returns `undefined` where nothing was left, or it was for another page
 */
export function takeMarks(
  base: string,
  { pathname, hash }: { pathname: string; hash: string } = location,
  storage: () => HandoverStorage = () => sessionStorage,
): MarksHandover | undefined {
  try {
    const text = storage().getItem(marksKey(base));
    if (text === null) return undefined;
    storage().removeItem(marksKey(base));
    const left: unknown = JSON.parse(text);
    if (!isHandover(left)) return undefined;
    return decode(base + left.url) === decode(pathname + hash) ? left : undefined;
  } catch {
    // Blocked, or no text of ours.
    return undefined;
  }
}

function isHandover(left: unknown): left is MarksHandover {
  if (typeof left !== 'object' || left === null || !('url' in left) || !('words' in left)) return false;
  const { url, words } = left;
  return (
    typeof url === 'string' &&
    Array.isArray(words) &&
    words.length <= mostWords &&
    words.every((word) => typeof word === 'string' && word.length <= longestWord)
  );
}

/** Browsers escape letters of an address that a link has as they are. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
