import { beforeAll, describe, expect, test } from 'vitest';
import type { PdfContext } from '../../src/pdf/context.ts';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import type { SummaryBlock, SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { makeContext, signature } from '../fixtures/pdf/make-context.ts';
import { makeLetter, makePaper, makePlan, makePledges, makeRegister, makeRoster } from '../fixtures/pdf/papers.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { extractPages, findTexts, openPdf, type PlacedText, renderPage } from '../support/read-pdf.ts';

let font: PdfFont;
beforeAll(async () => {
  ({ font } = await loadNodeFont());
});

const page = { width: 595.28, left: 56, right: 595.28 - 56, bottom: 841.89 - 772 };
/** A page on its side. */
const across = { right: 841.89 - 56, bottom: page.bottom };

async function render(summary: SummaryDocument, more: Partial<PdfContext> = {}): Promise<Uint8Array> {
  const context = makeContext(font, more);
  await font.ensure(toTextToPrint(summary, context));
  return renderSummaryPdf(summary, context);
}

async function textsOf(summary: SummaryDocument, number = 1): Promise<PlacedText[]> {
  return findTexts(await openPdf(await render(summary)), number);
}

/** The piece of text on a page that begins so. */
function find(texts: readonly PlacedText[], begins: string): PlacedText {
  const found = texts.find(({ text }) => text.trimStart().startsWith(begins));
  if (!found) throw new Error(`${begins} is not on the page: ${texts.map(({ text }) => text).join(' / ')}`);
  return found;
}

/** Role and text-bearing children of the structure of all pages, in order. */
async function rolesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdf(bytes);
  const roles: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('role' in node && typeof node.role === 'string') roles.push(node.role);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  for (let number = 1; number <= document.numPages; number++)
    walk(await (await document.getPage(number)).getStructTree());
  return roles;
}

describe('a letter', () => {
  test('has mark and addressee at the left, date and 以上 at the right, heading and 記 in the middle', async () => {
    const texts = await textsOf(makePlan());
    const middle = ({ x, width }: PlacedText) => x + width / 2;
    expect(find(texts, '（別添1）').x).toBeCloseTo(page.left, 0);
    const date = find(texts, '令和8年11月30日');
    expect(date.x + date.width).toBeCloseTo(page.right, 0);
    expect(find(texts, '見本労働局').x).toBeLessThan(80);
    expect(find(texts, '見本労働局').size).toBeGreaterThan(date.size);
    expect(find(texts, '協議会名').x).toBeCloseTo(page.width / 2, 0);
    expect(find(texts, '見本地域雇用創造協議会').x).toBe(find(texts, '見本 花子').x);
    expect(middle(find(texts, '見本地域雇用創造業務'))).toBeCloseTo(page.width / 2, 0);
    expect(middle(find(texts, '記'))).toBeCloseTo(page.width / 2, 0);
    const end = find(texts, '以上');
    expect(end.x + end.width).toBeCloseTo(page.right, 0);
  });

  test('says everything once and in order, and nothing of ours above it', async () => {
    const text = (await extractPages(await render(makePlan(), { signature }))).join('\n').replaceAll(/\s/g, '');
    expect(text.startsWith('（別添1）令和8年11月30日見本労働局あて協議会名')).toBe(true);
    const order = [
      '見本花子',
      '作業実施計画書',
      '貴局から',
      '記',
      '1情報の保存媒体',
      '紙媒体',
      '（注1）',
      '（注3）',
      '2全ての',
      '令和9年3月31日',
      '以上',
      '承認（労働局）',
      '承認する・承認しない',
      '押印',
      '電子署名',
    ];
    let at = 0;
    for (const one of order) {
      const next = text.indexOf(one, at);
      expect(next, one).toBeGreaterThanOrEqual(at);
      at = next;
    }
    expect(text).not.toContain('見本商事規程集');
    expect(text.match(/全ての作業が完了する予定日/g)).toHaveLength(1);
  });

  test('number at the foot of each page, version and maker at that of the last; a blank one has no number', async () => {
    const pages = await extractPages(await render(makePlan(), { signature }));
    expect(pages.length).toBe(2);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain('文書番号 3F2A-9C01-77B4');
      // Once, where the paper ends.
      expect(text.includes('定義の版 3 作成 kitei 0.1.0')).toBe(at === 1);
    }
    // Neither a box nor the panel stands on a sheet without what it is about.
    expect(pages[1]).toMatch(/^（注3）|令和9年3月31日/);
    const blank = (await extractPages(await render({ ...makePlan('blank'), number: '' }))).join('\n');
    expect(blank).toContain('定義の版 3 作成 kitei 0.1.0');
    expect(blank).not.toContain('文書番号');
  });

  test('text begins one character in, a note hangs beside its mark', async () => {
    const long =
      '注は二行目から字下げして、番号の下に文が回り込まないように組むのが、公の文書の決まった形です。'.repeat(2);
    const texts = await textsOf(
      makePaper(
        '書類',
        makeLetter(),
        { kind: 'paragraph', text: '貴局から預かった物を返します。' },
        { kind: 'paragraph', tone: 'note', text: `（注1）${long}` },
      ),
    );
    const body = texts.find(({ text }) => text.includes('貴局から'));
    // pdf.js gives the blank at the head of a line as part of it, or leaves its width out.
    expect((body?.x ?? 0) + (body?.text.startsWith('\u3000') ? 10.5 : 0)).toBeCloseTo(page.left + 10.5, 0);
    const mark = find(texts, '（注1）');
    const lines = texts.filter(({ text, size }) => size === 8.5 && !text.includes('（注1）') && text.trim() !== '');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.x).toBeCloseTo(mark.x + mark.width, 0);
  });
});

