import { expect } from 'vitest';
import { toLatin1 } from '../../../src/core/text/latin1.ts';
import { type Opened, openFile } from '../../../src/files/open/open-file.ts';
import { toHostile } from './hostile.ts';

const kib = 1024;
const limits = { files: 200, total: 4000 * kib, entry: 1000 * kib, ratioFrom: 299 * kib, depth: 2 };
// What a shown path must never hold: controls, marks that hide or reorder, ways out.
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u;

/** Opens the hostile files of these numbers, and holds what is promised of each. @returns milliseconds of the slowest */
export function openHostile(from: number, until: number): number {
  let slowest = 0;
  for (let number = from; number < until; number++) {
    const { what, name, bytes, mustCome } = toHostile(number);
    const begun = performance.now();
    const opened = [...openFile(bytes, name, { now: () => performance.now(), limits })];
    slowest = Math.max(slowest, performance.now() - begun);
    const context = `${number}: ${what}`;
    expect(opened.length, context).toBeLessThanOrEqual(limits.files + 3);
    expect(sizeOf(opened), context).toBeLessThanOrEqual(limits.total + bytes.length);
    for (const one of opened) expectHarmless(one, context);
    const letters = opened.flatMap((one) => (one.kind === 'file' ? [toLatin1(one.bytes)] : []));
    for (const must of mustCome) expect(letters, context).toContain(must);
    // A file that holds others is never silently empty.
    if (mustCome.length === 0 && !/mail/.test(what)) expect(opened.length, context).toBeGreaterThan(0);
  }
  return slowest;
}

function sizeOf(opened: readonly Opened[]): number {
  return opened.reduce((sum, one) => sum + (one.kind === 'file' ? one.bytes.length : 0), 0);
}

function expectHarmless(one: Opened, context: string): void {
  expect(one.shown, context).not.toMatch(unseen);
  for (const part of one.path) {
    expect([...part].length, context).toBeLessThan(1000);
    expect(
      part.split('/').filter((folder) => folder === '..' || folder === ''),
      context,
    ).toEqual([]);
    expect(part, context).not.toMatch(/^[a-z]:/i);
  }
  if (one.kind === 'refused') expect(one.message, context).toMatch(/ください。$/);
}
