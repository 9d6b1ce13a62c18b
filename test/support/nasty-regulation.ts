import {
  headingKinds,
  type NodeKind,
  type RegulationNode,
  type RegulationTree,
} from '../../src/importer/model/tree.ts';
import { line, node, table } from './regulation.ts';

/** What Markdown, GFM, MDX or YAML could take for a sign, and what a text may hold besides words. */
const scraps = [
  '{',
  '}',
  '{{role:x}}',
  '{/* x */}',
  '<',
  '>',
  '<Provision>',
  '</Provision>',
  '<br>',
  '<!-- x -->',
  '&',
  '&amp;',
  '&#x27;',
  '&copy;',
  '~',
  '~~x~~',
  '~~~',
  '*',
  '**太字**',
  '***',
  '_',
  '__x__',
  '_x_',
  '[',
  ']',
  '[x](y)',
  '[^1]',
  '[x]: y',
  '![x](y)',
  '`',
  '```',
  '``x``',
  '\\',
  '\\\\',
  '\\n',
  '|',
  '|a|b|',
  '| --- |',
  '#',
  '# x',
  '###### ',
  '-',
  '- x',
  '---',
  '- - -',
  '+',
  '+ x',
  '=',
  '===',
  '1.',
  '1. x',
  '12) x',
  '１．',
  ':',
  '::',
  ':x:',
  '$',
  '$x$',
  '^',
  '@',
  'https://example.jp/a_b*c?d=e&f=g#h',
  'http://example.jp)。',
  'www.example.jp/~x_',
  'WWW.example.jp',
  'a_b@example.co.jp',
  'mailto:a@b.jp',
  'xmpp:a@b.jp',
  'import x from "y"',
  'export default 1',
  'import',
  'import ',
  'export const x',
  "'",
  '"',
  '"x"',
  "it's",
  '“',
  '…',
  '...',
  '--',
  '(c)',
  '(tm)',
  ' ',
  '  ',
  '    ',
  '\t',
  '　',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u0001',
  '\u001b',
  '\ud800',
  '\udc00',
  '𠮷',
  '👨‍👩‍👧',
  'が',
  '\u202e',
  'Ⅳ',
  '①',
  '㈱',
  '（',
  '）',
  '「',
  '」',
  '、',
  '。',
  '・',
  '●',
  '※',
  '－',
  '第3条',
  '第三条の二',
  '(1)',
  'ア',
  '○月',
  '<a href="x">',
  '%',
  '%20',
  '!',
  '?',
  ';',
  ',',
  'true',
  'null',
  '0x1f',
  '2026-11-30',
  '{a: b}',
  '- a',
  '>',
  '> x',
  '| x',
  '? x',
  '& x',
  '* x',
] as const;
const words = ['情報', '媒体', 'は', 'を', '持ち出す', '。', '従業員', 'USB', '12', 'Ａ', 'する', 'word', ' '];

/** The same numbers from the same seed. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const headings = [...headingKinds];
const rules: NodeKind[] = ['paragraph', 'item', 'subitem', 'bullet', 'note', 'text', 'table'];
const numbers = [
  '',
  '第1条',
  '(1)',
  '①',
  '・',
  '-',
  '*',
  '1.',
  '１',
  '第3条の2',
  'ア',
  '●',
  '+',
  '#',
  '{{',
  '"',
  '&lt;',
  '※',
  '<',
  '[1]',
];

/** A tree of any kind of place in any order, with words that are as hard to write as words can be. */
export function makeNastyTree(random: () => number): RegulationTree {
  let count = 0;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const text = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => (random() < 0.5 ? pick(scraps) : pick(words))).join('');
  // Lines have no line breaks: the readers part them there.
  const lineOf = () => line(text(8).replace(/[\r\n]/g, '') || '語');
  const cells = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      lines: Array.from({ length: Math.floor(random() * 3) }, lineOf),
      columns: random() < 0.2 ? 2 : 1,
      rows: random() < 0.2 ? 2 : 1,
    }));
  const make = (depth: number): RegulationNode => {
    count += 1;
    const own = count;
    const kind = random() < 0.35 ? pick(headings) : pick(rules);
    const isHeading = headingKinds.has(kind);
    const children = depth > 0 ? Array.from({ length: Math.floor(random() * 3) }, () => make(depth - 1)) : [];
    return node(kind, `n${own}${isHeading ? '-h' : ''}`, {
      number: pick(numbers),
      ...(random() < 0.3 && { caption: `（${text(4).replace(/[\r\n]/g, '')}）` }),
      body: Array.from({ length: Math.floor(random() * 3) }, lineOf),
      ...(random() < 0.15 && { table: table(...Array.from({ length: 1 + Math.floor(random() * 3) }, cells)) }),
      children,
      label: `場所${random() < 0.9 ? own : text(3)}`,
    });
  };
  const children = Array.from({ length: 1 + Math.floor(random() * 2) }, () => make(2));
  const title = random() < 0.5 ? [lineOf()] : [];
  return { title, children, diagnostics: [] };
}
