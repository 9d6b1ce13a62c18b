import type { Line } from '../model/block.ts';
import { isPlain } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode } from './forest.ts';
import { type Growth, holdsNumbers, isDocument, titleOf } from './growth.ts';
import { isStructure } from './marks.ts';
import { namesDocument } from './wording.ts';

const trimmed = (line: Line): Line => cutLine(line, 0) ?? line;

/** A heading that only its level (Word's style, Markdown's #) makes one. */
export function placeLevelHeading(growth: Growth, line: Line, level: number): void {
  const { forest } = growth;
  const at = forest.heading((open) => open.node.kind !== 'article' && holdsNumbers(open) && (open.level ?? 0) < level);
  const node = newNode({ kind: 'heading', spot: line.spot });
  Object.assign(node, titleOf(trimmed(line), 0));
  forest.open(at, node.caption ? 'level-caption' : 'level', node, { level });
}

/** A head in brackets, ＜保管＞: it ends where the next one in such brackets or a heading begins. */
export function placeLabel(growth: Growth, line: Line, bracket: string): void {
  const { forest } = growth;
  const form = `label${bracket}`;
  const same = forest.find((open) => open.form === form);
  const at = same > 0 ? same - 1 : forest.heading();
  forest.open(at, form, newNode({ kind: 'heading', body: [trimmed(line)], spot: line.spot }));
}

/** Whether a plain line is the title of a document inside the document: its name, and numbers begin anew below it. */
export function titlesDocument({ pieces }: Growth, index: number): boolean {
  if (!isPlain(pieces[index]) || !namesDocument(pieces[index]?.text ?? '')) return false;
  for (const next of pieces.slice(index + 1, index + 7)) {
    const begins = next.readings.find(({ form }) => /^(?:article|chapter|digit\.?)$/u.test(form));
    if (begins) return begins.value?.length === 1 && begins.value[0] === 1;
    if (next.special?.kind === 'annex' || next.readings.some(({ weak }) => !weak)) return false;
  }
  return false;
}

/** The heading of a document inside the document. */
export function placeTitle(growth: Growth, line: Line): void {
  const { forest } = growth;
  const at = forest.find((open) => (isDocument(open) && open.form !== 'title') || isStructure(open.node.kind));
  forest.open(at, 'title', newNode({ kind: 'heading', body: [trimmed(line)], spot: line.spot }));
}
