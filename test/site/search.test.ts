import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toBrand } from '../../src/core/brand/brand.ts';
import { nameOfRecord, recordOf } from '../../src/search/index-file.ts';
import { encodeArray, encodeText, readCbor } from '../../src/site/search/cbor.ts';
import { toOpenSearch } from '../../src/site/search/open-search.ts';
import { splitChunks } from '../../src/site/search/split-chunks.ts';

describe('splitChunks', () => {
  const pack = (data: Uint8Array) => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), data]));
  const words = Array.from({ length: 3000 }, (_, index) => `word${String(index).padStart(4, '0')}`);
  const chunk = encodeArray([encodeArray(words.map((word) => encodeArray([encodeText(word), encodeArray([])])))]);
  const nothing = encodeArray([]);
  const names = ['c0ffee', 'beef'];
  const records = encodeArray(
    ['xx_beef', 'xx_c0ffee'].map((name) => encodeArray([encodeText(name), Uint8Array.of(7)])),
  );
  const list = encodeArray([encodeArray([encodeText('a'), encodeText('z'), encodeText('xx_1')])]);
  const parts = [
    {
      path: 'pagefind.xx_1.pf_meta',
      content: pack(encodeArray([encodeText('1.5.2'), records, list, nothing, nothing])),
    },
    { path: 'index/xx_1.pf_index', content: pack(chunk) },
    { path: 'wasm.unknown.pagefind', content: pack(Uint8Array.of(1)) },
  ];

  test('keeps every word, in order, in chunks that the list names', () => {
    const split = splitChunks(parts, names);
    const named = readCbor(split.meta).children?.[2]?.children ?? [];
    expect(named.length).toBeGreaterThan(2);
    const found = named.flatMap(({ children = [] }) => {
      const [first, last, name] = children.map(({ text }) => text ?? '');
      const content = split.parts.find(({ path }) => path === `index/${name}.pf_index`)?.content;
      const inside = content
        ? readCbor(content).children?.[0]?.children?.map((word) => word.children?.[0]?.text ?? '')
        : [];
      expect([inside?.[0], inside?.at(-1)]).toEqual([first, last]);
      return inside ?? [];
    });
    expect(found).toEqual(words);
    expect(split.parts).toContainEqual({ path: 'engine.pagefind', content: Buffer.of(1) });
    expect(split.parts).toHaveLength(named.length + 1);
  });

  test('numbers the records in their order, and keeps what stands beside their names', () => {
    const list = readCbor(splitChunks(parts, names).meta).children?.[1]?.children ?? [];
    expect(list.map(({ children = [] }) => recordOf(children[0]?.text ?? ''))).toEqual([1, 0]);
    expect(list.map(({ children = [] }) => [...(children[1]?.bytes ?? [])])).toEqual([[7], [7]]);
    expect(() => splitChunks(parts, ['beef'])).toThrow('"xx_c0ffee" is the name of no record.');
    expect([0, 35, 36, 5000].map((record) => recordOf(nameOfRecord(record)))).toEqual([0, 35, 36, 5000]);
  });

  test('refuses files of another layout', () => {
    expect(() => splitChunks(parts.slice(1), names)).toThrow('no pf_meta');
    expect(() => splitChunks([{ path: 'a.pf_meta', content: gzipSync('other') }, ...parts.slice(2)], names)).toThrow(
      'see "Search" in src/README.md',
    );
  });
});

describe('readCbor', () => {
  test.each([[[0x62, 0x61]], [[0x82, 0x01]], [[0x01, 0x02]], [[0x9f, 0xff]], [[0xa0]], [[]]])('refuses %j', (bytes) => {
    expect(() => readCbor(Uint8Array.from(bytes))).toThrow();
  });
});

describe('toOpenSearch', () => {
  test('says the name of the company’s site, at most 16 characters of it', () => {
    const brand = toBrand({ name: '', site: { title: '見本商事 <規程> & 手順の入口になるサイト' } });
    expect(toOpenSearch('', '/', brand)).toContain('<ShortName>見本商事 &lt;規程> &amp; 手順の入</ShortName>');
  });

  test('names the page of the search with the site and its base', () => {
    expect(toOpenSearch('https://rules.example.jp/', '/kitei/', toBrand({ name: '' }))).toContain(
      'template="https://rules.example.jp/kitei/search/?q={searchTerms}"',
    );
  });
});
