import type { Block, Diagnostic, Line } from '../model/block.ts';
import { cutLine } from './cut-line.ts';
import { narrow } from './numerals.ts';
import { looksLikeTitle } from './wording.ts';

// 2. 取り扱い2.1 利用目的の特定
const two =
  /^([0-9０-９]{1,2})[.．\s]\s*(?=\S)(.{2,60}?[^\s0-9０-９.．])([0-9０-９]{1,2}[.．][0-9０-９]{1,2})(\s+\S.{0,60})$/u;

/**
 * Parts two headings that were run together on one line, where it is sure: 2. … and 2.1 …, both titles, and the next number below 2
 * that begins a line is 2.2.
 */
export function splitHeadings(blocks: Block[]): { blocks: Block[]; diagnostics: Diagnostic[] } {
  const nexts = nextNumbers(blocks);
  const diagnostics: Diagnostic[] = [];
  const parts = blocks.flatMap((block, index): Block[] => {
    const at = block.kind === 'line' ? joint(block, nexts[index] ?? new Map()) : undefined;
    if (block.kind !== 'line' || at === undefined) return [block];
    const [first, second] = [cutLine(block, 0, at), cutLine(block, at)];
    if (!first || !second) return [block];
    const { after: _after, ...below } = second;
    diagnostics.push({
      kind: 'heading-split',
      message: `一行につながった見出し「${first.text}」と「${second.text}」を二つに分けました。`,
      spot: block.spot,
    });
    return [{ ...first, ...(block.numbered === undefined ? {} : { numbered: block.numbered }) }, below];
  });
  return { blocks: parts, diagnostics };
}

/** Of each line that may be two headings: the number that comes next below each number, e.g. 2 → 2 where 2.2 is next. */
function nextNumbers(blocks: Block[]): (Map<string, string> | undefined)[] {
  const found: (Map<string, string> | undefined)[] = [];
  const next = new Map<string, string>();
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== 'line') continue;
    if (block.text.length <= 140 && two.test(block.text.trim())) found[index] = new Map(next);
    const number = /^\s*([0-9０-９]{1,2})[.．]([0-9０-９]{1,2})(?=\s)/u.exec(block.text);
    if (number) next.set(narrow(number[1] ?? ''), narrow(number[2] ?? ''));
  }
  return found;
}

/** Where the second heading begins. */
function joint(line: Line, nexts: Map<string, string>): number | undefined {
  if (line.text.length > 140) return undefined;
  const text = line.text.trim();
  const match = two.exec(text);
  if (!match) return undefined;
  const [, outer = '', title = '', inner = '', rest = ''] = match;
  const [first, second] = narrow(inner).split('.');
  const lone = first === narrow(outer) && second === '1' && nexts.get(first) === '2';
  if (!lone || !looksLikeTitle(title) || !looksLikeTitle(rest.trim())) return undefined;
  return line.text.indexOf(text) + text.length - inner.length - rest.length;
}
