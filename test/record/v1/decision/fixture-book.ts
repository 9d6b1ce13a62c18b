import type { ScopeBook, ScopeEntry } from '../../../../src/core/decision/double-entry.ts';
import type { Condition } from '../../../../src/record/v1/decision/definition.ts';

function entry(id: string, when: Condition[] = [], more: Partial<ScopeEntry> = {}): ScopeEntry {
  return { id, when, path: `covers[${id}]`, words: `${id}の文`, binds: true, asksLeave: false, ...more };
}

export const entries: ScopeEntry[] = [
  entry('a1', [{ medium: { any: ['usb'] }, encrypted: { any: ['no'] } }], { binds: false }),
  entry('a2', [{ encrypted: { none: ['no'] } }], { binds: false }),
  entry('a3', [{ encrypted: { none: ['no'] } }], { binds: false }),
  entry('a4'),
  entry('a5', [{ medium: { any: ['paper'] } }]),
  entry('n1', [{ clients: { any: ['nerima'] } }]),
  entry('r1', [{ clients: { any: ['rodokyoku'] } }]),
];

const cited: Record<string, string> = { 'nerima:a1': 'n1', 'rodokyoku:a1': 'r1' };

/** What the sources say, for the decision of `fixture.ts`. */
export const book: ScopeBook = {
  entries,
  asks: [],
  entriesOf: (citation) => {
    const id = cited[citation] ?? citation.replace('company:', '');
    return entries.some((one) => one.id === id) ? [id] : [];
  },
  easy: new Set(),
};
