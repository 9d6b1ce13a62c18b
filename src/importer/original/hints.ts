import type { Piece } from './pieces.ts';

/** What the label of a unit says of the words it stands for. */
export interface Hint {
  /** Numbers and names of the label from its end, e.g. `第16条第4号ア` → [ア, 4号, 16条]. */
  steps: string[];
  /** Which part of a place: 第2文, ただし書, 後段, 第2段落. */
  part: Part | undefined;
  isHeading: boolean;
}

type Part =
  | { kind: 'first' | 'later' | 'proviso' | 'note' | 'further' | 'brackets' | 'row' | 'title' }
  | { kind: 'sentence' | 'paragraph'; count: number };

/** Ends of labels that name a part of a place; the first that fits counts. */
const parts: [RegExp, (match: RegExpExecArray) => Part | undefined][] = [
  // 第1文・第2文, 第3文
  [/第(\d+)文(?:・第\d+文)*$/, ([, count]) => ({ kind: 'sentence', count: Number(count) })],
  // 第2段落
  [/第(\d+)段落$/, ([, count]) => ({ kind: 'paragraph', count: Number(count) })],
  [/ただし書き?$/, () => ({ kind: 'proviso' })],
  // なお書き, なお書
  [/なお書き?$/, () => ({ kind: 'note' })],
  [/また書き?$/, () => ({ kind: 'further' })],
  [/括弧書き?$/, () => ({ kind: 'brackets' })],
  [/後段$/, () => ({ kind: 'later' })],
  [/(?:前段|本文|柱書き?)$/, () => ({ kind: 'first' })],
  // Rows are counted with or without the head.
  [/\d+行目?$/, () => ({ kind: 'row' })],
  [/(?:列見出し|行見出し|小見出し|見出し)$/, () => ({ kind: 'title' })],
];

export function toHint(label: string, isHeading: boolean): Hint {
  const [rest, part] = takePart(label);
  return { steps: stepsOf(rest), part, isHeading };
}

function takePart(label: string): [rest: string, part: Part | undefined] {
  for (const [form, read] of parts) {
    const match = form.exec(label);
    if (!match) continue;
    const [rest] = takePart(label.slice(0, match.index).trimEnd());
    return [rest, read(match)];
  }
  return [label, undefined];
}

/** Steps of a label from its end; marks and blanks part them, and numbers are the same in every script. */
export function stepsOf(label: string): string[] {
  const spaced = label
    // ① would become a bare 1 beside other figures.
    .replace(/[①-⑳]/gu, (mark) => `.${mark.normalize('NFKC')}.`)
    .normalize('NFKC')
    .replace(/第(\d+)(条|項|号|段落)((?:の\d+)*)/gu, '.$1$3$2.')
    .replace(/箇条(\d+)/gu, '.$1箇条.')
    .replace(/注\s*(\d+)/gu, '.$1注.')
    .replace(/(?<![一-龠々])([ア-ンa-z])(?![ァ-ヶー\p{L}])/gu, '.$1.');
  return spaced
    .split(/(?<!\d)\.|\.(?!\d)|[\s()<>[\]「」【】、・]+/u)
    .filter(Boolean)
    .reverse();
}

/** How well the place of a piece fits a label: 1 where all steps do, below 0 where the last is another one. */
export function placeFit({ steps }: Hint, piece: readonly string[]): number {
  if (steps.length === 0 || piece.length === 0) return 0;
  let same = 0;
  while (same < steps.length && steps[same] === piece[same]) same += 1;
  if (same > 0) return 0.5 + same / steps.length / 2;
  return steps.some((step) => piece.includes(step)) ? 0 : -0.3;
}

/** How well the beginning of a piece fits the part that a label names: between -1 and 1. */
export function partFit({ part, steps }: Hint, { text, sentence, nth, isBullet }: Piece): number {
  const begins = (form: RegExp) => (form.test(text.trimStart()) ? 1 : -0.6);
  switch (part?.kind) {
    case 'proviso':
      return begins(/^ただし|^但し/);
    case 'note':
      return begins(/^なお/);
    case 'further':
      return begins(/^また/);
    case 'brackets':
      return begins(/^[（(［[]/);
    case 'sentence':
      return part.count === sentence + 1 ? 0.6 : -0.4;
    case 'paragraph':
      return sentence === 0 && part.count === nth + 1 ? 0.6 : -0.3;
    case 'later':
      return sentence + nth > 0 ? 0.4 : -0.6;
    case 'row':
    case 'title':
      return sentence + nth === 0 ? 0.3 : -0.6;
    case 'first':
      return sentence + nth === 0 ? 0.4 : -0.4;
    default:
      if (steps[0]?.endsWith('箇条')) return sentence > 0 ? -0.3 : isBullet ? 0.4 : -0.2;
      // A proviso that is a unit of its own is called so.
      return /^(?:ただし|但し|なお)、/.test(text) ? -0.3 : sentence + nth === 0 ? 0.2 : 0;
  }
}