describe('structure', () => {
  test('the heading is the H1, each sheet has one, and the signature an H2', async () => {
    const roles = await rolesOf(await render(makePledges('見本 花子', '見本 太郎'), { signature }));
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H1', 'H2']);
    const roster = await rolesOf(await render(makeRegister(3)));
    expect(roster.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
  });

  test('each person has a sheet of their own', async () => {
    const pages = await extractPages(await render(makePledges('見本 花子', '見本 太郎', '見本 次郎')));
    expect(pages.map((text) => text.match(/見本 [花太次][子郎]/)?.[0])).toEqual([
      '見本 花子',
      '見本 太郎',
      '見本 次郎',
    ]);
  });

  test('a sheet that begins where one begins anyway leaves no page empty', async () => {
    const sheet: SummaryBlock = { kind: 'page' };
    const pages = await extractPages(await render(makePaper('書類', sheet, makeLetter(), sheet, sheet, makeLetter())));
    expect(pages).toHaveLength(2);
  });
});

describe('tables', () => {
  test('200 rows repeat their head on each page, and lose no row', async () => {
    const document = await openPdf(await render(makeRegister(200)));
    const found: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const texts = (await findTexts(document, number)).map(({ text }) => text);
      found.push(...texts.filter((text) => /^記録\d+$/.test(text)));
      expect(texts.filter((text) => text === '持ち出した物')).toHaveLength(1);
      expect(texts.includes('持出しの記録（続き）')).toBe(number > 1);
    }
    expect(found).toEqual(Array.from({ length: 200 }, (_, index) => `記録${index + 1}`));
  });

  test('11 columns stay inside the page, which lies on its side, each text in its own, not smaller than 8 points', async () => {
    const document = await openPdf(await render(makeRoster(60)));
    const texts = (
      await Promise.all(Array.from({ length: document.numPages }, (_, index) => findTexts(document, index + 1)))
    ).flat();
    expect(texts.filter(({ text }) => /^見本 .郎$/.test(text))).toHaveLength(60);
    for (const { x, y, width, size, text } of texts) {
      expect(x, text).toBeGreaterThanOrEqual(page.left - 0.5);
      expect(x + width, text).toBeLessThanOrEqual(across.right + 0.5);
      // Above the foot and the line that says which table goes on.
      if (y > across.bottom && !text.includes('（続き）')) expect(size, text).toBeGreaterThanOrEqual(8);
    }
    const lefts = texts.filter(({ text }) => text === '兼務').map(({ x }) => Math.round(x));
    expect(new Set(lefts).size).toBe(1);
  });

  test('where nothing stands there is room to write: 24 points in each empty row, lines all round', async () => {
    const columns = [
      { label: '品名', share: 0.5 },
      { label: '備考', share: 0.5 },
    ];
    const rows = ['', '', ''].map(() => ({ cells: ['', ''], weight: 'plain' as const }));
    const table: SummaryBlock = { kind: 'table', caption: '', columns, rows };
    const document = await openPdf(await render(makePaper('表', { kind: 'heading', text: '表' }, table)));
    const scale = 4;
    const image = await renderPage(document, 1, scale);
    const darkAt = (x: number, y: number): boolean =>
      (image.data[(y * image.width + Math.round(x * scale)) * 4] ?? 255) < 160;
    /** Heights of the lines across a column. */
    const across: number[] = [];
    for (let y = Math.round(60 * scale); y < 400 * scale; y++) {
      if (darkAt(page.left + 20, y) && !darkAt(page.left + 20, y - 1)) across.push(y / scale);
    }
    const gaps = across.slice(1).map((y, index) => y - (across[index] ?? 0));
    expect(gaps.filter((gap) => Math.abs(gap - 24) < 0.8)).toHaveLength(3);
    const below = Math.round(((across.at(-1) ?? 0) - 12) * scale);
    const upright = Array.from({ length: image.width }, (_, x) => x / scale).filter(
      (x) => darkAt(x, below) && !darkAt(x - 1 / scale, below),
    );
    expect(upright.map(Math.round)).toEqual([56, 298, 539]);
  });

  test('a row taller than a page breaks inside and loses nothing', async () => {
    const note = Array.from({ length: 400 }, (_, line) => `第${line + 1}の備考。`).join('');
    const fields: SummaryBlock = {
      kind: 'fields',
      caption: '経過',
      rows: [
        { label: '起きたこと', value: note },
        { label: '連絡先', value: '' },
      ],
    };
    const document = await openPdf(await render(makePaper('報告書', { kind: 'heading', text: '報告書' }, fields)));
    expect(document.numPages).toBeGreaterThan(1);
    const all = (
      await Promise.all(Array.from({ length: document.numPages }, (_, index) => findTexts(document, index + 1)))
    ).flat();
    expect(
      all
        .filter(({ x, y }) => x > 180 && y > page.bottom)
        .map(({ text }) => text)
        .join(''),
    ).toContain(note);
  });
});

