import type { Combination } from '../../record/v1/decision/condition.ts';
import { findContradictions } from '../../record/v1/decision/decide.ts';
import type { DecisionDefinition, Duty } from '../../record/v1/decision/definition.ts';
import { ConditionTable, type Pattern } from './condition-table.ts';
import { DoubleEntry, type ScopeBook } from './double-entry.ts';
import { describe, type Flaw } from './flaw.ts';

export interface Proof {
  /** How many combinations of answers were walked. */
  combinations: number;
  flaws: Flaw[];
}

/** Above this a build would take minutes, and nobody could read the table. */
export const mostCombinations = 1_000_000;

interface Walk {
  combinations: number;
  asked: Set<string>;
  /** Indexes. */
  rules: Set<number>;
  outcomes: Set<string>;
  duties: Set<string>;
  gaps: Pattern[];
  conflicts: (Pattern & { rules: number[] })[];
  /** By point: a combination in which duties differ, with their ids. */
  differences: Map<string, { combination: Combination; duties: string[] }>;
  entries: DoubleEntry;
}

/**
 * Walks every combination of answers, whatever the company chooses, and holds that exactly one rule fits each, that
 * nothing in the file is out of reach, that differences between documents are named, and that the decision says what
 * its scope book says.
 */
export function prove(definition: DecisionDefinition, book: ScopeBook): Proof {
  const walk = walkAll(definition, book);
  if (!walk) {
    const problem = `答えの組み合わせが ${mostCombinations.toLocaleString('en')} 通りを超えています。`;
    const flaw = { path: 'questions', problem, hint: '判断を分けるか、選択肢をまとめてください。' };
    return { combinations: mostCombinations, flaws: [flaw] };
  }
  const { combinations } = walk;
  const flaws = [
    ...findGaps(walk),
    ...findConflicts(walk),
    ...findUnreachable(definition, walk),
    ...checkContradictions(definition, walk),
    ...walk.entries.flaws(),
  ];
  return { combinations, flaws };
}

/** More sets of options than these nobody counts. */
const mostOptions = 20;

/** @returns undefined where they are too many; conditions may bring a large product far down */
function walkAll(definition: DecisionDefinition, book: ScopeBook): Walk | undefined {
  const { questions, rules, duties } = definition;
  if (questions.some(({ kind, options }) => kind === 'several' && options.length > mostOptions)) return undefined;
  const table = new ConditionTable(questions);
  const asks = questions.map(({ id }) => ({ id, place: table.addAsked(id) }));
  const fits = rules.map(({ when }) => table.add(when));
  const applies = duties.map(({ when }) => table.add(when));
  const walk: Walk = {
    combinations: 0,
    asked: new Set(),
    rules: new Set(),
    outcomes: new Set(),
    duties: new Set(),
    gaps: [],
    conflicts: [],
    differences: new Map(),
    entries: new DoubleEntry(definition, book, table),
  };
  const patterns = table.walk(mostCombinations);
  if (!patterns) return undefined;
  for (const pattern of patterns) {
    const { held, combination, count } = pattern;
    walk.combinations += count;
    for (const { id, place } of asks) if (held[place]) walk.asked.add(id);
    const fitting = fits.flatMap((place, index) => (held[place] ? [index] : []));
    if (fitting.length === 0) walk.gaps.push(pattern);
    if (fitting.length > 1) walk.conflicts.push({ ...pattern, rules: fitting });
    for (const index of fitting) {
      walk.rules.add(index);
      walk.outcomes.add(rules[index]?.outcome ?? '');
    }
    const active = duties.filter((_, index) => held[applies[index] ?? -1]);
    for (const { id } of active) walk.duties.add(id);
    walk.entries.visit(pattern);
    noteDifferences(walk, active, combination);
  }
  return walk;
}

function noteDifferences(walk: Walk, active: readonly Duty[], combination: Combination): void {
  for (const { point, duties } of findContradictions(active)) {
    const known = walk.differences.get(point);
    // The combination with the most documents in it tells most.
    if (known && known.duties.length >= duties.length) continue;
    walk.differences.set(point, { combination, duties: duties.map(({ id }) => id) });
  }
}

