import { expect, test } from 'vitest';
import { proveOnce } from '../../src/compiler/prove-once.ts';
import { prove } from '../../src/core/decision/prove.ts';
import { definition } from '../record/v1/decision/fixture.ts';

/** Another each time, so that nothing is known of it. */
const unknown = { ...definition, lead: `${definition.lead}${process.hrtime.bigint()}` };
const unitsOf = (citation: string) => [citation.replace(':', '-')];
const { citation } = unknown.duties[0]?.basis[0] ?? { citation: '' };
const [covered = ''] = unitsOf(citation);

test('a proof taken over says what the proof said', () => {
  const proof = prove(unknown, [covered], unitsOf);
  expect(proof.flaws).toEqual([]);
  expect([proveOnce(unknown, [covered], unitsOf), proveOnce(unknown, [covered], unitsOf)]).toEqual([proof, proof]);
});

test('flaws are found again each time', () => {
  const broken = { ...unknown, rules: unknown.rules.slice(1) };
  const { flaws } = prove(broken, [covered], unitsOf);
  expect(flaws.length).toBeGreaterThan(0);
  expect([proveOnce(broken, [covered], unitsOf).flaws, proveOnce(broken, [covered], unitsOf).flaws]).toEqual([
    flaws,
    flaws,
  ]);
});

test('a proof is of no use for other units, in the decision or in what it cites', () => {
  proveOnce(unknown, [covered], unitsOf);
  expect(proveOnce(unknown, ['other'], unitsOf).flaws[0]?.problem).toContain('cites other');
  expect(proveOnce(unknown, [covered], () => []).flaws[0]?.problem).toContain(`cites ${covered}`);
});
