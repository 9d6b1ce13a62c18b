import { expect, test } from 'vitest';
import { proveOnce } from '../../src/compiler/prove-once.ts';
import { prove } from '../../src/core/decision/prove.ts';
import { definition } from '../record/v1/decision/fixture.ts';
import { book, entries } from '../record/v1/decision/fixture-book.ts';

/** Another each time, so that nothing is known of it. */
const unknown = { ...definition, lead: `${definition.lead}${process.hrtime.bigint()}` };
test('a proof taken over says what the proof said', () => {
  const proof = prove(unknown, book);
  expect(proof.flaws).toEqual([]);
  expect([proveOnce(unknown, book), proveOnce(unknown, book)]).toEqual([proof, proof]);
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
