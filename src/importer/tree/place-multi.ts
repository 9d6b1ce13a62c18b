import { checkNumber, type Growth, holdsNumbers, openArticle } from './growth.ts';
import { headingParent } from './list-parent.ts';
import { lineAt, printedOf, put, restOf } from './put-number.ts';
import type { Reading } from './reading.ts';
import { looksLikeTitle } from './wording.ts';

/** 1.2 under 1, 9-1 under chapter 9: under the open place whose number it begins with. */
export function placeMulti(growth: Growth, index: number, reading: Reading): boolean {
  const { forest } = growth;
  const value = reading.value ?? [];
  const last = value.at(-1) ?? 0;
  const prefix = value.slice(0, -1).join('.');
  const letter = letterOf(printedOf(growth, index, reading));
  let at = forest.find(
    ({ node, form }) =>
      !/^[(]|circled|kana|iroha|step/u.test(form) &&
      node.value?.join('.') === prefix &&
      letterOf(node.number.replace(/^(?:付録|附属書|付属書|別添|別紙)\s*/u, '')) === letter,
  );
  const rest = restOf(growth, index, reading);
  const title =
    looksLikeTitle(rest) || (growth.pieces[index]?.block.kind === 'line' && lineAt(growth, index).level !== undefined);
  const before = at < 0 ? undefined : forest.stack[at]?.series.get(reading.form)?.last;
  // The annex of a standard begins where its clauses do: A.5.
  const fresh = letter !== '' && before === undefined;
  if (reading.weak && !(at >= 0 && title && last === (before ?? 0) + 1)) return false;
  if (at < 0) {
    const same = forest.find((open) => open.series.has(reading.form));
    if (same < 0 && last !== 1) return false;
    at = same >= 0 ? same : forest.heading((open) => holdsNumbers(open));
    forest.report(
      'number-orphan',
      `「${reading.value?.join('.')}」の上に立つ番号「${prefix}」が見当たりません。`,
      lineAt(growth, index).spot,
    );
  } else if (!fresh) {
    checkNumber(growth, before ?? 0, last, printedOf(growth, index, reading), lineAt(growth, index).spot);
  }
  return put(growth, index, reading, at, title ? 'heading' : 'item');
}

/** The letter an annex' numbers begin with: A of A.5. */
function letterOf(number: string): string {
  return /^[A-ZＡ-Ｚ]/u.exec(number)?.[0].normalize('NFKC') ?? '';
}

/** How many lines may stand between a heading and the first one below it. */
const near = 6;

/** 4 before 4.1: a document that does not begin at 1, or leaves a number out. */
export function headsMulti(growth: Growth, index: number, readings: Reading[]): boolean {
  const reading = readings.find(({ form }) => /^digit[.,]?$/u.test(form));
  const value = reading?.value?.[0];
  if (!reading || value === undefined || value < 2 || openArticle(growth) >= 0) return false;
  if (!looksLikeTitle(restOf(growth, index, reading))) return false;
  const below = growth.pieces.slice(index + 1, index + near).find(({ readings }) => readings.some(({ weak }) => !weak));
  if (!below?.readings.some((next) => next.form.startsWith('multi') && next.value?.join('.') === `${value}.1`))
    return false;
  const { forest } = growth;
  const same = forest.find(({ series }) => series.get(reading.form)?.heads ?? false);
  const at = same >= 0 ? same : headingParent(growth, lineAt(growth, index), reading);
  const last = forest.stack[at]?.series.get(reading.form)?.last;
  if (last !== undefined && value <= last) return false;
  checkNumber(growth, last, value, printedOf(growth, index, reading), lineAt(growth, index).spot);
  return put(growth, index, reading, at, 'heading');
}
