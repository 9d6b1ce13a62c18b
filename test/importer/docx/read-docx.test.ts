import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/importer/docx/read-docx.ts';
import { type Block, ImportError } from '../../../src/importer/model/block.ts';
import { cell, docx, docxParts, footnote, p, r, table, textBox } from '../../support/docx.ts';
import { read, texts } from './support.ts';

/** A file of a document's parts, some of them changed or (`undefined`) taken out. */
function changed(parts: Record<string, string | undefined>, blocks = [p('本文')]): Uint8Array {
  const all = { ...docxParts(blocks), ...parts };
  return zipSync(
    Object.fromEntries(Object.entries(all).flatMap(([name, xml]) => (xml === undefined ? [] : [[name, strToU8(xml)]]))),
  );
}

/** The blocks of a file whose parts are not packed: what repeats itself would be a bomb. */
function readStored(blocks: string[], options = {}): Block[] {
  const parts = Object.entries(docxParts(blocks, options)).map(([name, xml]) => [name, strToU8(xml)]);
  return readDocx(zipSync(Object.fromEntries(parts), { level: 0 })).blocks;
}

function refusal(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error('It was read.');
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

describe('readDocx() opens', () => {
  const blocks = [p('第1条', { outline: 0 }), table([['甲']])];

  test('strict files as transitional ones', () => {
    expect(read(blocks, { strict: true })).toEqual(read(blocks));
    expect(texts(blocks, { strict: true })).toEqual(['第1条']);
  });

  test('the document wherever the relationships put it', () => {
    const lists = { 1: [{ text: '%1' }] };
    expect(read([p('甲', { num: [1] })], { main: 'doc/本文/main2.xml', lists }).blocks).toMatchObject([
      { text: '1　甲' },
    ]);
    const absolute = docxParts(blocks)['_rels/.rels']?.replace('Target="word', 'Target="/WORD');
    expect(readDocx(changed({ '_rels/.rels': absolute })).blocks).toMatchObject([{ text: '本文' }]);
  });

  test('a document without anything else, and one without a letter', () => {
    expect(read([])).toEqual({ blocks: [], edges: [], diagnostics: [] });
    const bare = `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`;
    expect(readDocx(changed({ 'word/document.xml': bare }))).toEqual({ blocks: [], edges: [], diagnostics: [] });
  });

  test('the same file to the same blocks', () => {
    const all = [p(['一', r('二', { colour: 'FF0000' }), textBox([p('三')])], { num: [1, 0] }), table([['四']])];
    const options = { lists: { 1: [{ text: '%1' }] }, header: '上' };
    expect(read(all, options)).toEqual(read(all, options));
  });
});

describe('readDocx() refuses in words', () => {
  test('what is no Word file, saying what it is', () => {
    const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
    expect(refusal(zip('[Content_Types].xml', 'xl/workbook.xml'))).toContain('Excel のファイルです。');
    expect(refusal(zip('[Content_Types].xml', 'ppt/presentation.xml'))).toContain('PowerPoint のファイルです。');
    expect(refusal(zip('mimetype', 'content.xml'))).toContain('OpenDocument などの形式です。');
    expect(refusal(zip('Index/Document.iwa'))).toContain('Pages の形式です。');
    expect(refusal(zip('規程.docx'))).toContain('圧縮されたファイルです。');
    expect(refusal(strToU8('{\\rtf1'))).toContain('リッチテキスト（RTF）です。');
  });

  test('a document that is missing, or something else', () => {
    const lost = 'Word のファイルですが、本文が見つかりません。';
    expect(refusal(changed({ 'word/document.xml': undefined }))).toContain(lost);
    expect(refusal(changed({ '_rels/.rels': undefined }))).toContain(lost);
    expect(refusal(changed({ 'word/document.xml': `${xml}<html/>` }))).toContain(lost);
    const outside = docxParts([])['_rels/.rels']?.replace('Target=', 'TargetMode="External" Target=');
    expect(refusal(changed({ '_rels/.rels': outside }))).toContain(lost);
  });

  test('spoilt parts and document types in any of them', () => {
    expect(refusal(changed({ 'word/document.xml': `${xml}<w:document>` }))).toContain('（XML）が壊れています');
    const parts = docxParts([p('あ')], { styles: [{ id: 'A' }], lists: { 1: [{ text: '%1' }] }, footnotes: ['注'] });
    for (const name of Object.keys(parts).filter((it) => it !== '[Content_Types].xml')) {
      const evil = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${parts[name]?.replace(/<\?.*?\?>/, '')}`;
      expect(refusal(changed({ ...parts, [name]: evil })), name).toContain('文書型宣言');
    }
  });

  test('100,000 tables or lists in one another', () => {
    const deep = (open: string) => docxParts([open.repeat(100_000)])['word/document.xml'];
    for (const open of ['<w:tbl><w:tr><w:tc>', '<w:sdt>', '<w:ins>']) {
      expect(refusal(changed({ 'word/document.xml': deep(open) }))).toContain('入れ子が深すぎる');
    }
  });
});

describe('readDocx() is not led astray', () => {
  test('by styles based on one another in a circle, or in a chain without end', () => {
    const circle = [
      { id: 'A', basedOn: 'B' },
      { id: 'B', basedOn: 'A', outline: 1 },
    ];
    expect(texts([p('甲', { style: 'A' })], { styles: circle })).toEqual(['甲']);
    const chain = Array.from({ length: 5_000 }, (_, i) => ({ id: `S${i}`, basedOn: `S${i + 1}` }));
    expect(texts([p('甲', { style: 'S0' })], { styles: chain })).toEqual(['甲']);
  });

  test('by ids that are names of objects', () => {
    expect(
      texts([p(r('甲', { style: '__proto__' }), { style: 'constructor', num: [7] })], { styles: [{ id: 'A' }] }),
    ).toEqual(['甲']);
  });

  test('by notes that call themselves, or are called again and again', () => {
    const self = `<w:p>${r('注')}${footnote(1)}</w:p>`;
    expect(texts([p(['甲', footnote(1), footnote(1), footnote(9)])], { footnotes: [self] })).toEqual([
      '甲（注1）',
      '注1　注',
    ]);
  });

  test('by a million blanks, breaks of lines or pieces of a paragraph', () => {
    const blanks = ' '.repeat(300_000);
    expect(readStored([p(`<w:r><w:t>甲${blanks}乙${blanks}</w:t></w:r>`)])).toMatchObject([{ text: `甲${blanks}乙` }]);
    const boxes = textBox([p('箱')])
      .replace(/<mc:Fallback>.*<\/mc:Fallback>/, '')
      .repeat(2_000);
    expect(readStored([p(boxes)])).toHaveLength(2_000);
    const rows = p(`<w:r>${'<w:t>行</w:t><w:br/>'.repeat(130_000)}</w:r>`);
    const merged = [[cell('上', { merge: 'restart' })], [cell(rows, { merge: 'continue' })]];
    expect(readStored([table(merged)])).toHaveLength(1);
  });

  test('by levels and numbers no list has', () => {
    const lists = {
      1: Array.from({ length: 2_000 }, () => ({ text: '%1'.repeat(5_000), format: 'lowerLetter', start: 2_600 })),
    };
    const blocks = readStored([p('甲', { num: [1, 8] }), p('乙', { num: [1, 1_999] }), p('丙', { num: [1, -1] })], {
      lists,
    });
    expect(blocks).toMatchObject([{ numbered: 256 }, { text: '乙' }, { text: '丙' }]);
  });

  test('by tables in tables as deep as may be', () => {
    let block = p('底');
    for (let depth = 0; depth < 120; depth++) block = table([[cell([block])]]);
    expect(read([block]).blocks).toMatchObject([{ rows: [[{ lines: [{ text: '底' }] }]] }]);
  });
});

describe('readDocx() is fast', () => {
  test('5 MB of document.xml in four seconds', () => {
    const sentence =
      '従業員は、会社の情報を持ち出すときは、あらかじめ情報セキュリティ責任者の承認を得なければならない。';
    const blocks = Array.from({ length: 18_000 }, (_, index) =>
      p([sentence, r('○年', { colour: 'FF0000' })], { num: [1, index % 3], style: 'A' }),
    );
    const lists = { 1: [{ text: '第%1条' }, { text: '%2', format: 'decimalFullWidth' }, { text: '(%3)' }] };
    const options = { lists, styles: [{ id: 'A' }] };
    expect(docxParts(blocks, options)['word/document.xml']?.length).toBeGreaterThan(5_000_000);
    const bytes = docx(blocks, options);
    // Time of this thread alone: what else the machine does is no matter.
    const before = process.threadCpuUsage().user;
    const document = readDocx(bytes);
    expect(process.threadCpuUsage().user - before).toBeLessThan(4_000_000);
    expect(document.blocks).toHaveLength(18_000);
    expect(document.blocks.at(-1)).toMatchObject({ text: `(1)　${sentence}○年` });
  });
});
