import type { RegulationNode } from '../model/tree.ts';
import { parseNumeral } from './numerals.ts';
import type { Count, Place } from './place.ts';

/** How a node is cited, and what the labels below it begin with. */
export interface Label {
  own: string;
  below: string;
}

const both = (own: string): Label => ({ own, below: own });

/** Joins two parts of a label; a blank only where the letters would run together or words begin. */
function join(before: string, after: string, words = false): string {
  if (before === '') return after;
  const runsTogether = /[0-9a-zA-Z.]$/u.test(before) && /^[0-9a-zA-Z]/u.test(after);
  return words || runsTogether ? `${before} ${after}` : before + after;
}

const plain = (number: string) =>
  number
    .replace(/[()（）［］【】[\]]/gu, '')
    .replace(/\s+/gu, '')
    .normalize('NFKC');

/** The label of a node: 第16条第2号, 1.(1)①, 5.2, 別表1 表, 附則第2項, 3.箇条2. */
export function labelOf(node: RegulationNode, place: Place, count: Count): Label {
  const { kind } = node;
  const value = (node.value ?? [count.index]).join('の');
  switch (kind) {
    case 'article': {
      const number = articleNumber(node);
      const below = join(place.document.label, number);
      return { own: below + captionOf(node), below };
    }
    case 'part':
    case 'section':
    case 'subsection':
    case 'division':
      return both(join(place.label, compact(node.number)));
    case 'chapter':
      return both(join(place.document.label, /^[0-9０-９]+$/u.test(node.number) ? `${value}章` : compact(node.number)));
    case 'paragraph':
      return both(count.of === 1 && node.number === '' ? place.label : `${place.label}第${value}項`);
    case 'annex':
      return both(plain(node.number).replace(/\.$/u, ''));
    case 'supplementary':
      return both(count.of > 1 ? `附則${count.index}` : '附則');
    case 'history':
      return both(titleOf(node) || '改定履歴');
    case 'text':
      return both(join(place.label, count.of === 1 ? '本文' : `第${count.index}段落`));
    case 'bullet':
      return both(join(place.label, `${/箇条\d+$/u.test(place.label) ? 'の' : ''}箇条${count.index}`));
    case 'note':
      return both(
        join(
          place.label,
          node.value
            ? `${/^[※＊*]/u.test(node.number) ? '※' : '注'}${value}`
            : plain(node.number).replace(/[:.]$/u, '') || '注',
        ),
      );
    case 'table':
      return both(join(place.label, count.of === 1 ? '表' : `表${count.index}`, true));
    default:
      return numbered(node, place, value);
  }
}

function numbered(node: RegulationNode, place: Place, value: string): Label {
  const parent = place.parent?.kind;
  if (node.number === '' && node.kind === 'heading')
    return both(join(place.label, titleOf(node) || '見出し', /[0-9a-zA-Z章]$/u.test(place.label)));
  if (node.kind === 'item' && (parent === 'paragraph' || parent === 'article'))
    return both(`${place.label}第${value}号`);
  if (node.kind === 'item' && parent === 'supplementary') return both(`${place.label}第${value}項`);
  const number = compact(node.number);
  const replaces =
    (node.value?.length ?? 0) > 1 && node.value?.slice(0, -1).join('.') === place.parent?.value?.join('.');
  const base = replaces ? place.outer.label : place.label;
  return both(join(base, number, node.kind === 'heading' && /[編章節款目]$/u.test(base)));
}

/** 第3条の2, of a range 第4条及び第5条; without 条 as it is printed, 第一. */
function articleNumber({ number, value }: RegulationNode): string {
  if (!value || !/[条條]/u.test(number)) return compact(number);
  if (/第.*第/u.test(number))
    return compact(number).replace(/第([^第条]+)条/gu, (all, digits) => `第${parseNumeral(digits) ?? all}条`);
  const [first, ...branches] = value;
  return `第${first}条${branches.map((part) => `の${part}`).join('')}`;
}

/** A number as it is printed, without blanks: `１．` stays, `ア　` is ア. */
function compact(number: string): string {
  const letters = number.replace(/\s+/gu, '').replace(/^[【〔［[＜<](?=第)(.*)[】〕］\]＞>]$/u, '$1');
  return /^[0-9]/u.test(letters) || /^第/u.test(letters) ? letters : letters.replace(/[.．、，]$/u, '');
}

function captionOf({ caption }: RegulationNode): string {
  return caption ? `（${caption.text.trim().slice(1, -1)}）` : '';
}

function titleOf(node: RegulationNode): string {
  const title = (node.caption?.text ?? node.body.map(({ text }) => text).join('')).replace(/\s+/gu, ' ').trim();
  const letters = [...title];
  return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : title;
}
