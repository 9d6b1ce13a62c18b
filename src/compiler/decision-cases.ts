import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { unset } from '../record/v1/company/unset.ts';
import { decide } from '../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import type { Faults } from './faults.ts';
import { readYaml } from './parse-yaml.ts';

const id = z.string().check(z.minLength(1));
const ids = z.array(id);

/** content/decisions/cases/<id>.yaml: answers taken by hand from a source, and what must come of them. */
const CasesSchema = z.array(
  z.strictObject({
    /** The unit of the source that the case is taken from; something that is shown cites it. */
    unit: id,
    /** Question id → option, or options. Every question that is asked, and no other. */
    answers: z.record(z.string(), z.union([id, ids])),
    /** Setting → what the company is taken to have chosen; those left out are open, whatever organization.yaml says. */
    settings: z.optional(z.record(z.string(), id)),
    /** Outcomes, the strictest first. */
    outcome: z.optional(ids.check(z.minLength(1))),
    /** Units, all of which something that is shown cites. */
    shows: z.optional(ids),
    /** Words that stand in nothing that is shown, e.g. 許可はいらない. */
    unsaid: z.optional(ids),
    /** Duties that apply, among others. */
    duties: z.optional(ids),
    /** Duties that do not. */
    not: z.optional(ids),
    /** All points on which documents differ here. */
    contradictions: z.optional(ids),
  }),
);
export type Case = z.infer<typeof CasesSchema>[number];

export interface DecisionCases {
  file: string;
  cases: Case[];
}

/** Reads the cases of a decision; a decision without them is fine. */
export async function readDecisionCases(name: string, faults: Faults): Promise<DecisionCases | undefined> {
  const path = `decisions/cases/${name}.yaml`;
  const file = join(faults.root, path);
  if (!existsSync(file)) return undefined;
  const cases = await readYaml(path, { schema: CasesSchema, file: 'src/compiler/decision-cases.ts' }, faults);
  return cases && { file, cases };
}

/**
 * Holds that a decision says in each case what its source says.
 * @param whole with what the company's choices hide; @param unitsOf the units that a cited provision restates
 */
export function checkCases(
  { file, cases }: DecisionCases,
  whole: DecisionDefinition,
  unitsOf: (citation: string) => readonly string[],
  faults: Faults,
): void {
  for (const [index, one] of cases.entries()) {
    checkCase(one, whole, unitsOf, (path, problem, hint) =>
      faults.add(problem, { file, path: `[${index}]${path}` }, hint),
    );
  }
}

function checkCase(
  one: Case,
  whole: DecisionDefinition,
  unitsOf: (citation: string) => readonly string[],
  add: (path: string, problem: string, hint: string) => void,
): void {
  const { answers, settings = {}, outcome, shows = [], unsaid = [], duties = [], not = [], contradictions } = one;
  const mend = '判断の rules を直すか、原文がそう言うなら、この事例を直してください。';
  const given = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, [answer].flat()]));
  const questions = whole.questions.map((question) =>
    question.kind === 'setting' ? { ...question, value: settings[question.id] ?? unset } : question,
  );
  for (const [key, value] of Object.entries(settings)) {
    const setting = whole.questions.find((question) => question.id === key && question.kind === 'setting');
    if (!setting)
      add(
        `.settings.${key}`,
        `「${key}」は、この判断の設定（setting）ではありません。`,
        'kind: setting の問いの id を書いてください。',
      );
    else if (value !== unset && !setting.options.some((option) => option.id === value)) {
      const offered = setting.options.map((option) => option.id).join(', ');
      add(`.settings.${key}`, `「${key}」に選択肢「${value}」はありません。`, `選択肢: ${offered}`);
    }
  }
  const known = questions.map((question) => question.id);
  for (const key of Object.keys(given).filter((one) => !known.includes(one)))
    add(`.answers.${key}`, `「${key}」は、この判断の問いではありません。`, `問い: ${known.join('、')}`);
  const verdict = decide({ ...whole, questions }, given);
  if (verdict.kind !== 'decided') {
    const { id: key, options } = verdict.question;
    const problem =
      verdict.kind === 'stale'
        ? `「${key}」に、その選択肢はありません。`
        : `まだ「${key}」をたずねるので、結論になりません。`;
    const path = verdict.kind === 'stale' ? `.answers.${key}` : '.answers';
    add(path, problem, `「${key}」の選択肢: ${options.map((option) => option.id).join('、')}`);
    return;
  }
  const { result, steps } = verdict;
  const asked = steps.flatMap(({ question }) => (question.kind === 'setting' ? [] : question.id));
  for (const key of Object.keys(given)) {
    // An answer that nobody asks for would make a case say less than it seems to.
    if (known.includes(key) && !asked.includes(key))
      add(`.answers.${key}`, `「${key}」は、この答えではたずねられません。`, `たずねるもの: ${asked.join('、')}`);
  }
  const compare = (path: string, says: readonly string[], comes: readonly string[]) => {
    if (says.join() !== comes.join()) {
      add(path, `事例は ${says.join('、') || 'なし'}、判断は ${comes.join('、') || 'なし'} と言っています。`, mend);
    }
  };
  const outcomes = result.outcomes.map((part) => part.id);
  if (outcome) compare('.outcome', outcome, outcomes);
  const points = result.contradictions.map(({ point }) => point).toSorted();
  // Who writes down what comes out, writes all of it; who writes what must be said, need not know the decision's own ids.
  if (outcome || contradictions) compare('.contradictions', (contradictions ?? []).toSorted(), points);
  const applying = result.duties.map(({ duty }) => duty.id);
  for (const [place, duty] of duties.entries()) {
    if (!applying.includes(duty)) add(`.duties[${place}]`, `すること（duty）「${duty}」が当てはまりません。`, mend);
  }
  for (const [place, duty] of not.entries()) {
    if (applying.includes(duty)) add(`.not[${place}]`, `すること（duty）「${duty}」が当てはまります。`, mend);
    if (!whole.duties.some((known) => known.id === duty))
      add(`.not[${place}]`, `すること（duty）「${duty}」がありません。`, mend);
  }
  const shown = [...result.outcomes, ...result.rules, ...result.duties.map(({ duty }) => duty)];
  const cited = new Set(shown.flatMap(({ basis }) => basis.flatMap(({ citation }) => unitsOf(citation))));
  if (!cited.has(one.unit)) add('.unit', `表示するもののどれも ${one.unit} を引いていません。`, mend);
  for (const [place, unit] of shows.entries())
    if (!cited.has(unit)) add(`.shows[${place}]`, `表示するもののどれも ${unit} を引いていません。`, mend);
  const texts = shown
    .flatMap((part) => ['title' in part ? part.title : '', 'text' in part ? part.text : ''])
    .join('\n');
  for (const [place, words] of unsaid.entries())
    if (texts.includes(words)) add(`.unsaid[${place}]`, `表示するものが「${words}」と言っています。`, mend);
}
