import type { Line } from '../model/block.ts';
import { checkNumber, type Growth, holdsNumbers, isDocument, isHead } from './growth.ts';
import { readingsOf } from './marks.ts';
import { lineAt, printedOf } from './put-number.ts';
import type { Reading } from './reading.ts';
import { announcesList } from './wording.ts';

/** Numbers of headings that are of one rank though their forms differ: 1 and 1. */
const headForms = /^digit[.,)]?$/u;

/** Where headings that begin anew stand. */
export function headingParent({ forest }: Growth, line: Line, reading: Reading): number {
  const { level } = line;
  if (level !== undefined) {
    return forest.heading(
      (open) =>
        open.node.kind !== 'article' &&
        holdsNumbers(open) &&
        ((open.level ?? 0) < level || (open.form === 'level' && open.level === level)),
    );
  }
  const at = forest.heading((open) => holdsNumbers(open));
  const open = forest.stack[at];
  const beside = open && headForms.test(open.form) && headForms.test(reading.form) && open.form !== reading.form;
  if (!beside || (open.node.value?.[0] ?? 0) === 1 || isDocument(open)) return at;
  // Another form of the same rank that stood below none of the headings before is a second count beside the first.
  const siblings = forest.stack[at - 1]?.node.children.slice(-20) ?? [];
  const nests = siblings.some(({ children }) =>
    children.slice(0, 20).some(({ kind, number }) => kind === 'heading' && hasForm(number, reading.form)),
  );
  return nests ? at : at - 1;
}

function hasForm(number: string, form: string): boolean {
  return readingsOf(number).some((reading) => reading.form === form);
}

/** Where a list that begins stands: under the last open place, unless its form was learnt to stand further out. */
export function listParent(growth: Growth, index: number, reading: Reading): number {
  const { forest, above } = growth;
  let at = forest.stack.length - 1;
  while (at > 0) {
    const open = forest.stack[at];
    if (!open || isHead(open) || !above.get(open.form)?.has(reading.form)) break;
    at -= 1;
  }
  const open = forest.stack[at];
  // Paragraphs do not begin anew in their article.
  const anew = open?.form === reading.form && !isHead(open) && open.node.kind !== 'paragraph';
  // A list level of Word's says the rank, whatever the words before it announce.
  const { numbered = 0, depth } = lineAt(growth, index);
  const sameRank = numbered > 0 && depth !== undefined && open?.depth === depth;
  if (at > 0 && anew && (sameRank || !announcesList(open.node.body.at(-1)?.text ?? ''))) {
    at -= 1;
    checkNumber(growth, open.node.value?.[0], 1, printedOf(growth, index, reading), lineAt(growth, index).spot);
  }
  return at;
}
