import { expect } from 'vitest';
import type { Handbook } from '../../src/core/regulation/library.ts';
import { subsetsOf, switchOff, textsOf } from './switched-off.ts';

/** Subsets of handbooks with their ids as a name: all, or as many as are wanted, spread over them. */
export function pickSubsets(handbooks: readonly Handbook[], most: number): [name: string, inForce: string[]][] {
  const all = subsetsOf(handbooks.map(({ id }) => id));
  const step = Math.max(1, (all.length - 1) / (most - 1));
  const places = all.length <= most ? all.keys() : Array.from({ length: most }, (_, n) => Math.round(n * step));
  return [...places].map((place) => [all[place]?.join(', ') ?? '', all[place] ?? []]);
}

/**
 * Holds that a folder with these handbooks in force has no fault, that what is left is proved or left out with a reason,
 * and that no text names a document that is off: by its title, its short name or its publisher.
 */
export function expectSound(folder: string, handbooks: readonly Handbook[], inForce: readonly string[]): Promise<void> {
  const on = handbooks.filter(({ id }) => inForce.includes(id));
  const own = new Set(on.flatMap(({ source }) => [source.title, source.short, source.publisher]));
  const names = handbooks
    .filter(({ id }) => !inForce.includes(id))
    .flatMap(({ source: { title, short, publisher } }) => [title, short, publisher.replace(/（.*/, '')])
    // 規程 is a word of its own.
    .filter((name) => name.length > 2 && !own.has(name));
  return switchOff(folder, inForce, ({ library, faults }) => {
    expect(faults).toEqual([]);
    expect(library.handbooks.map(({ id }) => id)).toEqual(on.map(({ id }) => id));
    for (const { reason } of library.leftOut) expect(reason).not.toBe('');
    // Editors' remarks in roles.yaml and the company's own words are not looked at: they are no part of a document.
    const { checklists, decisions, tools, conflicts, glossary, records, provisions, hidden, passages } = library;
    const texts = [
      ...textsOf({ checklists, decisions, tools, conflicts, glossary, records, provisions, hidden, passages }),
    ];
    const named = texts.filter(([, text]) => names.some((name) => text.includes(name)));
    expect(named).toEqual([]);
  });
}
