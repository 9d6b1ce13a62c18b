import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const sha256 = 'a'.repeat(64);
const originals = `format: kitei-original/1
copy: 見本市の写し（第1版）
file: tokki.docx
sha256: ${sha256}
units:
  client-a1-i1: |-
    従事者は、媒体を持ち出すときは、あらかじめ承認を得なければならない。
    次の事項を記載する。
`;
const amendments = `- from: 第1版
  to: 第2版
  on: '2026-11-01'
  changes:
    - { anchor: a1-i1, kind: reworded, old: { label: 第1条の二第1号, text: 許可を得る。 }, new: { label: 第1条の二第1号, text: 承認を得る。 } }
    - { anchor: a1-i9, kind: removed, old: { label: 第1条の二第3号, text: 定めない。 } }
- from: 初版
  to: 第1版
  on: '2025-11-01'
  changes:
    - { anchor: a1-i9, kind: added, new: { label: 第1条の二第3号, text: 定めない。 } }
`;
const imports = `format: kitei-import/1
file: tokki.docx
sha256: ${sha256}
version: 第2版
retired: [a1-i9]
places:
  - { anchor: c1-h, label: 第1条の二, text: '', heading: true }
  - { anchor: a1-i1, label: 第1条の二第1号, text: 承認を得る。, inferred: { modality: must, topics: [removal] }, guessed: [topics] }
notes:
  - { kind: number-gap, place: 12行目, message: 号の番号が飛んでいます。 }
`;
const original = { 'sources/client.yaml': (text: string) => text.replace('status:', 'wording: original\nstatus:') };

async function faultsOf(changes: Parameters<typeof withContent>[0], more: Record<string, string>): Promise<string> {
  return withContent(
    changes,
    async (root) => {
      const fault = await readLibrary(root, '/').catch((reason: unknown) => reason);
      if (!(fault instanceof ContentError)) throw new Error('The content was accepted.', { cause: fault });
      return fault.message.replaceAll(`${root}/`, '');
    },
    more,
  );
}

describe('readImported', () => {
  test('keeps official wording beside a restated handbook', async () => {
    const more = { 'originals/client.yaml': originals };
    const [handbook] = (await withContent({}, (root) => readLibrary(root, '/'), more)).handbooks;
    expect(handbook?.original?.copy).toBe('見本市の写し（第1版）');
    expect(handbook?.original?.units['client-a1-i1']?.split('\n')).toHaveLength(2);
    expect(handbook?.amendments).toEqual([]);
  });

  test('keeps what an import changed and inferred', async () => {
    const more = { 'amendments/client.yaml': amendments, 'imports/client.yaml': imports };
    const [handbook] = (await withContent(original, (root) => readLibrary(root, '/'), more)).handbooks;
    expect(handbook?.amendments.map(({ to }) => to)).toEqual(['第2版', '第1版']);
    expect(handbook?.imported?.places).toHaveLength(2);
  });

  test('tells wording of unknown units and of none, with its line', async () => {
    const units = `${originals}  client-a1-i3: 承認\n  client-a1-i2: ' '\n`;
    expect(await faultsOf({}, { 'originals/client.yaml': units })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      originals/client.yaml:9 units.client-a1-i3: unit「client-a1-i3」がありません。
        → もしかして「client-a1-i1」ですか。書けるもの: client-a1-i1、client-a1-i2、client-c1-h。
      originals/client.yaml:10 units.client-a1-i2: 文がありません。
        → この unit を消してください。"
    `);
  });

  test('tells wording beside a handbook that is in its own words, and what was inferred beside a summary', async () => {
    expect(await faultsOf(original, { 'originals/client.yaml': originals })).toMatchInlineSnapshot(`
      "originals/client.yaml:1 ファイル全体: この手引は、文書の本文そのものです。
        → このファイルを消してください。頁が、もう原文です。"
    `);
    expect(await faultsOf({}, { 'imports/client.yaml': imports })).toMatchInlineSnapshot(`
      "imports/client.yaml:1 ファイル全体: この手引は、要旨ということになっています。
        → sources/client.yaml に「wording: original」と書くか、このファイルを消してください。"
    `);
  });

  test('tells files of no handbook', async () => {
    expect(await faultsOf({}, { 'originals/clients.yaml': originals })).toMatchInlineSnapshot(`
      "originals/clients.yaml:1: 手引「clients」がありません。
        → もしかして「client」ですか。書けるもの: client。"
    `);
  });

  test('tells changes that are not what they are said to be', async () => {
    const wrong = amendments
      .replace('anchor: a1-i1', 'anchor: a1-i7')
      .replace('kind: removed', 'kind: renumbered')
      .replace("'2025-11-01'", "'2027-11-01'");
    expect(await faultsOf(original, { 'amendments/client.yaml': wrong })).toMatchInlineSnapshot(`
      "内容に誤りが 5 件あります。
      amendments/client.yaml:5 [0].changes[0].anchor: anchor「a1-i7」がありません。
        → もしかして「a1-i1」ですか。書けるもの: a1-i1、a1-i2、c1-h。
      amendments/client.yaml:6 [0].changes[1]: 「renumbered」に要る側と違います。
        → old と new だけを書いてください。
      amendments/client.yaml:6 [0].changes[1].anchor: anchor「a1-i9」がありません。
        → もしかして「a1-i1」ですか。書けるもの: a1-i1、a1-i2、c1-h。
      amendments/client.yaml:9 [1].on: 新しい版が先に並んでいません。
        → 上に 2026-11-01 があります。新しい順に並べてください。
      amendments/client.yaml:11 [1].changes[0].anchor: anchor「a1-i9」がありません。
        → もしかして「a1-i1」ですか。書けるもの: a1-i1、a1-i2、c1-h。"
    `);
  });

  test('tells places that stand twice, and guesses of nothing', async () => {
    const wrong = imports.replace('anchor: c1-h', 'anchor: a1-i1').replace('guessed: [topics]', 'guessed: [when]');
    expect(await faultsOf(original, { 'imports/client.yaml': wrong })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      imports/client.yaml:8 places[1].anchor: 場所「a1-i1」が二度あります。
        → 一つの anchor は、一か所だけにしてください。
      imports/client.yaml:8 places[1].guessed[0]: 欄「when」がありません。
        → 書けるもの: topics、modality。"
    `);
  });
});
