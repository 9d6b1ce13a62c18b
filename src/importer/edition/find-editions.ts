import type { Block, SourceDocument, Spot } from '../model/block.ts';
import { parseNumeral } from '../tree/numerals.ts';
import { specialOf } from '../tree/special-lines.ts';

/** Where a document says which edition it is. */
export interface StatedEdition {
  where: 'ヘッダーかフッター' | '表題の下' | '改定履歴';
  /** As it says it: `第4版`, `令和5年4月1日改定`. */
  words: string;
  /** `4`, `3.2`; undefined where it only names a day. */
  number?: string;
  /** `YYYY-MM-DD`; undefined where it only names a number. */
  day?: string;
  spot: Spot;
}

/** A history of this many paragraphs is none: something else has begun. */
const longestHistory = 80;
/** So far down a document says what it is. */
const longestTitle = 12;

// 第4版, 第 3.2 版, 第四版, 4.0版, Ver.1.2, Rev 3, 版数：4
const numbers =
  /第\s*([0-9]+(?:\.[0-9]+)*|[一二三四五六七八九十]+)\s*版|(?:\bver(?:sion)?|\brev(?:ision)?)[.．:：]?\s*([0-9]+(?:\.[0-9]+)*)|(?<![0-9.第])([0-9]+(?:\.[0-9]+)+)\s*版|版数?\s*[:：]\s*(?:第\s*)?([0-9]+(?:\.[0-9]+)*)/giu;
// 令和5年4月1日, 2023年4月1日, 2023/4/1, R5.4.1
const days =
  /(?:(令和|平成|昭和|(?<![A-Za-z])[RHS])\s*(元|[0-9]{1,2})|(?<![0-9])((?:19|20)[0-9]{2}))\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})(?![0-9])\s*日?/gu;
const eras: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
/** A day that an edition has; one of a form or of an example is none. */
const ofEdition = /制定|改[正定訂]|施行|発効|発行|版|更新/;

/**
 * Where a document says which edition it is: in its headers and footers, below its title, and last of its history.
 */
export function findEditions({ blocks, edges = [] }: SourceDocument): StatedEdition[] {
  const title = blocks.slice(0, longestTitle);
  const begins = title.findIndex((block) => block.kind !== 'line' || /^\s*第\s*\S{1,3}\s*[編章節条]/u.test(block.text));
  const top = begins === -1 ? title : title.slice(0, begins);
  return [
    ...latest(edges.flatMap((text) => readEditions(text, 'ヘッダーかフッター', {}))),
    ...latest(top.flatMap((block) => (block.kind === 'line' ? readEditions(block.text, '表題の下', block.spot) : []))),
    ...latest(
      historyIn(blocks).flatMap((block) => rowsOf(block).flatMap((text) => readEditions(text, '改定履歴', block.spot))),
    ),
  ];
}

/** What a text says of an edition: the numbers in it; its days where it says that they are an edition's. */
export function readEditions(text: string, where: StatedEdition['where'], spot: Spot): StatedEdition[] {
  const plain = text.normalize('NFKC');
  const found = [...plain.matchAll(numbers)].flatMap(([words, a, b, c, d]): StatedEdition[] => {
    const number = toNumber(a ?? b ?? c ?? d ?? '');
    return number === undefined ? [] : [{ where, words: words.trim(), number, spot }];
  });
  if (found.length === 0 && !ofEdition.test(plain)) return [];
  const dated = [...plain.matchAll(days)].flatMap(([words, era, count, year, month, day]): StatedEdition[] => {
    const full = year ? Number(year) : (eras[era ?? ''] ?? 0) + (count === '元' ? 1 : Number(count));
    const two = (part = '') => part.padStart(2, '0');
    return [{ where, words: words.trim(), day: `${full}-${two(month)}-${two(day)}`, spot }];
  });
  return [...found, ...dated];
}

function toNumber(text: string): string | undefined {
  // 4.0 is 4.
  if (/^[0-9.]+$/.test(text)) return text.replace(/^0+(?=[0-9])/, '').replace(/(?:\.0+)+$/, '');
  return parseNumeral(text)?.toString();
}

/** The blocks of its history: those below its heading, and a table or lines that go on with it. */
function historyIn(blocks: readonly Block[]): Block[] {
  const at = blocks.findLastIndex((block) => block.kind === 'line' && specialOf(block.text.trim())?.kind === 'history');
  if (at === -1) return [];
  const rest = blocks.slice(at + 1, at + 1 + longestHistory);
  const end = rest.findIndex(
    (block) => block.kind === 'line' && readEditions(block.text, '改定履歴', block.spot).length === 0,
  );
  return end === -1 ? rest : rest.slice(0, end);
}

/** Texts of a line, or of a table a row each: a column that its head calls 版 holds numbers of editions. */
function rowsOf(block: Block): string[] {
  if (block.kind === 'line') return [block.text];
  const [head = [], ...rows] = block.rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('')));
  const column = head.findIndex((text) =>
    /^\s*(?:版数?|改[定訂]番号|ver(?:sion)?\.?|rev\.?)\s*$/i.test(text.normalize('NFKC')),
  );
  const written = (row: readonly string[]) =>
    row.map((text, index) => (index === column && /^[\s0-9.．０-９]+$/.test(text) ? `版:${text}` : text)).join(' 版 ');
  return [head, ...rows].map(written);
}

/** Of several numbers the highest: a history names them all. Of its days each may be meant, and all stay. */
function latest(all: readonly StatedEdition[]): StatedEdition[] {
  const numbered = all.filter(({ number }) => number !== undefined);
  const highest = numbered.toSorted((a, b) => compareNumbers(a.number ?? '', b.number ?? '')).at(-1);
  return [...(highest ? [highest] : []), ...all.filter(({ day }) => day !== undefined)];
}

function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
