import { areYesNo, type Kind } from './answer-kind.ts';
import type { Asked } from './asked-kind.ts';
import { kindNames } from './kind-names.ts';

/** What comes of a sheet that says one thing and a question that asks for another. */
export interface Weighed {
  /** The question's own, where it counts for more. */
  kind?: Kind;
  problem?: { kind: string; message: string };
}

/**
 * Holds what a sheet says of an answer against what the question asks for. A question that surely asks for a number, a date
 * or a text goes before marks that are offered in the whole column alike; any other difference is told.
 * @param isOfAll whether the sheet says the same of nearly all questions
 */
export function weighKind(
  said: Kind,
  options: readonly string[],
  asked: Asked | undefined,
  isOfAll: () => boolean,
): Weighed {
  if (!asked || !differ(said, asked.kind)) return {};
  const { words, kind, isSure } = asked;
  const offered = options.length > 0 ? `「${options.join('・')}」` : kindNames[said.kind];
  const isPlain = said.kind === 'state' || areYesNo(options);
  if (isPlain && isSure && isOfAll()) {
    const message = `問いが${askedFor(kind)}をたずねているので（「${words}」）、列全体の${offered}でなく、${answeredBy(kind)}で答える問いにしました。違えば、${howToWrite(said)}。`;
    return { kind, problem: { kind: 'question-first', message } };
  }
  // Options of its own may be the answer to any question.
  if (said.kind === 'one' && !isPlain && !(isSure && kind.kind === 'number' && isOfAll())) return {};
  if (kind.kind === 'state' && !isSure) return {};
  const ground = options.length > 0 ? `表の${offered}に合わせて` : said.kind === 'state' ? '' : '表に合わせて';
  const message = `問いは${askedFor(kind)}をたずねているようですが（「${words}」）、${ground}${answeredBy(said)}で答える問いにしました。違えば、${howToWrite(kind)}。`;
  return { problem: { kind: 'asks-otherwise', message } };
}

function differ(said: Kind, asked: Kind): boolean {
  if (said.kind === asked.kind || said.kind === 'text' || said.kind === 'several') return false;
  // はい・いいえ answers whether something is so.
  return asked.kind !== 'state' || said.kind === 'number' || said.kind === 'date';
}

const askedNames = {
  state: '行っているかどうか',
  one: 'どれか',
  several: 'どれか',
  number: '数',
  date: '日付',
  text: '言葉',
} as const;

function askedFor({ kind }: Kind): string {
  return askedNames[kind];
}

function answeredBy(kind: Kind): string {
  if ('options' in kind) return `「${kind.options.join('・')}」`;
  return kind.kind === 'number' && kind.unit ? `数（${kind.unit}）` : kindNames[kind.kind];
}

/** How a person writes an answer in the list. */
function howToWrite(kind: Kind): string {
  if (kind.kind === 'state') return 'answer の行を消してください';
  const more =
    'options' in kind
      ? `, options: [${kind.options.join(', ')}]`
      : 'unit' in kind && kind.unit
        ? `, unit: ${kind.unit}`
        : '';
  return `answer に { kind: ${kind.kind}${more} } と書いてください`;
}