function findGaps({ gaps }: Walk): Flaw[] {
  const [first] = gaps;
  if (!first) return [];
  const problem = `当てはまる rule がありません（${describe(first.combination)}）${andMore(gaps)}。`;
  return [{ path: 'rules', problem, hint: 'その場合の rule を書き足すか、どれかの条件を広げてください。' }];
}

function findConflicts({ conflicts }: Walk): Flaw[] {
  const [first] = conflicts;
  if (!first) return [];
  const names = first.rules.map((index) => `rules[${index}]`).join(' と ');
  const problem = `${names} が、どちらも当てはまります（${describe(first.combination)}）${andMore(conflicts)}。`;
  return [
    {
      path: `rules[${first.rules[1]}]`,
      problem,
      hint: '順番には意味がありません。一つだけを残して、ほかの条件を狭めてください。',
    },
  ];
}

function andMore(patterns: readonly Pattern[]): string {
  const count = patterns.reduce((sum, pattern) => sum + pattern.count, 0);
  return count > 1 ? `（ほか ${count - 1} 通り）` : '';
}

function findUnreachable({ questions, rules, outcomes, duties }: DecisionDefinition, walk: Walk): Flaw[] {
  const hint = '条件を直すか、消してください。';
  const problem = (what: string) => `${what}答えの組み合わせがありません。`;
  return [
    ...questions.flatMap(({ id }, index) =>
      walk.asked.has(id) ? [] : [{ path: `questions[${index}]`, problem: problem(`「${id}」をたずねる`), hint }],
    ),
    ...rules.flatMap((_, index) =>
      walk.rules.has(index) ? [] : [{ path: `rules[${index}]`, problem: problem('これが当てはまる'), hint }],
    ),
    ...outcomes.flatMap(({ id }, index) =>
      walk.outcomes.has(id) ? [] : [{ path: `outcomes[${index}]`, problem: problem(`「${id}」になる`), hint }],
    ),
    ...duties.flatMap(({ id }, index) =>
      walk.duties.has(id) ? [] : [{ path: `duties[${index}]`, problem: problem(`「${id}」が当てはまる`), hint }],
    ),
  ];
}

/** A difference between documents is named with all who take part, and nothing is named that never arises. */
function checkContradictions({ duties, contradictions }: DecisionDefinition, walk: Walk): Flaw[] {
  const sourceOf = new Map(duties.map(({ id, source }) => [id, source]));
  const unnamed = [...walk.differences].flatMap(([point, { combination, duties: ids }]): Flaw[] => {
    const named = contradictions.find((contradiction) => contradiction.point === point);
    const sources = [...new Set(ids.map((id) => sourceOf.get(id) ?? ''))];
    const missing = sources.filter((source) => !named?.positions.some((position) => position.source === source));
    if (named && missing.length === 0) return [];
    const who = named
      ? `「${point}」に ${missing.join('、')} の言い分がありません`
      : `「${point}」が contradictions にありません`;
    return [
      {
        path: 'contradictions',
        problem: `すること ${ids.join('、')} が食い違うのに、${who}（${describe(combination)}）。`,
        hint: `「${point}」の positions に ${sources.join('、')} の言うことを、text に、どうすればよいかを書いてください。`,
      },
    ];
  });
  const needless = contradictions.flatMap(({ point }, index): Flaw[] =>
    walk.differences.has(point)
      ? []
      : [
          {
            path: `contradictions[${index}]`,
            problem: `「${point}」で食い違う「すること」がありません。`,
            hint: '二つの文書の duty に stance を書くか、これを消してください。',
          },
        ],
  );
  const names = [...new Set(duties.map(({ source }) => source))];
  const naming = contradictions.flatMap(({ point, text }, index): Flaw[] => {
    const name = names.find((one) => text.includes(one));
    if (name === undefined) return [];
    const problem = `「${point}」の text が、関わらないことのある ${name} の名を挙げています。`;
    return [{ path: `contradictions[${index}].text`, problem, hint: 'その文書の position に書いてください。' }];
  });
  return [...unnamed, ...needless, ...naming];
}
