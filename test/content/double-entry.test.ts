import { afterAll, describe, expect, test } from 'vitest';
import { orThrow } from '../../src/compiler/faults.ts';
import { contentRoot } from '../../src/compiler/library.ts';
import { readBothEntries } from '../../src/compiler/read-decision.ts';
import { readDecisionDraft } from '../../src/compiler/read-decision-draft.ts';
import { readTailoring } from '../../src/compiler/read-tailoring.ts';
import { ConditionTable } from '../../src/core/decision/condition-table.ts';
import { DoubleEntry } from '../../src/core/decision/double-entry.ts';
import { mostCombinations } from '../../src/core/decision/prove.ts';
import { type Combination, holdsAny } from '../../src/record/v1/decision/condition.ts';
import type { Condition, DecisionDefinition } from '../../src/record/v1/decision/definition.ts';
import { narrow } from '../support/narrow.ts';
import { shareLibrary } from '../support/share-library.ts';

const library = await shareLibrary(contentRoot());

const decisions = await Promise.all(
  library.decisions.map(({ definition: { id } }) =>
    orThrow(contentRoot(), async (faults) => {
      const draft = await readDecisionDraft(id, faults, await readTailoring(faults));
      if (!draft) throw new Error(`There is no decision "${id}".`);
      const { whole, scope } = readBothEntries(draft, library, '/', faults);
      return { id, whole, scope };
    }),
  ),
);

if (decisions.length === 0) test.skip('this folder has no decision');

/** Printed at the end: how much was tried. */
const tried: Record<string, Record<string, number>> = {};
afterAll(() => console.table(tried));

/** A condition that holds in fewer cases, and the decision in which it stands instead. */
interface Narrowed {
  name: string;
  before: readonly Condition[];
  after: readonly Condition[] | undefined;
  changed: DecisionDefinition;
  kind: 'duty' | 'rule';
}

describe.each(decisions.map((one) => [one.id, one] as const))('%s', (id, { whole, scope }) => {
  test('no duty can be deleted and no condition narrowed unnoticed', () => {
    const all = [...listDeleted(whole), ...listNarrowed(whole)];
    const witnesses = findWitnesses(whole, all);
    const kept = all.filter((_, index) => witnesses[index] !== undefined);
    const count = (some: Narrowed[], kind: Narrowed['kind']) => some.filter((one) => one.kind === kind).length;
    tried[id] = {
      duties: whole.duties.length,
      'conditions of duties': count(all, 'duty') - whole.duties.length,
      'conditions of rules': count(all, 'rule'),
      'of no effect': all.length - kept.length,
    };
    const unnoticed = all.filter((one, index) => {
      const combination = witnesses[index];
      return combination !== undefined && !isNoticed(one, combination);
    });
    expect(unnoticed.map(({ name }) => name)).toEqual([]);
    // A duty that stands in no combination would have been told by the proof.
    expect(all.slice(0, whole.duties.length).every((_, index) => witnesses[index])).toBe(true);
  });

  function isNoticed({ kind, changed }: Narrowed, combination: Combination): boolean {
    if (kind === 'rule') return !changed.rules.some(({ when }) => holdsAny(when, combination));
    // Whether what speaks here is told hangs on nothing that is silent here.
    const entries = scope.entries.filter(({ when }) => holdsAny(when, combination));
    const speaking = entries.map((entry) => ({ ...entry, when: [] }));
    const table = new ConditionTable(changed.questions);
    const entry = new DoubleEntry(changed, { ...scope, entries: speaking, asks: [] }, table);
    entry.visit({ held: table.hold(combination), combination, count: 1 });
    return entry.flaws().some(({ problem }) => problem.includes('当てはまるのに、何も知らせていません'));
  }
});

function listDeleted(whole: DecisionDefinition): Narrowed[] {
  return whole.duties.map((duty) => ({
    name: `duty ${duty.id} deleted`,
    before: duty.when,
    after: undefined,
    changed: { ...whole, duties: whole.duties.filter((other) => other !== duty) },
    kind: 'duty',
  }));
}

function listNarrowed(whole: DecisionDefinition): Narrowed[] {
  const { questions, duties, rules } = whole;
  return [
    ...duties.flatMap((duty) =>
      narrow(duty.when, questions).map(
        ({ name, after }): Narrowed => ({
          name: `duty ${duty.id}: ${name}`,
          before: duty.when,
          after,
          changed: { ...whole, duties: duties.map((other) => (other === duty ? { ...duty, when: after } : other)) },
          kind: 'duty',
        }),
      ),
    ),
    ...rules.flatMap((rule, index) =>
      narrow(rule.when, questions).map(
        ({ name, after }): Narrowed => ({
          name: `rules[${index}]: ${name}`,
          before: rule.when,
          after,
          changed: { ...whole, rules: rules.map((other) => (other === rule ? { ...rule, when: after } : other)) },
          kind: 'rule',
        }),
      ),
    ),
  ];
}

/** For each, the first combination in which it makes a difference; undefined where it makes none. */
function findWitnesses({ questions }: DecisionDefinition, all: readonly Narrowed[]): (Combination | undefined)[] {
  return all.map(({ before, after }) => {
    const table = new ConditionTable(questions);
    const [was, is] = [table.add(before), after && table.add(after)];
    const patterns = table.walk(mostCombinations) ?? [];
    return patterns.find(({ held }) => held[was] && (is === undefined || !held[is]))?.combination;
  });
}
