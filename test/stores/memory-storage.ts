import type { DraftStorage } from '../../src/stores/draft.ts';

/** Storage in memory that can be full or blocked like a browser's. */
export class MemoryStorage implements DraftStorage {
  readonly values = new Map<string, string>();
  /** Longest total of characters; a longer one throws as a full browser does. */
  capacity = Number.POSITIVE_INFINITY;
  /** What the browser calls the error then. */
  fullName = 'QuotaExceededError';

  get length(): number {
    return this.values.size;
  }

  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.values].filter(([k]) => k !== key).reduce((sum, [k, v]) => sum + k.length + v.length, 0);
    if (others + key.length + value.length > this.capacity) throw new DOMException('full', this.fullName);
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

/** What reaching for `localStorage` does where the person or the company has blocked it. */
export function blockedStorage(): DraftStorage {
  throw new DOMException('blocked', 'SecurityError');
}
