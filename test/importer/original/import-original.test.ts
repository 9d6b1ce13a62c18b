import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import type { Handbook } from '../../../src/core/regulation/library.ts';
import type { NodeKind, RegulationNode, RegulationTree } from '../../../src/importer/model/tree.ts';
import { describeOriginal, looksForeign, originalFiles } from '../../../src/importer/original/describe-original.ts';
import { importOriginal } from '../../../src/importer/original/import-original.ts';
import { withContent } from '../../support/content-folder.ts';

const spot = {};

/** A place of a tree; its anchor says nothing, as people's anchors do. */
function node(kind: NodeKind, number: string, label: string, lines: string[], ...children: RegulationNode[]) {
  const body = lines.map((text) => ({ kind: 'line' as const, text, spot }));
  return { kind, number, label, body, children, anchor: `x${label}`, spot } satisfies RegulationNode;
}

function captioned(place: RegulationNode, text: string): RegulationNode {
  return { ...place, caption: { text, place: 'above', spot } };
}

const units = [
  ['c1-h', '第1条（持ち出し）', true],
  ['a1-1', '第1条第1項本文', false],
  ['a1-1-2', '第1条第1項ただし書', false],
  ['a1-2', '第1条第2項柱書', false],
  ['a1-2-i1', '第1条第2項第1号', false],
  ['a1-2-i2', '第1条第2項第2号', false],
  ['c2-h', '第2条（廃棄）', true],
  ['a2', '第2条第1文', false],
  ['a2-s2', '第2条第2文', false],
  ['a3', '第3条', false],
] as const;

const restated: Record<string, string> = {
  'a1-1': '受託者は、記録媒体を作業場所の外へ持ち出すときは、あらかじめ書面で市の承認を得る。',
  'a1-1-2': '災害などの緊急の場合は、承認を得るのは事後でよい。',
  'a1-2': '持ち出しの記録には、次のことを書く。',
  'a1-2-i1': '日時',
  'a1-2-i2': '行き先と運ぶ方法',
  a2: '不要になった記録媒体は、読み出すことのできないように消去してから廃棄する。',
  'a2-s2': '捨てたら、廃棄証明書を市に出す。',
  a3: '損害を与えたときは、賠償する。',
};

const source = `title: 取扱特記事項
short: 特記事項
publisher: 見本市
version: 第1版
status: 契約に付く
readWhen: 見本市の仕事をするとき
unitPrefix: client-
units:
${units.map(([id, label, heading]) => `  - { id: client-${id}, label: ${label}${heading ? ', heading: true' : ''} }`).join('\n')}
omitted: []
`;
const provision = (anchor: string) =>
  `<Provision anchor="${anchor}" number="" units={['client-${anchor}']} modality="information">\n\n${restated[anchor]}\n\n</Provision>\n`;
const page = `---
title: 取扱特記事項
description: 決まり。
---

<Section anchor="c1-h" number="第1条" caption="持ち出し">

${['a1-1', 'a1-1-2', 'a1-2', 'a1-2-i1', 'a1-2-i2'].map(provision).join('\n')}
</Section>

<Section anchor="c2-h" number="第2条" caption="廃棄">

${['a2', 'a2-s2', 'a3'].map(provision).join('\n')}
</Section>
`;

async function handbook(): Promise<Handbook> {
  const more = { 'sources/client.yaml': source, 'handbooks/client/index.mdx': page };
  const changes = {
    'checklists/removal.yaml': (text: string) => text.replaceAll('client:a1-i1', 'client:a1-1'),
    'records.yaml': () => '{}\n',
  };
  const library = await withContent(changes, (root) => readLibrary(root, '/'), more);
  const [first] = library.handbooks;
  if (!first) throw new Error('There is no handbook.');
  return first;
}

/** The official words, in the form of a tree. */
const tree: RegulationTree = {
  title: [],
  diagnostics: [],
  children: [
    captioned(
      node(
        'article',
        '第一条',
        '第1条（持ち出し）',
        [],
        node('paragraph', '', '第1条第1項', [
          '乙は、記録媒体を作業場所の外へ持ち出そうとするときは、あらかじめ、書面により甲の承認を得なければならない。ただし、災害その他緊急の場合は、この限りでない（事後に承認を得ること。）。',
        ]),
        node(
          'paragraph',
          '２',
          '第1条第2項',
          ['前項の持ち出しの記録には、次の各号に掲げる事項を記載するものとする。'],
          node('item', '(1)', '第1条第2項第1号', ['持ち出しの日時']),
          node('item', '(2)', '第1条第2項第2号', ['行き先及び運搬の方法']),
        ),
      ),
      '（持ち出し）',
    ),
    captioned(
      node(
        'article',
        '第二条',
        '第2条（廃棄）',
        [],
        node('paragraph', '', '第2条', [
          '乙は、不要となった記録媒体を廃棄するときは、読み出すことができないように消去しなければならない。',
          '廃棄したときは、廃棄証明書を甲に提出する。',
        ]),
      ),
      '（廃棄）',
    ),
    node('article', '第三条', '第3条', [], node('paragraph', '', '第3条', ['この契約は、両者の合意で延長できる。'])),
  ],
};
const copy = { copy: '見本市の写し（第1版）', file: 'tokki.docx', sha256: 'a'.repeat(64) };

