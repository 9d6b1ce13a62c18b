import { isSaidShared } from './shared-device-key.ts';

/** What is used of the browser's Storage. Each call may throw. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Questions that were asked on this device: a help to find them again, and nothing that anybody needs. */
export interface RecentSearches {
  /** The latest first; none on a shared device. */
  list(): string[];
  /** Puts one first; on a shared device nothing is kept. */
  add(question: string): void;
  erase(): void;
}

/** So many stand on one line or two, and what is longer is no question to ask again. */
const most = 5;
const longest = 60;

/** Where they stand; ui/drafts/kept.ts erases it with all else. @param base path of the site */
export function recentKey(base: string): string {
  return `kitei:${base}:searches`;
}

/**
 * The questions kept by one site. Other pages write as well, so each call reads anew; where storage is blocked, there are none.
 * @param local of the device, @param session of the tab; functions, because reading them may throw
 */
export function createRecentSearches(
  base: string,
  local: () => Kept = () => localStorage,
  session: () => Pick<Storage, 'getItem'> = () => sessionStorage,
): RecentSearches {
  const key = recentKey(base);
  const list = () => {
    if (isSaidShared(session, base)) return [];
    try {
      return readList(local().getItem(key));
    } catch {
      return [];
    }
  };
  return {
    list,
    add(question) {
      const text = question.trim();
      if (text === '' || [...text].length > longest || isSaidShared(session, base)) return;
      const kept = [text, ...list().filter((other) => other !== text)].slice(0, most);
      try {
        local().setItem(key, JSON.stringify(kept));
      } catch {
        // Blocked or full: it is not offered again.
      }
    },
    erase() {
      try {
        local().removeItem(key);
      } catch {
        // Blocked: nothing is kept either.
      }
    },
  };
}

/** What is no such list is as if it were not there. */
function readList(text: string | null): string[] {
  if (text === null || text.length > 10_000) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    return value
      .filter((one): one is string => typeof one === 'string' && one !== '' && [...one].length <= longest)
      .slice(0, most);
  } catch {
    return [];
  }
}
