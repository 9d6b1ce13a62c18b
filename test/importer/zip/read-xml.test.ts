import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/importer/model/block.ts';
import { readXml, textOf } from '../../../src/importer/zip/read-xml.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

function refusal(xml: string | Uint8Array, limits = {}): string {
  try {
    readXml(typeof xml === 'string' ? strToU8(xml) : xml, limits);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error('It was read.');
}

describe('readXml()', () => {
  test.each([
    ['the usual prefix', `<w:p xmlns:w="${word}" w:a="1" b="2" xml:space="preserve">字</w:p>`],
    ['another prefix, the strict namespace', `<n:p xmlns:n="${strict}" n:a="1" b="2" xml:space="preserve">字</n:p>`],
  ])('names elements and attributes by their namespace: %s', (_, xml) => {
    expect(readXml(strToU8(xml))).toEqual({
      name: 'w:p',
      attributes: { 'w:a': '1', b: '2', 'xml:space': 'preserve' },
      children: ['字'],
    });
  });

  test('a namespace nobody knows is no one else', () => {
    expect(readXml(strToU8('<w:p xmlns:w="urn:a" w:a="1"><b/></w:p>'))).toEqual({
      name: '?:p',
      attributes: {},
      children: [{ name: 'b', attributes: {}, children: [] }],
    });
  });

  test('letters by reference and in CDATA', () => {
    expect(textOf(readXml(strToU8('<a>&lt;&#x3042;<b><![CDATA[<い>]]></b></a>')))).toBe('<あ<い>');
  });

  test('UTF-16 by its mark, in either order', () => {
    const bytes = [0xff, 0xfe, ...[...'<a>あ</a>'].flatMap((it) => [it.charCodeAt(0) & 255, it.charCodeAt(0) >> 8])];
    const swapped = bytes.map((_, index) => bytes[index ^ 1] ?? 0);
    for (const it of [bytes, swapped]) expect(textOf(readXml(Uint8Array.from(it)))).toBe('あ');
  });

  test('of alternatives the first it understands, else the fallback, else the first', () => {
    const read = (inner: string) =>
      textOf(
        readXml(
          strToU8(
            `<a xmlns:mc="${mc}" xmlns:w="${word}" xmlns:x="urn:x"><mc:AlternateContent>${inner}</mc:AlternateContent>後</a>`,
          ),
        ),
      );
    const choice = (needs: string, text: string) => `<mc:Choice Requires="${needs}">${text}</mc:Choice>`;
    expect(read(`${choice('x', '一')}${choice('w', '二')}<mc:Fallback>三</mc:Fallback>`)).toBe('二後');
    expect(read(`${choice('w x', '一')}<mc:Fallback><b>三</b>四</mc:Fallback>`)).toBe('三四後');
    expect(read(choice('x', '一'))).toBe('一後');
    expect(read('')).toBe('後');
  });
});

describe('readXml() refuses', () => {
  const doctype =
    'ファイルの中に文書型宣言（DOCTYPE）があるため、開きません。元のソフトで開いて、名前を付けて保存し直してください。';

  test('document types: entities from outside, entities of entities', () => {
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toBe(doctype);
    expect(refusal('<!DOCTYPE a [<!ENTITY x SYSTEM "http://example.com/x">]><a>&x;</a>')).toBe(doctype);
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    expect(refusal(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`)).toBe(doctype);
  });

  test('100,000 elements in one another, in words', () => {
    const deep = '入れ子が深すぎるか部品が多すぎる';
    expect(refusal('<a>'.repeat(100_000))).toContain(deep);
    expect(refusal(`<a>${'<b/>'.repeat(100)}</a>`, { elements: 100 })).toContain(deep);
    expect(refusal(`<a><b><c/></b></a>`, { depth: 2 })).toContain(deep);
  });

  test.each([
    ['', 'nothing'],
    ['<a>', 'no end'],
    ['<a></b>', 'the wrong end'],
    ['<w:a/>', 'a prefix nobody declared'],
    ['<a>&nbsp;</a>', 'an entity nobody declared'],
    ['<a b="1" b="2"/>', 'one attribute twice'],
    ['<a>\0</a>', 'letters XML has not'],
    ['字', 'letters only'],
  ])('what is no XML: %j (%s)', (xml) => {
    expect(refusal(xml)).toContain('ファイルの中身（XML）が壊れています。');
  });

  test('bytes that are no UTF-8', () => {
    expect(refusal(Uint8Array.of(0x3c, 0x61, 0x3e, 0x82, 0xa0))).toContain('（XML）が壊れています');
  });
});
