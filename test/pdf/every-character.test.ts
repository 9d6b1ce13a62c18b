import { readFileSync } from 'node:fs';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import { toClusters } from '../../src/pdf/font/clusters.ts';
import { kanjiOfGeneralUse } from '../../src/pdf/font/general-kanji.ts';
import { kanjiOfSchoolGrades } from '../../src/pdf/font/school-kanji.ts';
import { parseTrueType } from '../../src/pdf/font/true-type.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { makeBareSummary } from '../fixtures/pdf/bare-summary.ts';
import { makeContext } from '../fixtures/pdf/make-context.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { cutOut, findTexts, openPdf, type PageImage, type PlacedText, renderPage } from '../support/read-pdf.ts';

/*
 * Every character that a sender may need goes through the whole of src/pdf. pdf.js reads the text back and draws the
 * pages; Skia draws the same characters in the same places with the font as its makers publish it. A character that is
 * lost, blank, a box, or another's differs from that picture.
 */
const fontFile = 'node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const publishedFont = 'published';
const scale = 3;
/** pdf.js and Skia drawing one outline differ by less, two outlines hardly ever by so little. */
const limit = 0.4;

const readKanji = (level: 3 | 4): string[] => [
  ...readFileSync(`test/fixtures/characters/jis-x-0213-level-${level}.txt`, 'utf8').replaceAll('\n', ''),
];

/** 50 forms with a glyph of their own, spread evenly over the 13,311 that the font has (all with U+E0100). */
function listVariations(): string[] {
  const own = [...(parseTrueType(readFileSync(fontFile)).variations.get(0xe0100) ?? [])].filter(
    ([, { kind }]) => kind === 'glyph',
  );
  return Array.from({ length: 50 }, (_, index) => {
    const [base = 0] = own[Math.floor((index * own.length) / 50)] ?? [];
    return `${String.fromCodePoint(base)}\u{e0100}`;
  });
}

const groups: { name: string; count: number; characters: string[] }[] = [
  { name: '常用漢字', count: 2136, characters: [...kanjiOfSchoolGrades.join(''), ...kanjiOfGeneralUse] },
  { name: 'JIS X 0213 第3水準', count: 1259, characters: readKanji(3) },
  { name: 'JIS X 0213 第4水準', count: 2436, characters: readKanji(4) },
  { name: '異体字セレクター付き', count: 50, characters: listVariations() },
  { name: '記号', count: 8, characters: [...'①⑳㈱㈲㋿〜～￥'] },
  {
    name: '半角カナ',
    count: 63,
    characters: Array.from({ length: 63 }, (_, index) => String.fromCodePoint(0xff61 + index)),
  },
];

/** A character where pdf.js finds it. */
interface Cell extends PlacedText {
  page: number;
}

let cells: Map<string, Cell[]>;
let images: PageImage[];
/** How unlike the published font's picture each character is; and how unlike that of another character. */
let likeFont: Map<string, number>;
let likeOther: Map<string, number>;

beforeAll(async () => {
  GlobalFonts.registerFromPath(fontFile, publishedFont);
  const summary = {
    ...makeBareSummary(),
    blocks: groups.map(({ characters }) => ({ kind: 'paragraph' as const, text: characters.join('') })),
  };
  const { font } = await loadNodeFont();
  const context = makeContext(font);
  await font.ensure(toTextToPrint(summary, context));
  const document = await openPdf(renderSummaryPdf(summary, context));
  cells = new Map(groups.map(({ name }) => [name, []]));
  images = [];
  const body: Cell[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    body.push(...(await findTexts(document, page)).flatMap((text) => toCells(text, page)));
    images.push(await renderPage(document, page, scale));
  }
  // The paragraphs stand one after the other, between the head of the first page and the feet.
  const all = groups.flatMap(({ characters }) => characters);
  const start = body.findIndex((_, index) => all.slice(0, 9).every((text, step) => body[index + step]?.text === text));
  let at = start;
  for (const { name, characters } of groups) {
    for (const character of characters) {
      while (body[at] !== undefined && isFoot(body[at])) at++;
      const cell = body[at];
      if (cell?.text === character) cells.get(name)?.push(cell);
      at++;
    }
  }
  const found = [...cells.values()].flat();
  // Characters of one radical stand together in the code table and look alike; half a list away, others do not.
  const half = Math.floor(found.length / 2);
  const others = new Map(found.map(({ text }, index) => [text, found[(index + half) % found.length]?.text ?? '']));
  likeFont = compare(found, ({ text }) => text);
  likeOther = compare(found, ({ text }) => others.get(text) ?? '');
}, 60_000);

