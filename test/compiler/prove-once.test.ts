import { expect, test } from 'vitest';
import { proveOnce } from '../../src/compiler/prove-once.ts';
import { prove } from '../../src/core/decision/prove.ts';
import { definition } from '../record/v1/decision/fixture.ts';
import { book, entries } from '../record/v1/decision/fixture-book.ts';

/** Another each time, so that nothing is known of it. */
const unknown = { ...definition, id: `${definition.id}-${process.hrtime.bigint()}` };
test('a proof taken over says what the proof said', () => {
  const proof = prove(unknown, book);
  expect(proof.flaws).toEqual([]);
  expect([proveOnce(unknown, book), proveOnce(unknown, book)]).toEqual([proof, proof]);
});

test('other words are proved already', () => {
  const fresh = { ...unknown, id: `${unknown.id}-named` };
  /** The proof asks what citations stand for once more than the question whether there is one. */
  const count = (one: typeof fresh, entries = book.entries) => {
    let asked = 0;
    const entriesOf = (citation: string) => {
      asked += 1;
      return book.entriesOf(citation);
    };
    expect(proveOnce(one, { ...book, entries, entriesOf }).flaws).toEqual([]);
    return asked;
  };
  const proving = count(fresh);
  const renamed: typeof fresh = JSON.parse(JSON.stringify(fresh), (key, value) =>
    ['title', 'lead', 'help', 'who', 'label'].includes(key) ? `別の${value}` : value,
  );
  const reworded = book.entries.map((entry) => ({ ...entry, words: '別の文' }));
  expect([count(renamed), count(fresh, reworded)]).toEqual([proving / 2, proving / 2]);
});

test('what a proof says hangs on no words that are left out', () => {
  const broken = { ...unknown, rules: unknown.rules.slice(1), duties: unknown.duties.slice(1) };
  expect(proveOnce(broken, book)).toEqual(prove(broken, book));
});

test('flaws are found again each time', () => {
  const broken = { ...unknown, rules: unknown.rules.slice(1) };
  const { flaws } = prove(broken, book);
  expect(flaws.length).toBeGreaterThan(0);
  expect([proveOnce(broken, book).flaws, proveOnce(broken, book).flaws]).toEqual([flaws, flaws]);
});

test('a proof is of no use for another scope, or where citations stand for something else', () => {
  proveOnce(unknown, book);
  const narrower = { ...book, entries: entries.slice(1) };
  expect(proveOnce(unknown, narrower).flaws[0]?.problem).toContain('当てはまらない');
  expect(proveOnce(unknown, { ...book, entriesOf: () => [] }).flaws[0]?.problem).toContain(
    '当てはまるのに、何も知らせていません',
  );
  expect(proveOnce(unknown, { ...book, easy: new Set(['allowed']) }).flaws[0]?.problem).toContain(
    '進んでよいと言うのに',
  );
});