describe('importOriginal', () => {
  test('gives each unit its own sentences, whatever anchors and numerals say', async () => {
    const { originals, counts } = importOriginal({ handbook: await handbook(), tree, ...copy });
    expect(originals.units).toEqual({
      'client-a1-1':
        '乙は、記録媒体を作業場所の外へ持ち出そうとするときは、あらかじめ、書面により甲の承認を得なければならない。',
      'client-a1-1-2': 'ただし、災害その他緊急の場合は、この限りでない（事後に承認を得ること。）。',
      'client-a1-2': '２　前項の持ち出しの記録には、次の各号に掲げる事項を記載するものとする。',
      'client-a1-2-i1': '(1)　持ち出しの日時',
      'client-a1-2-i2': '(2)　行き先及び運搬の方法',
      'client-a2': '乙は、不要となった記録媒体を廃棄するときは、読み出すことができないように消去しなければならない。',
      'client-a2-s2': '廃棄したときは、廃棄証明書を甲に提出する。',
    });
    expect(counts).toEqual({ units: 8, paired: 7 });
  });

  test('says which units have no words, and which words no unit has', async () => {
    const result = importOriginal({ handbook: await handbook(), tree, ...copy });
    expect(describeOriginal(result)).toMatchInlineSnapshot(`
      [
        "見本市の写し（第1版）: 手引の 8 の条項のうち 7（87.5%）に原文を添えます。",
        "原文の見つからない条項 1:",
        "  第3条（client-a3）",
        "どの条項にも当たらなかった文 2:",
        "  第3条: 第三条",
        "  第3条: この契約は、両者の合意で延長できる。",
      ]
    `);
    expect(looksForeign(result)).toBe(false);
  });

  test('finds no partners in another document', async () => {
    const other: RegulationTree = {
      title: [],
      diagnostics: [],
      children: [
        captioned(
          node(
            'article',
            '第一条',
            '第1条（会費）',
            [],
            node('paragraph', '', '第1条', ['会員は、毎月末までに会費を納める。']),
          ),
          '（会費）',
        ),
        captioned(
          node(
            'article',
            '第二条',
            '第2条（総会）',
            [],
            node('paragraph', '', '第2条', ['総会は、毎年五月に開く。議長は、会長とする。']),
          ),
          '（総会）',
        ),
      ],
    };
    const result = importOriginal({ handbook: await handbook(), tree: other, ...copy });
    expect(result.counts.paired).toBe(0);
    expect(looksForeign(result)).toBe(true);
    expect(describeOriginal(result)).toContain(
      '半分より少ないので、別の文書か、大きく違う版のようです。ファイルを確かめてください。',
    );
  });

  test('pairs a clause that the copy has at another place', async () => {
    const [first, second, third] = tree.children;
    const moved = { ...tree, children: [second, first, third].flatMap((child) => child ?? []) };
    const { originals } = importOriginal({ handbook: await handbook(), tree: moved, ...copy });
    expect(originals.units['client-a1-1']).toMatch(/^乙は、記録媒体を作業場所の外へ/);
    expect(originals.units['client-a2']).toMatch(/^乙は、不要となった記録媒体/);
  });

  test('writes a file that the compiler accepts, to the letter', async () => {
    const result = importOriginal({ handbook: await handbook(), tree, ...copy });
    const files = originalFiles('client', result);
    expect([...files.keys()]).toEqual(['originals/client.yaml']);
    const more = { 'sources/client.yaml': source, 'handbooks/client/index.mdx': page, ...Object.fromEntries(files) };
    const changes = {
      'checklists/removal.yaml': (text: string) => text.replaceAll('client:a1-i1', 'client:a1-1'),
      'records.yaml': () => '{}\n',
    };
    const library = await withContent(changes, (root) => readLibrary(root, '/'), more);
    expect(library.handbooks[0]?.original).toEqual(result.originals);
  });
});