describe('what ends a sheet', () => {
  const ends: SummaryBlock[] = [
    { kind: 'paragraph', tone: 'note', text: '（注）控えを取っておく。' },
    { kind: 'paragraph', tone: 'end', text: '以上' },
    { kind: 'seal', labels: ['氏名', '押印'] },
  ];
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ cells: [`${index + 1}番`, ''], weight: 'plain' as const }));
  const columns = [
    { label: '番号', share: 0.5 },
    { label: '備考', share: 0.5 },
  ];

  test('never stands on a page without the last of what it is about', async () => {
    for (let count = 14; count <= 26; count++) {
      const table: SummaryBlock = { kind: 'table', caption: '一覧', columns, rows: rows(count) };
      const pages = await extractPages(await render(makePaper('表', { kind: 'heading', text: '表' }, table, ...ends)));
      const last = pages.at(-1) ?? '';
      for (const text of ['以上', '押印', `${count}番`]) expect(last, `${count}`).toContain(text);
      expect(pages.join('').match(/\d+番/g)).toHaveLength(count);
    }
  });
});

describe('boxes', () => {
  test('name whose they are, and the one for the seal is square', async () => {
    const document = await openPdf(
      await render(
        makePaper(
          '許可',
          { kind: 'heading', text: '許可' },
          { kind: 'seal', caption: '承認（見本課）', labels: ['押印'] },
        ),
      ),
    );
    const texts = await findTexts(document, 1);
    const caption = find(texts, '承認（見本課）');
    const seal = find(texts, '押印');
    expect(caption.x).toBeCloseTo(seal.x - 8, 0);
    expect(page.right - caption.x).toBeCloseTo(84, 0);
  });
});

describe('a chart', () => {
  const boxes = [
    { depth: 0, title: '代表', lines: ['見本 花子'] },
    { depth: 1, title: '責任者', lines: ['髙橋﨑子', '情報システム部 基盤運用課 第二担当'] },
    { depth: 2, title: '担当者', lines: ['山田 太郎'] },
    { depth: 1, title: '監査人', lines: [''] },
  ];
  const paper = makePaper('体制', { kind: 'heading', text: '体制' }, { kind: 'chart', caption: '体制図', boxes });

  test('is a list within a list to whoever cannot see it, each box with its own text', async () => {
    const bytes = await render(paper);
    expect((await rolesOf(bytes)).join(' ')).toBe('Root Document H1 L Caption LI LBody L LI LBody L LI LBody LI LBody');
    const text = (await extractPages(bytes)).join('').replaceAll(/\s/g, '');
    expect(text).toContain('体制図代表見本花子責任者髙橋﨑子情報システム部基盤運用課第二担当担当者山田太郎監査人');
  });

  test('stands in the middle, those of one level at one height', async () => {
    const texts = await textsOf(paper);
    const middle = ({ x, width }: PlacedText) => x + width / 2;
    expect(find(texts, '責任者').y).toBeCloseTo(find(texts, '監査人').y, 1);
    expect(find(texts, '代表').y).toBeGreaterThan(find(texts, '責任者').y);
    expect(middle(find(texts, '代表'))).toBeCloseTo(page.width / 2, 0);
    expect(middle(find(texts, '担当者'))).toBeCloseTo(middle(find(texts, '責任者')), 1);
  });

  test('too large for a page, it is told line by line over pages', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ depth: index % 3, title: `係${index}`, lines: ['名'] }));
    const document = await openPdf(await render(makePaper('体制', { kind: 'chart', caption: '', boxes: many })));
    expect(document.numPages).toBeGreaterThan(1);
    const texts = (
      await Promise.all(Array.from({ length: document.numPages }, (_, at) => findTexts(document, at + 1)))
    ).flat();
    expect(texts.filter(({ text }) => text.startsWith('・係'))).toHaveLength(130);
  });
});

test('a character the font lacks is named with its place on the paper', async () => {
  const summary = makePaper('書類', makeLetter({ to: '龘商店　御中' }), { kind: 'seal', labels: ['氏名🙂'] });
  await expect(render(summary)).rejects.toMatchObject({
    message: 'The font lacks U+9F98 (提出先), U+1F642 (記名・押印の欄「氏名🙂」).',
  });
  // The name of the site is not on it.
  expect((await render({ ...makePaper('書類', makeLetter()), issuer: '龘' })).length).toBeGreaterThan(1000);
});
