import type { DecisionFile, FileWhen } from '../../core/decision/file-schema.ts';
import type { Places } from './places.ts';
import type { QuestionsLeft } from './questions-left.ts';

type FilePaper = NonNullable<DecisionFile['papers']>[number];
type FileGives = NonNullable<FilePaper['gives']>;
type FileRows = NonNullable<FilePaper['rows']>[number];
/** Ids of what is left of a decision. */
type PartsLeft = Record<'duties' | 'outcomes', ReadonlySet<string>>;

/**
 * The papers of a decision that some combination of answers still reaches: one goes with the last of its duties, a row
 * with its condition, and what an answer gives with its question. A paper whose form is left out goes when forms are read.
 */
export function reducePapers(
  papers: readonly FilePaper[],
  left: PartsLeft,
  questions: QuestionsLeft,
  places: Places,
): FilePaper[] {
  return places.keep('papers', papers, ({ when, duties, gives, rows, ...paper }, index): FilePaper | undefined => {
    const path = `papers[${index}]`;
    const reached = questions.reach(when);
    const some = places.keep(`${path}.duties`, duties ?? [], (id) => (left.duties.has(id) ? id : undefined));
    const hasOwn = when !== undefined && reached !== false;
    if (some.length === 0 && !hasOwn && (when !== undefined || duties !== undefined)) return undefined;
    const keepRow = (row: FileRows) => reduceRow(row, left, questions);
    const kept = places.keep(`${path}.rows`, rows ?? [], keepRow);
    return {
      ...paper,
      ...(some.length > 0 && { duties: some }),
      ...(hasOwn && { when: reached ?? {} }),
      ...(gives && { gives: reduceGives(gives, left, questions) }),
      ...(kept.length > 0 && { rows: kept }),
    };
  });
}

function reduceRow(row: FileRows, left: PartsLeft, questions: QuestionsLeft): FileRows | undefined {
  if ('from' in row) return row;
  const { when, gives, ...rest } = row;
  const reached = questions.reach(when);
  if (reached === false) return undefined;
  return { ...rest, gives: reduceGives(gives, left, questions), ...(reached !== undefined && { when: reached }) };
}

function reduceGives(gives: FileGives, { outcomes }: PartsLeft, questions: QuestionsLeft): FileGives {
  return Object.fromEntries(
    Object.entries(gives).flatMap(([id, give]): [string, FileGives[string]][] => {
      if ('question' in give && questions.isGone(give.question)) return [];
      if (!('conclusion' in give) || give.conclusion === true) return [[id, give]];
      const words = Object.entries(give.conclusion).filter(([outcome]) => outcomes.has(outcome));
      return words.length > 0 ? [[id, { conclusion: Object.fromEntries(words) }]] : [];
    }),
  );
}

/** The conditions of papers and of their rows, and as conditions the questions whose answers they take. */
export function partsOf(papers: DecisionFile['papers'] = []): { when?: FileWhen | undefined }[] {
  return papers.flatMap(({ when, gives = {}, rows = [] }) => {
    const some = rows.flatMap((row) => ('gives' in row ? [row] : []));
    const given = [gives, ...some.map((row) => row.gives)].flatMap((all) => Object.values(all));
    const asked = given.flatMap((give) => ('question' in give ? [{ when: { [give.question]: { not: 'none' } } }] : []));
    return [{ when }, ...some, ...asked];
  });
}
