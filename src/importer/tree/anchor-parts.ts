import type { RegulationNode } from '../model/tree.ts';
import { parseAiueo, parseIroha, parseLatin } from './numerals.ts';
import type { Count, Place } from './place.ts';

/** An anchor without `-h`, what the anchors below it begin with, and whether it took its parent's place (1.2 below 1). */
export interface Parts {
  own: string;
  below: string;
  multi?: boolean;
}

const structure: Partial<Record<RegulationNode['kind'], string>> = {
  part: 'pt',
  section: 'sc',
  subsection: 'ss',
  division: 'dv',
};
const counted: Partial<Record<RegulationNode['kind'], string>> = { text: 'p', bullet: 'b', table: 'tb' };
const annexes: [RegExp, string][] = [
  [/別表|付表/u, 't'],
  [/様式/u, 'f'],
  [/別添/u, 'x'],
  [/別紙/u, 'w'],
  [/別図/u, 'g'],
  [/別記/u, 'k'],
  [/参考/u, 'z'],
];

const join = (...parts: string[]) => parts.filter((part) => part !== '').join('-');
const both = (own: string): Parts => ({ own, below: own });

/** What the anchor of a node is made of. */
export function partsOf(node: RegulationNode, place: Place, count: Count): Parts {
  const { kind } = node;
  const value = wordOf(node) ?? `x${count.index}`;
  if (kind === 'article')
    return { own: join(place.document.path, `c${value}`), below: join(place.document.path, `a${value}`) };
  if (kind === 'chapter')
    return both(/^[0-9０-９]/u.test(node.number) ? value : join(place.document.path, `ch${value}`));
  if (kind === 'annex')
    return both(`${annexes.find(([word]) => word.test(node.number))?.[1] ?? 'ap'}${value.replace(/^x/u, '')}`);
  if (kind === 'supplementary') return both(`s${count.index}`);
  if (kind === 'history') return both(join(place.path, `rev${count.index}`));
  if (kind === 'paragraph') return both(count.of === 1 && node.number === '' ? place.path : join(place.path, value));
  if (kind === 'note') return both(join(place.path || '0', `nt${node.value ? value : count.index}`));
  const letters = counted[kind];
  if (letters) return both(join(place.path || '0', `${letters}${count.index}`));
  const ranked = structure[kind];
  if (ranked) return both(join(place.path, `${ranked}${value}`));
  return numbered(node, place, count, value);
}

/** 5.1 as 5.1, A.5 as a.5. */
function wordOf({ number, value }: RegulationNode): string | undefined {
  const letter = /^([A-ZＡ-Ｚ])[.．\-－‐][0-9０-９]/u.exec(number)?.[1]?.normalize('NFKC').toLowerCase();
  return letter && value ? [letter, ...value.slice(1)].join('.') : value?.join('.');
}

/** Headings and items with a number of their own. */
function numbered(node: RegulationNode, place: Place, count: Count, value: string): Parts {
  const { parent } = place;
  const heads = node.kind === 'heading';
  if (heads && node.number === '') {
    const contents = /^[<＜【]?目\s*次/u.test(node.body[0]?.text ?? '');
    return both(join(place.path, contents ? 'toc' : `u${count.index}`));
  }
  if ((node.value?.length ?? 0) > 1 && node.kind !== 'paragraph') {
    const replaces =
      parent?.value && node.value?.slice(0, -1).join('.') === parent.value.join('.') && parent.kind !== 'article';
    return { ...both(join(replaces ? place.outer.path : place.path, value)), ...(replaces ? { multi: true } : {}) };
  }
  const inArticle = parent?.kind === 'paragraph' || parent?.kind === 'article';
  if (inArticle && node.kind === 'item') return both(join(place.path, `i${value}`));
  if (parent?.kind === 'supplementary' && node.kind === 'item') return both(join(place.path, value));
  const letter = letterOf(node);
  // `…-h` is kept for headings.
  if (letter) return both(join(place.path, letter === 'h' && parent?.kind === 'heading' ? 'h8' : letter));
  return both(join(place.path, heads ? value : `n${value}`));
}

/** ア, イ, a, B as the letter of their place: a, b, …; `undefined` for other numbers and past z. */
function letterOf(node: RegulationNode): string | undefined {
  const plain = node.number.normalize('NFKC').replace(/[()\s.、，,]/gu, '');
  const kana = parseAiueo(plain) !== undefined || parseIroha(plain) !== undefined;
  const value = node.value?.[0] ?? 0;
  if (!kana && parseLatin(plain) !== value) return undefined;
  return value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : undefined;
}
