import { readFileSync, rmSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { kanjiOfGeneralUse } from '../../../src/pdf/font/general-kanji.ts';
import { loadPdfFont } from '../../../src/pdf/font/load-pdf-font.ts';
import { kanjiOfSchoolGrades } from '../../../src/pdf/font/school-kanji.ts';
import { parseTrueType } from '../../../src/pdf/font/true-type.ts';
import { readFontFiles } from '../../../src/site/font-files.ts';
import { loadNodeFont, readAsset } from '../../support/node-font.ts';

/** The kanji of JIS X 0208, as EUC-JP orders them. */
const eucJpKanji = new Set(
  Array.from({ length: 69 * 94 }, (_, index) =>
    new TextDecoder('euc-jp').decode(Uint8Array.of(0xb0 + Math.floor(index / 94), 0xa1 + (index % 94))),
  ),
);
const whole = parseTrueType(
  readFileSync('node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
);

describe('readFontFiles', () => {
  test('cuts the same bytes under the same names, with the licence beside them', () => {
    const cutAnew = () => {
      rmSync('node_modules/.cache/kitei/font', { recursive: true, force: true });
      return readFontFiles(process.cwd());
    };
    const [first, second, kept] = [cutAnew(), cutAnew(), readFontFiles(process.cwd())];
    for (const other of [second, kept]) {
      expect([...first.keys()]).toEqual([...other.keys()]);
      for (const [name, bytes] of first) expect(Buffer.compare(bytes, other.get(name) ?? Buffer.of()), name).toBe(0);
    }
    expect(Buffer.from(first.get('OFL.txt') ?? []).toString()).toContain('SIL Open Font License');
    const hashed = [...first.keys()].filter((name) => !['manifest.json', 'OFL.txt'].includes(name));
    for (const name of hashed) expect(name).toMatch(/^(core|index|variations|shard-\d{3})\.[0-9a-f]{12}\.bin$/);
  });
});

describe('kanjiOfSchoolGrades', () => {
  test('has as many kanji a grade as the notice, each once', () => {
    expect(kanjiOfSchoolGrades.map((grade) => [...grade].length)).toEqual([80, 160, 200, 202, 193, 191]);
    expect(new Set(kanjiOfSchoolGrades.join('')).size).toBe(1026);
  });
});

describe('kanjiOfGeneralUse', () => {
  test('makes up the 2,136 of the notice together with those of the school, in the forms of the notice', () => {
    const all = new Set([...kanjiOfSchoolGrades.join(''), ...kanjiOfGeneralUse]);
    expect([...kanjiOfGeneralUse]).toHaveLength(1110);
    expect(all.size).toBe(2136);
    // The notice prints these four in forms beyond JIS X 0208; all others are in its level 1 or 2.
    const isIn0208 = (kanji: string): boolean => eucJpKanji.has(kanji);
    expect([...all].filter((kanji) => !isIn0208(kanji)).toSorted()).toEqual(['剝', '塡', '頰', '𠮟']);
  });
});

describe('loadPdfFont', () => {
  test('fetches index and core first, and a shard only for what the core lacks', async () => {
    const { font, fetched } = await loadNodeFont();
    expect(fetched.map((name) => name.split('.')[0])).toEqual(['manifest', 'index', 'core']);
    await font.ensure('情報セキュリティ ABC １２３ 株式会社');
    expect(fetched).toHaveLength(3);
    await font.ensure('𩸽');
    expect(fetched).toHaveLength(4);
    await font.ensure('𩸽𩸽');
    expect(fetched).toHaveLength(4);
  });

  test('every character of the font keeps its outline and width', { timeout: 60_000 }, async () => {
    const { font } = await loadNodeFont();
    const codes = [...whole.glyphs];
    await font.ensure(codes.map(([code]) => String.fromCodePoint(code)).join('\n'));
    let wrong = 0;
    for (const [code, original] of codes) {
      const [cluster, ...more] = font.shape(String.fromCodePoint(code));
      const same =
        more.length === 0 &&
        cluster?.glyph !== undefined &&
        cluster.advance === whole.advanceOf(original) &&
        JSON.stringify(font.outlineOf(cluster.glyph)) === JSON.stringify(whole.outlineOf(original));
      if (!same) wrong++;
    }
    expect(wrong).toBe(0);
    expect(codes.length).toBeGreaterThan(16_000);
  });

  test('a failed fetch rejects, and can be tried again', async () => {
    let fails = true;
    const font = await loadPdfFont(async (name) => {
      if (fails && name.startsWith('shard')) throw new Error('offline');
      return readAsset(name);
    });
    await expect(font.ensure('𩸽')).rejects.toThrow('offline');
    fails = false;
    await font.ensure('𩸽');
    expect(font.outlineOf(font.shape('𩸽')[0]?.glyph ?? -1).length).toBeGreaterThan(0);
  });

  test('an asset that is not what its name says is refused', async () => {
    await expect(loadPdfFont(async () => new TextEncoder().encode('{"format":"else"}'))).rejects.toThrow(
      'kitei-font/1',
    );
    await expect(
      loadPdfFont(async (name) => (name.startsWith('core') ? readAsset('OFL.txt') : readAsset(name))),
    ).rejects.toThrow();
  });

  test('the first download is within its share of the budget', async () => {
    const { fetched } = await loadNodeFont();
    const bytes = fetched.reduce((sum, name) => sum + brotliCompressSync(readAsset(name)).length, 0);
    console.info(`font, first download: ${bytes} bytes (brotli)`);
    expect(bytes).toBeLessThan(110_000);
  });
});

describe('PdfFont', () => {
  let font: Awaited<ReturnType<typeof loadNodeFont>>['font'];
  const text = '辻 辻\u{e0100} 邉\u{e0102} か\u3099 が 龘 🙂 𠮷 ①';
  beforeAll(async () => {
    ({ font } = await loadNodeFont());
    await font.ensure(text);
  });

  test('tells what is missing from what is only a variation', () => {
    expect(font.findMissing(text)).toEqual([
      { character: '邉\u{e0102}', kind: 'variation' },
      { character: '龘', kind: 'missing' },
      { character: '🙂', kind: 'missing' },
    ]);
    expect(font.findMissing('\u0007龘\u{e0100}')).toEqual([
      { character: '\u0007', kind: 'missing' },
      { character: '龘\u{e0100}', kind: 'missing' },
    ]);
  });

  test('a variation has a glyph of its own, a default one that of its base', async () => {
    const glyphOf = (cluster: string): number | undefined => font.shape(cluster)[0]?.glyph;
    expect(glyphOf('辻\u{e0100}')).not.toBe(glyphOf('辻'));
    await font.ensure('葛\u{e0100}');
    const kind = whole.variations.get(0xe0100)?.get(0x845b)?.kind;
    expect(glyphOf('葛\u{e0100}') === glyphOf('葛')).toBe(kind === 'default');
    const [base = 0] = [...(whole.variations.get(0xe0100) ?? [])].find(([, target]) => target.kind === 'default') ?? [];
    const plain = String.fromCodePoint(base);
    expect(glyphOf(`${plain}\u{e0100}`)).toBe(glyphOf(plain));
  });

  test('a decomposed が is drawn as が and stays decomposed', () => {
    const [cluster] = font.shape('か\u3099');
    expect(cluster).toMatchObject({ text: 'か\u3099', glyph: font.shape('が')[0]?.glyph });
  });

  test('measures in thousandths', () => {
    expect(font.measure('情報')).toBe(2000);
    expect(font.measure('ｱ')).toBe(500);
    expect(font.measure('')).toBe(0);
  });

  test('an outline not yet fetched is an error, not a blank', () => {
    const [cluster] = font.shape('鱻');
    expect(() => font.outlineOf(cluster?.glyph ?? -1)).toThrow('Call ensure()');
  });
});
