import { beforeAll, describe, expect, test } from 'vitest';
import type { PdfContext } from '../../src/pdf/context.ts';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { byteRangePlaceholder, contentsPlaceholder } from '../../src/record/signature-slot.ts';
import type { SummaryBlock, SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { makeBareSummary } from '../fixtures/pdf/bare-summary.ts';
import { makeContext, signature } from '../fixtures/pdf/make-context.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { cutOut, extractPages, findTexts, openPdf, type PlacedText, renderPage } from '../support/read-pdf.ts';

let font: PdfFont;
beforeAll(async () => {
  ({ font } = await loadNodeFont());
});

async function render(summary: SummaryDocument, more: Partial<PdfContext> = {}): Promise<Uint8Array> {
  const context = makeContext(font, more);
  await font.ensure(toTextToPrint(summary, context));
  return renderSummaryPdf(summary, context);
}

async function findAllTexts(document: Awaited<ReturnType<typeof openPdf>>): Promise<PlacedText[]> {
  const pages = Array.from({ length: document.numPages }, (_, index) => findTexts(document, index + 1));
  return (await Promise.all(pages)).flat();
}

function withBlocks(...blocks: SummaryBlock[]): SummaryDocument {
  return { ...makeBareSummary(), blocks };
}

const toLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('renderSummaryPdf: characters', () => {
  const rare = [
    '𠮷',
    '髙',
    '﨑',
    '𩸽',
    '辻\u{e0100}',
    '辻',
    '①',
    '㈱',
    '㋿',
    'ﾊ',
    'ﾟ',
    'ｱ',
    '〜',
    '～',
    'か\u3099',
    'e\u0302\u0303',
    'o\u0302\u0301',
    'e\u0323\u0302',
    '″',
    '𠮟',
  ];

  test('rare characters come out of the text as they went in', async () => {
    const pages = await extractPages(
      await render(withBlocks({ kind: 'fields', caption: '', rows: [{ label: '会社名', value: rare.join('') }] })),
    );
    expect(pages.join('\n')).toContain(rare.join(''));
  });

  test('and each is drawn: neither blank nor a box, 辻 with its selector unlike 辻', async () => {
    const rows = rare.map((value) => ({ label: '名', value }));
    const document = await openPdf(await render(withBlocks({ kind: 'fields', caption: '', rows })));
    const texts = await findTexts(document, 1);
    const image = await renderPage(document, 1, 4);
    const pixelsOf = (text: string): number[] => {
      const found = texts.find((item) => item.text === text && item.size > 9);
      if (found === undefined) throw new Error(`${text} is not on the page.`);
      return cutOut(image, { ...found, width: 9.5 });
    };
    const blank = cutOut(image, { x: 545, y: 100, width: 9.5, size: 9.5 });
    expect(Math.max(...blank)).toBe(0);
    const images = new Map(rare.map((text) => [text, pixelsOf(text)]));
    for (const pixels of images.values()) expect(pixels.filter((darkness) => darkness > 128).length).toBeGreaterThan(8);
    // A font without a glyph shows one box for all; here no two look alike but 〜 and ～, which the font draws so.
    images.delete('～');
    expect(new Set([...images.values()].map((pixels) => pixels.join())).size).toBe(rare.length - 1);
    expect(images.get('辻\u{e0100}')).not.toEqual(images.get('辻'));
  });

  test.each(['か\u3099', 'e\u0302\u0303', 'o\u0302\u0301', 'e\u0323\u0302', 'e\u0302\u0323', 'ê\u0323'])(
    '%s has the one glyph of its composed form, and keeps its code points',
    async (typed) => {
      await font.ensure(typed);
      const [whole] = font.shape(typed.normalize('NFC'));
      expect(font.shape(typed)).toEqual([{ ...whole, text: typed }]);
      expect(font.shape(`${typed}\u0336`).map(({ text }) => text)).toEqual([typed, '\u0336']);
    },
  );

  test('a tab is a gap and swallows nothing; line ends of every kind begin a line', async () => {
    const [page = ''] = await extractPages(
      await render(withBlocks({ kind: 'paragraph', text: '前\t後\n次\r\n末\r尾' })),
    );
    // pdf.js gives any blank as one space.
    expect(page).toContain(['前 後', '次', '末', '尾'].join('\n'));
  });

  test('a character the font lacks stops the making, with its place', async () => {
    const summary = withBlocks(
      { kind: 'fields', caption: '', rows: [{ label: '会社名', value: '龘商店' }] },
      {
        kind: 'table',
        caption: '点検',
        columns: [
          { label: 'No', share: 0.5 },
          { label: '備考', share: 0.5 },
        ],
        rows: [{ cells: ['1', '済み🙂'], weight: 'plain' }],
      },
    );
    await expect(render(summary)).rejects.toMatchObject({
      name: 'MissingCharacterError',
      message: 'The font lacks U+9F98 (会社名), U+1F642 (「点検」1行目の「備考」).',
    });
  });

  test('a form the font lacks is drawn as its base only when asked, keeps its text, and the page says so', async () => {
    const summary = withBlocks({ kind: 'fields', caption: '', rows: [{ label: '氏名', value: '渡邉\u{e0102}' }] });
    await expect(render(summary)).rejects.toMatchObject({ problems: [{ kind: 'variation', place: '氏名' }] });
    const [page = ''] = await extractPages(await render(summary, { substituteVariations: true }));
    expect(page).toContain('渡邉\u{e0102}');
    expect(page.replaceAll('\n', '')).toContain('基本の字形で印刷しています：邉\u{e0102}（U+9089 U+E0102）。');
    const [plain = ''] = await extractPages(await render(makeBareSummary(), { substituteVariations: true }));
    expect(plain).not.toContain('基本の字形');
  });
});

describe('renderSummaryPdf: pages', () => {
  const columns = [
    { label: 'No', share: 0.1 },
    { label: '確認項目', share: 0.5, header: true as const },
    { label: '備考', share: 0.4 },
  ];

  test('a table of 300 rows repeats its head on each page, and loses no row', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => ({
      cells: [
        `行${row + 1}`,
        `確認する事柄の${row + 1}番目。`,
        row % 7 === 0 ? '備考が二行にわたるほど長く書かれている場合。' : '',
      ],
      weight: row % 5 === 0 ? ('attention' as const) : ('plain' as const),
    }));
    const document = await openPdf(await render(withBlocks({ kind: 'table', caption: '大きな表', columns, rows })));
    expect(document.numPages).toBeGreaterThan(8);
    const found: string[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const texts = (await findTexts(document, page)).map(({ text }) => text);
      found.push(...texts.filter((text) => /^行\d+$/.test(text)));
      expect(texts.filter((text) => text === '確認項目')).toHaveLength(1);
      expect(texts.includes('大きな表（続き）')).toBe(page > 1);
      expect(texts.join('')).toContain(`文書番号 3F2A-9C01-77B4 ${page} / ${document.numPages}`);
    }
    expect(found).toEqual(rows.map(({ cells }) => cells[0]));
  });

  test('a row taller than a page breaks inside, and its other rows stay whole', async () => {
    const note = Array.from({ length: 500 }, (_, line) => `第${line + 1}の備考です。`).join('');
    const rows = ['前', note, '後'].map((text, row) => ({
      cells: [`行${row}`, '項目', text],
      weight: 'open' as const,
    }));
    const document = await openPdf(await render(withBlocks({ kind: 'table', caption: '長い備考', columns, rows })));
    expect(note.length).toBeGreaterThan(4500);
    expect(document.numPages).toBeGreaterThan(3);
    const remarks = (await findAllTexts(document)).filter(({ x, y, text }) => x > 340 && y > 62 && text !== '備考');
    expect(remarks.map(({ text }) => text).join('')).toBe(`前${note}後`);
  });

  test('a paragraph of 5,000 characters and a word of 300 go on over pages inside the type area', async () => {
    const long = '長い文を書く人もいます。'.repeat(417).slice(0, 5000);
    const bytes = await render(
      withBlocks({ kind: 'paragraph', text: long }, { kind: 'paragraph', tone: 'notice', text: 'x'.repeat(300) }),
    );
    const document = await openPdf(bytes);
    expect(document.numPages).toBeGreaterThan(2);
    const texts = await findAllTexts(document);
    for (const { x, width, y } of texts) {
      expect(x).toBeGreaterThan(40);
      expect(x + width).toBeLessThan(595.28 - 55.5);
      expect(y).toBeGreaterThan(28);
    }
    const body = texts.filter(({ y }) => y > 62).map(({ text }) => text);
    expect(body.join('')).toContain(`${long}${'x'.repeat(300)}`);
  });

  test('every kind of block is on the pages, in order', async () => {
    const [page = ''] = await extractPages(
      await render(
        withBlocks(
          { kind: 'heading', text: '見出しその一' },
          { kind: 'paragraph', text: '段落その二' },
          { kind: 'list', items: ['項目その三', '項目その四'] },
          { kind: 'fields', caption: '欄その五', rows: [{ label: '会社名', value: '値その六' }] },
          {
            kind: 'fields',
            caption: '集計',
            rows: [
              { label: '○ 実施', value: '18 / 20' },
              { label: '未回答', value: '2' },
            ],
          },
          {
            kind: 'table',
            caption: '表その七',
            columns,
            rows: [{ cells: ['1', '× 未実施', ''], weight: 'attention' }],
          },
          { kind: 'seal', labels: ['会社名', '押印'] },
        ),
        { signature },
      ),
    );
    const order = [
      '見出しその一',
      '段落その二',
      '項目その三',
      '項目その四',
      '欄その五',
      '値その六',
      '18 / 20',
      '表その七',
      '× 未実施',
      '電子署名',
    ];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    // Who signs has no empty box for a seal above the signature.
    expect(page).not.toContain('押印');
    expect(page).toContain('▲');
  });

  test('the panel names the signer, the certificate and the clock, and what the signature does not show', async () => {
    const text = (await extractPages(await render(makeBareSummary(), { signature }))).join('\n').replaceAll('\n', '');
    expect(text).toContain('見本 花子');
    expect(text).toContain('9f86 d081 884c 7d65');
    expect(text).toContain('2026年11月21日 15:30:00（日本時間）');
    for (const said of [
      '署名者の時計',
      '自己表示',
      '改ざん',
      '本人確認',
      '失効',
      '時刻の証明',
      '法的効力をうたうものではありません',
      'Acrobat',
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe('renderSummaryPdf: the file', () => {
  test('same summary and context, same bytes, in any time zone', async () => {
    const zone = process.env.TZ;
    const files: Uint8Array[] = [];
    const offsets = new Set<number>();
    try {
      for (const place of ['UTC', 'Asia/Tokyo', 'America/St_Johns']) {
        process.env.TZ = place;
        offsets.add(new Date('2026-11-21T06:30:00Z').getTimezoneOffset());
        files.push(await render(makeBareSummary(), { signature }));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    // The zones took effect.
    expect(offsets.size).toBe(3);
    const [first = new Uint8Array(), ...others] = files;
    for (const file of others) expect(Buffer.compare(first, file)).toBe(0);
    const another = await loadNodeFont();
    const context = makeContext(another.font, { signature });
    await another.font.ensure(toTextToPrint(makeBareSummary(), context));
    expect(Buffer.compare(first, renderSummaryPdf(makeBareSummary(), context))).toBe(0);
  });

  test('is one revision of PDF 1.7 whose cross-reference table points at every object', async () => {
    const file = toLatin1(await render(makeBareSummary(), { signature }));
    expect(file.startsWith('%PDF-1.7\n')).toBe(true);
    expect(file.endsWith('%%EOF\n')).toBe(true);
    expect(file.match(/%%EOF/g)).toHaveLength(1);
    expect(file.match(/^startxref$/gm)).toHaveLength(1);
    const table = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
    expect(file.slice(table, table + 5)).toBe('xref\n');
    const entries = file.slice(table).match(/^\d{10} 00000 n $/gm) ?? [];
    expect(entries.length).toBeGreaterThan(50);
    entries.forEach((entry, index) => {
      expect(file.startsWith(`${index + 1} 0 obj`, Number(entry.slice(0, 10)))).toBe(true);
    });
  });

  test('leaves room for one signature when asked, and none otherwise', async () => {
    const signed = toLatin1(await render(makeBareSummary(), { signature }));
    expect(signed.split(byteRangePlaceholder)).toHaveLength(2);
    expect(signed.split(contentsPlaceholder(signature.reserve))).toHaveLength(2);
    expect(signed.indexOf(byteRangePlaceholder)).toBeLessThan(signed.indexOf('/Contents <0'));
    expect(signed).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(signed).toContain('/M (D:20261121063000Z)');
    expect(signed).toMatch(/\/AcroForm << \/Fields \[\d+ 0 R\] \/SigFlags 3 >>/);
    const unsigned = toLatin1(await render(makeBareSummary()));
    expect(unsigned).not.toMatch(/\/Sig\b|AcroForm|ByteRange|Annots/);
  });

  test('carries the attachment byte for byte, as associated data', async () => {
    const bytes = await render(makeBareSummary());
    const document = await openPdf(bytes);
    const [[id = '', attachment] = [], ...more] = [...((await document.getAttachments()) ?? [])];
    expect(attachment).toMatchObject({ filename: 'kitei.json', description: '回答のデータ' });
    expect(more).toEqual([]);
    expect(Buffer.from((await document.getAttachmentContent(id)) ?? []).toString()).toBe('{"format":"kitei/1"}');
    const file = toLatin1(bytes);
    expect(file).toMatch(/\/AF \[\d+ 0 R\] \/Names << \/EmbeddedFiles << \/Names \[\(kitei.json\) \d+ 0 R\]/);
    expect(file).toContain('/AFRelationship /Data');
    expect(file).toContain('/Params << /Size 20 /ModDate (D:20261121063000Z) >>');
  });

  test('is tagged: headings, tables with their heads, lists, the signature field; titled, in Japanese', async () => {
    const document = await openPdf(await render(makeBareSummary(), { signature }));
    const roles: string[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('role' in node && typeof node.role === 'string') roles.push(node.role);
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk);
    };
    for (let page = 1; page <= document.numPages; page++) walk(await (await document.getPage(page)).getStructTree());
    expect(roles[0]).toBe('Root');
    for (const role of [
      'Document',
      'H1',
      'H2',
      'P',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'LBody',
      'Form',
    ]) {
      expect(roles).toContain(role);
    }
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ PDFFormatVersion: '1.7', Language: 'ja-JP', IsSignaturesPresent: true });
    expect(metadata?.get('dc:title')).toBe('委託先情報セキュリティ対策状況確認リスト');
    expect(metadata?.getRaw()).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  test('a file id that is none is refused', async () => {
    await expect(render(makeBareSummary(), { fileId: 'abc' })).rejects.toThrow(RangeError);
  });
});
