import { beforeAll, describe, expect, test } from 'vitest';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import type { SummaryBlock } from '../../src/record/v1/summary/summary-document.ts';
import { makeBareSummary } from '../fixtures/pdf/bare-summary.ts';
import { makeContext } from '../fixtures/pdf/make-context.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { findTexts, openPdf, type PlacedText } from '../support/read-pdf.ts';

let font: PdfFont;
beforeAll(async () => {
  ({ font } = await loadNodeFont());
});

/** The lines of each page, feet included. */
async function layOut(block: SummaryBlock): Promise<PlacedText[][]> {
  const summary = { ...makeBareSummary(), blocks: [block] };
  const context = makeContext(font);
  await font.ensure(toTextToPrint(summary, context));
  const document = await openPdf(renderSummaryPdf(summary, context));
  return Promise.all(Array.from({ length: document.numPages }, (_, index) => findTexts(document, index + 1)));
}

/** The cells of the third column, which begins right of the middle, without the head. */
const remarksOf = (pages: PlacedText[][]): PlacedText[] =>
  pages.flat().filter(({ x, y, text }) => x > 340 && y > 62 && text !== '備考');

function tableWith(note: string): SummaryBlock {
  return {
    kind: 'table',
    caption: '点検',
    columns: [
      { label: 'No', share: 0.1 },
      { label: '確認項目', share: 0.5, header: true },
      { label: '備考', share: 0.4 },
    ],
    rows: [{ cells: ['1', '項目', note], weight: 'plain' }],
  };
}

describe('lines across the width of the page', () => {
  // Each sentence is one character longer than the one before, so that every sign comes to stand at a line's end.
  const sentences = Array.from({ length: 120 }, (_, index) => `${'字'.repeat(index % 47)}「きょう」、（ッー）々。`);

  test('none begins with what may not begin a line, or ends with what may not end one', async () => {
    const text = sentences.join('');
    const pages = await layOut({ kind: 'paragraph', text });
    const lines = pages.flat().filter(({ y, text: line }) => y > 62 && /字|きょう/.test(line));
    expect(lines.map(({ text: line }) => line).join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(60);
    for (const { text: line } of lines) {
      expect(line).not.toMatch(/^[」）、。ッーょ々]/);
      expect(line).not.toMatch(/[「（]$/);
    }
  });

  test('none passes the right edge, or stops before it by more than the longest run that stays together', async () => {
    const pages = await layOut({ kind: 'paragraph', text: sentences.join('') });
    const lines = pages.flat().filter(({ y, text }) => y > 62 && /字|きょう/.test(text));
    const right = Math.max(...lines.map(({ x, width }) => x + width));
    expect(right).toBeLessThan(595.28 - 40);
    // （ッー）々。 is six characters.
    for (const { x, width, size } of lines.slice(0, -1)) expect(x + width).toBeGreaterThan(right - 6.1 * size);
  });
});

describe('a cell', () => {
  test('cuts a word of 300 letters at its own edge, and loses no letter', async () => {
    const word = `https://example.jp/${'a1b2c3'.repeat(47)}`;
    const remarks = remarksOf(await layOut(tableWith(word)));
    expect(remarks.map(({ text }) => text).join('')).toBe(word);
    expect(remarks.length).toBeGreaterThan(5);
    for (const { x, width } of remarks) expect(x + width).toBeLessThan(595.28 - 40);
  });

  test('with a note of 5,000 characters goes on over pages, each with head and number', async () => {
    const note = Array.from({ length: 626 }, (_, index) => `${String(index).padStart(3, '0')}番の備考`).join('。');
    const pages = await layOut(tableWith(note));
    expect(note.length).toBeGreaterThanOrEqual(5000);
    expect(pages.length).toBeGreaterThan(3);
    expect(
      remarksOf(pages)
        .map(({ text }) => text)
        .join(''),
    ).toBe(note);
    pages.forEach((page, index) => {
      expect(page.filter(({ text }) => text === '備考')).toHaveLength(1);
      expect(page.map(({ text }) => text).join('')).toContain(`${index + 1} / ${pages.length}`);
    });
  });
});
