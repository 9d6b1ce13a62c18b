import type { Originals } from '../../core/regulation/imported.ts';
import type { Handbook } from '../../core/regulation/library.ts';
import type { Source } from '../../core/regulation/registers.ts';
import type { RegulationTree } from '../model/tree.ts';
import { pairUnits, type SoughtUnit } from './pair-units.ts';
import type { Piece } from './pieces.ts';

/** What is put beside a handbook. */
export interface OriginalInput {
  handbook: Pick<Handbook, 'source' | 'pages'>;
  tree: RegulationTree;
  /** Whose copy it is and which edition, as shown beside the words. */
  copy: string;
  /** Name of the file without its folder. */
  file: string;
  sha256: string;
}

export interface OriginalResult {
  /** What content/originals/<id>.yaml holds. */
  originals: Originals;
  /** Units that the handbook restates without a partner in the document. */
  unpaired: Source['units'];
  /** Words of the document that are no unit's, in its order. */
  leftOver: { label: string; text: string }[];
  /** Of the units that the handbook restates, headings apart: how many there are, and how many found their words. */
  counts: { units: number; paired: number };
}

/** Finds in the organisation's copy the official words of each unit of a restated handbook. */
export function importOriginal({ handbook, tree, copy, file, sha256 }: OriginalInput): OriginalResult {
  const { units, omitted } = handbook.source;
  const left = new Set(omitted.map(({ id }) => id));
  const { pieces, ofUnit } = pairUnits(tree, toSought(handbook));
  const found: Record<string, string> = {};
  for (const [index, { id, heading }] of units.entries()) {
    const own = (ofUnit[index] ?? []).flatMap((number) => pieces[number] ?? []);
    if (!heading && !left.has(id) && own.length > 0) found[id] = toParagraphs(own);
  }
  const taken = new Set(ofUnit.flat());
  const numbered = units.filter(({ id, heading }) => !heading && !left.has(id));
  return {
    originals: { format: 'kitei-original/1', copy, file, sha256, units: found },
    unpaired: numbered.filter(({ id }) => found[id] === undefined),
    leftOver: pieces.filter((_, index) => !taken.has(index)).map(({ label, text }) => ({ label, text: text.trim() })),
    counts: { units: numbered.length, paired: Object.keys(found).length },
  };
}

/** The units with what the handbook says of each. */
function toSought({ source, pages }: OriginalInput['handbook']): SoughtUnit[] {
  const words = new Map<string, string>();
  for (const { provisions, sections, hidden } of pages) {
    for (const { units, text } of [...provisions, ...hidden.provisions]) {
      for (const [index, part] of shareOut(text, units.length).entries()) words.set(units[index] ?? '', part);
    }
    for (const { anchor, caption } of [...sections, ...hidden.sections]) words.set(source.unitPrefix + anchor, caption);
  }
  return source.units.map(({ id, label, heading }) => ({
    id,
    label,
    isHeading: heading === true,
    words: words.get(id) ?? '',
  }));
}

/** A text for each of so many units: the rows of its table where there are as many of them, else all of it. */
function shareOut(text: string, count: number): string[] {
  const rows = text.split('\n').filter((line) => line.includes('\t'));
  return rows.length === count ? rows : new Array<string>(count).fill(text);
}

/** The letters of pieces, numbers before them; sentences of one paragraph on one line. */
function toParagraphs(pieces: readonly Piece[]): string {
  const lines: { paragraph: number; text: string }[] = [];
  for (const { paragraph, number, text } of pieces) {
    const last = lines.at(-1);
    if (last?.paragraph === paragraph) last.text += text;
    else lines.push({ paragraph, text: number === '' ? text : `${number}　${text.trimStart()}` });
  }
  return lines.map(({ text }) => text.trim()).join('\n');
}