/** The characters of a line: full-width or half-width ones, all alike, since each group is set by itself. */
function toCells(line: PlacedText, page: number): Cell[] {
  const clusters = toClusters(line.text);
  const width = line.width / clusters.length;
  return clusters.map((text, index) => ({ ...line, text, x: line.x + index * width, width, page }));
}

/** Below the type area stand the document's number and the page's. */
function isFoot(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.y < 62;
}

/** The same characters in the same places, by Skia and the published font. */
function drawByFont(all: readonly PlacedText[], { width, height }: PageImage): PageImage {
  const canvas: Canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  // No hinting, and no snapping of upright text to whole pixels: pdf.js draws outlines where they are.
  context.textRendering = 'geometricPrecision';
  context.rotate(1e-6);
  for (const { text, x, y, size } of all) {
    context.font = `${size * scale}px ${publishedFont}`;
    context.fillText(text, x * scale, height - y * scale);
  }
  return { width, height, data: context.getImageData(0, 0, width, height).data, scale };
}

/** How unlike each character on the pages is what the published font draws for the text named in its place. */
function compare(all: readonly Cell[], nameText: (cell: Cell) => string): Map<string, number> {
  const differences = new Map<string, number>();
  images.forEach((image, index) => {
    const here = all.filter(({ page }) => page === index + 1);
    if (here.length === 0) return;
    const expected = drawByFont(
      here.map((cell) => ({ ...cell, text: nameText(cell) })),
      image,
    );
    for (const cell of here) differences.set(cell.text, differenceOf(cutOut(image, cell), cutOut(expected, cell)));
  });
  return differences;
}

/** How unlike two pictures are: 0 = the same, 1 = no ink in common. */
function differenceOf(one: readonly number[], other: readonly number[]): number {
  let difference = 0;
  let ink = 0;
  one.forEach((darkness, at) => {
    difference += Math.abs(darkness - (other[at] ?? 0));
    ink += darkness + (other[at] ?? 0);
  });
  return ink === 0 ? 1 : difference / ink;
}

describe.each(groups)('$name', ({ name, count, characters }) => {
  test(`all ${count} are in the text, in order`, () => {
    expect(characters).toHaveLength(count);
    expect(new Set(characters).size).toBe(count);
    expect(cells.get(name)?.map(({ text }) => text)).toEqual(characters);
  });

  test('each is drawn as the font draws it, and unlike another', () => {
    const own = differences(characters, likeFont);
    const other = differences(characters, likeOther);
    const noticed = other.filter(({ difference }) => difference > limit).length;
    console.info(
      `${name}: ${own.length} drawn, most unlike ${Math.max(...own.map(({ difference }) => difference)).toFixed(2)}; ` +
        `${noticed} of ${count} others are more unlike than ${limit}`,
    );
    expect(own.filter(({ difference }) => difference > limit)).toEqual([]);
    expect(own.filter(({ text, difference }) => difference >= (likeOther.get(text) ?? 0))).toEqual([]);
    expect(noticed).toBeGreaterThan(0.95 * count);
  });
});

test('a variation is drawn as itself, not as its base', () => {
  const all = cells.get('異体字セレクター付き') ?? [];
  const base = compare(all, ({ text }) => text.replace('\u{e0100}', ''));
  // Some differ from their base in one dot only, which is less than two renderers differ in.
  const asThemselves = all.filter(({ text }) => (likeFont.get(text) ?? 1) < (base.get(text) ?? 0));
  expect(asThemselves.length).toBeGreaterThanOrEqual(35);
});

/** @throws Error for a character that is not on the pages */
function differences(characters: readonly string[], by: Map<string, number>): { text: string; difference: number }[] {
  return characters.map((text) => {
    const difference = by.get(text);
    if (difference === undefined) throw new Error(`${text} is not on the pages.`);
    return { text, difference };
  });
}
