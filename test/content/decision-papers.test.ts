import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { fillPaper } from '../../src/core/decision/fill-paper.ts';
import { type DecisionPaper, offerPapers, openCombinations } from '../../src/core/decision/papers.ts';
import { beginWithAddress } from '../../src/core/form/begin-with.ts';
import type { DecisionEntry } from '../../src/core/regulation/library.ts';
import { type Answers, unknown } from '../../src/record/v1/decision/answers.ts';
import { possibleAnswers } from '../../src/record/v1/decision/combinations.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';
import { emptyFormAnswers } from '../../src/record/v1/form/given.ts';
import { validateForm } from '../../src/record/v1/form/validate.ts';

const library = await readLibrary('content', '/');
const { decisions, forms, ours } = library;
const formOf = (id: string) => forms.find(({ definition }) => definition.id === id);

/** Answers at random, the same ones each time: with `isUnsure` some of them 「わからない」. */
function* drawAnswers({ definition }: DecisionEntry, count: number, isUnsure: boolean): Generator<Answers> {
  let state = 7;
  const draw = (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
  for (let drawn = 0; drawn < count; drawn += 1) {
    const answers: Answers = {};
    for (;;) {
      const verdict = decide(definition, answers);
      if (verdict.kind === 'decided') break;
      const possible = possibleAnswers(verdict.question);
      answers[verdict.question.id] =
        isUnsure && draw(8) === 0 ? [unknown] : (possible[draw(possible.length)] ?? [unknown]);
    }
    yield answers;
  }
}

/** Which forms a decision has to offer, for what its report used to ask. */
const wanted: Record<string, string[]> = {
  'take-out': ['company-takeout-request', 'nerima-removal-register'],
  incident: [
    ...['company-incident-report', 'company-incident-log', 'nerima-incident-record', 'rodokyoku-incident-report'],
    ...['kojinjoho-investigation-report', 'higashiosaka-incident-report'],
  ],
  disposal: [
    ...['rodokyoku-erasure-plan', 'rodokyoku-erasure-report', 'kojinjoho-completion-report'],
    ...['nerima-disposal-certificate', 'nerima-disposal-register', 'company-disposal-register'],
  ],
  'area-visit': [
    ...['higashiosaka-device-request', 'company-entry-register', 'higashiosaka-area-register'],
    ...['higashiosaka-entry-permission', 'company-capture-request'],
  ],
  transfer: ['nerima-dispatch-register', 'company-dispatch-record'],
  'system-steps': ['company-system-approvals', 'company-introduction-request'],
  'software-cloud': ['company-introduction-request'],
  'private-devices': ['company-private-device-request'],
  'lan-maintenance': ['company-connection-request', 'company-private-device-request'],
  'my-number': ['company-my-number-record'],
  'disclosure-request': ['company-disclosure-register'],
  'suspicious-mail': ['company-mail-report'],
  'contractor-evaluation': ['company-contractor-evaluation', 'company-subcontract-report'],
  confidentiality: ['company-asset-inventory'],
  'account-password': ['company-account-request'],
};

describe.each(decisions.map((entry) => [entry.definition.id, entry] as const))('the papers of %s', (id, entry) => {
  const { definition, papers } = entry;

  test('are those that its report became, one line each', () => {
    const offered = papers.map(({ form }) => form);
    expect(offered).toEqual(expect.arrayContaining(wanted[id] ?? []));
    expect(new Set(offered).size).toBe(offered.length);
  });

  test('are offered with every duty whose record a form makes', () => {
    for (const duty of definition.duties) {
      const [cited] = duty.basis;
      const handbook = cited?.citation.split(':')[0] ?? '';
      const record = Object.keys(library.records[handbook] ?? {}).find(
        (one) => library.records[handbook]?.[one]?.name === duty.record,
      );
      const makers = forms.filter(({ records }) => records.includes(`${handbook}:${record}`));
      if (duty.record === '' || makers.length === 0) continue;
      const known = papers.filter(({ form }) => makers.some((maker) => maker.definition.id === form));
      const covers = ({ duties, when }: DecisionPaper) => duties.includes(duty.id) || when?.length === 0;
      expect(known.some(covers), `${id}: ${duty.id} (${duty.record})`).toBe(true);
    }
  });

  test.each([false, true])(
    'are those of chosen clients alone, and begin a form that takes all of it (%s)',
    (isUnsure) => {
      const clients = definition.questions.find((question) => question.clients)?.id ?? '';
      for (const answers of drawAnswers(entry, 60, isUnsure)) {
        const verdict = decide(definition, answers);
        if (verdict.kind !== 'decided') throw new Error('The answers decide nothing.');
        let count = 0;
        const newRowId = () => {
          count += 1;
          return `row-${count}`;
        };
        for (const { paper, isCertain } of offerPapers(
          papers,
          definition,
          openCombinations(definition, verdict.steps),
        )) {
          const form = formOf(paper.form);
          if (!form) throw new Error(`${paper.form} is no form.`);
          const { handbook = '' } = form;
          const chosen = answers[clients] ?? [];
          if (handbook !== '' && !ours.includes(handbook)) {
            expect([...chosen, ''], `${paper.form} ${JSON.stringify(answers)}`).toContain(
              chosen[0] === unknown ? unknown : handbook,
            );
            if (chosen[0] === unknown) expect(isCertain).toBe(false);
          }
          const filled = fillPaper(paper, { definition, ...verdict, returned: {}, newRowId });
          const begun = emptyFormAnswers(form.definition, 'case-1');
          const taken = { ...begun, ...filled };
          // The log of an incident is longer than an address may be, and goes by a draft.
          const encoded = encodeURIComponent(JSON.stringify(filled));
          if (encoded.length <= 8000)
            expect(beginWithAddress(form.definition, begun, encoded)).toMatchObject({ fields: filled.fields });
          const wrong = validateForm(form.definition, taken, '2026-11-30').filter(({ message }) =>
            /選択肢|文字|使えない/.test(message),
          );
          expect(wrong).toEqual([]);
        }
      }
    },
  );
});
