import { expect, test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { walkDecision } from '../support/walk-decision.ts';

const { decisions } = await readLibrary(contentRoot(), '/');

if (decisions.length === 0) test.skip('this folder has no decision');

test.each(decisions.map(({ definition }) => [definition.id, definition] as const))(
  '%s: every combination of answers has one outcome, and each outcome is reached',
  (id, definition) => {
    const { tried, reached } = walkDecision(definition, 1);
    console.log(`${id}: ${tried} combinations, ${reached.size} outcomes`);
    // What a setting of the company rules out cannot be reached here; the build proved it over all settings.
    const isSet = definition.questions.some(({ kind }) => kind === 'setting');
    if (!isSet) expect([...reached].sort()).toEqual(definition.outcomes.map((outcome) => outcome.id).sort());
  },
);
