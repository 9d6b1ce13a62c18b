import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const page = 'handbooks/client/index.mdx';
const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

/** The message of the fault, with the temporary folder's path cut off. */
async function faultOf(changes: Parameters<typeof withContent>[0]): Promise<string> {
  return withContent(changes, async (root) => {
    try {
      await readLibrary(root, '/');
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      return fault.message.replaceAll(`${root}/`, 'content/');
    }
    throw new Error('The content was accepted.');
  });
}

describe('readLibrary on a sound folder', () => {
  test('turns a page into provisions with their fields, text and address', async () => {
    const library = await withContent({}, (root) => readLibrary(root, '/'));
    expect(library.provisions.get('client:a1-i1')).toMatchInlineSnapshot(`
      {
        "actors": [
          "worker",
        ],
        "anchor": "a1-i1",
        "approvers": [],
        "caption": undefined,
        "deliverables": [
          "removalRegister",
        ],
        "handbook": "client",
        "id": "client:a1-i1",
        "label": "第1条の二第1号",
        "marked": "従事者は、媒体を持ち出す前に承認を得る。
      ・日時
      ・持ち出し先",
        "modality": "must",
        "number": "第1号",
        "open": [],
        "refersTo": [],
        "section": [
          {
            "anchor": "c1-h",
            "caption": "持ち出し",
            "number": "第1条の二",
          },
        ],
        "text": "従事者は、媒体を持ち出す前に承認を得る。
      日時
      持ち出し先",
        "topics": [
          "removal",
        ],
        "under": undefined,
        "units": [
          "client-a1-i1",
        ],
        "url": "client/#a1-i1",
        "when": {
          "text": "媒体を持ち出すとき",
          "times": [
            {
              "text": "媒体を持ち出すとき",
              "within": "before",
            },
          ],
        },
      }
    `);
  });

  test('keeps references and table cells', async () => {
    const library = await withContent({}, (root) => readLibrary(root, '/'));
    const provision = library.provisions.get('client:a1-i2');
    expect(provision?.refersTo).toEqual(['client:a1-i1']);
    expect(provision?.text).toBe('前号の記録は、次の表による。\n欄\t書くこと\n日時\t持ち出した時');
  });

  test('fills role names and links into a check list', async () => {
    const library = await withContent({}, (root) => readLibrary(root, '/kitei/'));
    const [list] = library.checklists;
    expect(list?.lead).toBe('統括責任者が記入する。');
    expect(list?.sections[0]?.items[0]?.basis).toEqual([
      { citation: 'client:a1-i1', label: '特記事項 第1条の二第1号', href: '/kitei/client/#a1-i1' },
    ]);
    expect(list?.notice).toBe('「取扱特記事項」の要旨です。正文ではありません。判断は契約書・正文によってください。');
  });

  test('knows the places that refer to a provision', async () => {
    const library = await withContent({}, (root) => readLibrary(root, '/'));
    expect(library.citedBy.get('client:a1-i1')).toEqual([
      { label: '特記事項 第1条の二第2号', url: 'client/#a1-i2' },
      { label: '持ち出し確認リスト No. 1', url: 'checklists/removal/#item-approval' },
    ]);
    expect(library.citedBy.get('client:a1-i2')).toBeUndefined();
  });

  test('a renamed role changes what is shown', async () => {
    const renamed = { 'organization.yaml': replace('統括責任者', '総務部長') };
    const library = await withContent(renamed, (root) => readLibrary(root, '/'));
    expect(library.checklists[0]?.lead).toBe('総務部長が記入する。');
  });
});

describe('readLibrary stops on', () => {
  test('a broken citation in a check list', async () => {
    expect(
      await faultOf({ 'checklists/removal.yaml': replace('citations: [client:a1-i1]', 'citations: [client:a1-i9]') }),
    ).toMatchInlineSnapshot(`
      "content/checklists/removal.yaml:10 sections[0].items[0].citations[0]: 引用先「client:a1-i9」がありません。
        → もしかして「client:a1-i1」ですか。書けるもの: client:a1-i1、client:a1-i2。"
    `);
  });
  test('a broken reference in a handbook', async () => {
    expect(await faultOf({ [page]: replace('to="client:a1-i1"', 'to="client:a2"') })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:22 <Ref to>: 引用先「client:a2」がありません。
        → もしかして「client:a1-i2」ですか。書けるもの: client:a1-i2、client:a1-i1、client:c1-h。"
    `);
  });
  test('an unknown role', async () => {
    expect(await faultOf({ [page]: replace("['worker']", "['wroker']") })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.actors: 役割「wroker」がありません。
        → もしかして「worker」ですか。書けるもの: worker。"
    `);
  });
  test('an unknown role whose leave is needed', async () => {
    const asking = replace("actors={['worker']}", "actors={['worker']} approvers={['securityOfficer']}");
    expect(await faultOf({ [page]: asking })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.approvers: 役割「securityOfficer」がありません。
        → 書けるもの: worker。"
    `);
  });
  test('an unknown role in a text', async () => {
    expect(
      await faultOf({ 'checklists/removal.yaml': replace('role:securityOfficer', 'role:officer') }),
    ).toMatchInlineSnapshot(`
      "content/checklists/removal.yaml:4 lead: 役割「officer」がありません。
        → 書けるもの: securityOfficer。"
    `);
  });
  test('an unknown record', async () => {
    expect(await faultOf({ [page]: replace('"removalRegister"', '"removal"') })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.deliverable: 記録「removal」がありません。
        → 書けるもの: removalRegister。
      content/records.yaml:2 client.removalRegister: 記録「removalRegister」を求める条がありません。
        → それを求める条に deliverable="removalRegister" と書くか、この記録を消してください。"
    `);
  });
  test('an unknown topic', async () => {
    expect(await faultOf({ [page]: replace("topics={['removal']}", "topics={['taking']}") })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.topics: 主題「taking」がありません。
        → 書けるもの: removal。"
    `);
  });
  test('an unknown unit', async () => {
    expect(await faultOf({ [page]: replace("['client-a1-i2']", "['client-a1-i3']") })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">.units: unit「client-a1-i3」がありません。
        → もしかして「client-a1-i1」ですか。書けるもの: client-a1-i1、client-a1-i2、client-c1-h。"
    `);
  });
  test('an anchor that is not its first unit', async () => {
    expect(await faultOf({ [page]: replace("['client-a1-i2']", "['client-a1-i1']") })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">: anchor「a1-i2」が、初めの unit「client-a1-i1」のものと違います。
        → anchor は「a1-i1」です。後からは変えません。"
    `);
  });
  test('an anchor that stands twice', async () => {
    expect(await faultOf({ [page]: replace('anchor="a1-i2"', 'anchor="a1-i1"') })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/handbooks/client/index.mdx:20 a1-i1: anchor「a1-i1」が二度あります（もう一つは content/handbooks/client/index.mdx:8）。
        → 一つの anchor は、一か所だけにしてください。
      content/handbooks/client/index.mdx:20 <Provision anchor="a1-i1">: anchor「a1-i1」が、初めの unit「client-a1-i2」のものと違います。
        → anchor は「a1-i2」です。後からは変えません。"
    `);
  });
  test('a misspelt key in YAML', async () => {
    expect(await faultOf({ 'checklists/removal.yaml': replace('guidance:', 'guidence:') })).toMatchInlineSnapshot(`
      "content/checklists/removal.yaml:10 sections[0].items[0].guidence: 「guidence」というキーは書けません。
        → もしかして「guidance」ですか。書けるもの: guidance、evidence、id、number、answer、text、citations。書き方は src/core/checklist/file-schema.ts の注にあります。"
    `);
  });
  test('a misspelt attribute in MDX', async () => {
    expect(
      await faultOf({ [page]: replace('modality="information"', 'modalty="information"') }),
    ).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision>.modalty: 「modalty」というキーは書けません。
        → もしかして「modality」ですか。書けるもの: modality、topics、under、units、actors、anchor、caption、checked、number、when、approvers、captionIn など。書き方は src/core/regulation/provision.ts の注にあります。"
    `);
  });
  test('a modality that does not exist', async () => {
    expect(await faultOf({ [page]: replace('modality="must"', 'modality="shall"') })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:8 <Provision>.modality: 「shall」とは書けません。
        → 書けるもの: should、may、must、must-not、definition、information。書き方は src/core/regulation/provision.ts の注にあります。"
    `);
  });
  test('an attribute that is code', async () => {
    expect(await faultOf({ [page]: replace("units={['client-a1-i2']}", 'units={load()}') })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision>.units: 値が、そのままの値ではありません。
        → 文か、{['contractor']} のような値で書いてください。"
    `);
  });
  test('an unknown component', async () => {
    expect(await faultOf({ [page]: replace('</Section>', '<Script>x</Script>\n\n</Section>') })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:30 <Script>: 部品「Script」がありません。
        → 書けるもの: List、Section、Choice、Option、Sample、Blank、Ref、Role、When、EditorNote、Provision。"
    `);
  });
  test('MDX that does not parse', async () => {
    expect(await faultOf({ [page]: replace('持ち出す前に', '{持ち出す前に') })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:11: { が閉じられていません。
        → 文の中の { } < は \\{ \\} \\< と書き、タグは全部閉じてください。"
    `);
  });
  test('YAML that does not parse', async () => {
    expect(await faultOf({ 'roles.yaml': replace('client:', 'client: [') })).toMatchInlineSnapshot(`
      "content/roles.yaml:5: 字下げか、括弧の終わりがそろっていません。
        → 同じ段の行は字下げをそろえ、[ ] と { } は閉じてください。"
    `);
  });
  test('a register under a misspelt name, which nobody would miss', async () => {
    const fault = await withContent({}, async (root) => {
      await rename(join(root, 'glossary.yaml'), join(root, 'glosary.yaml'));
      await rename(join(root, 'conflicts.yaml'), join(root, 'conflicts.yml'));
      const reason = await readLibrary(root, '/').catch((one: Error) => one.message);
      return String(reason).replaceAll(root, 'content');
    });
    expect(fault).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/conflicts.yml:1: 内容のフォルダーに、この名前のファイルはありません。
        → 名前を conflicts.yaml に変えてください。
      content/glosary.yaml:1: 内容のフォルダーに、この名前のファイルはありません。
        → 名前を glossary.yaml に変えてください。"
    `);
  });
  test('a role without a name', async () => {
    expect(await faultOf({ 'organization.yaml': replace('securityOfficer: 統括責任者', '') })).toMatchInlineSnapshot(`
      "content/organization.yaml:2 roles: company の役割「securityOfficer」の名前がありません。
        → 会社での呼び名を「securityOfficer: …」と書き足してください。"
    `);
  });
  test('an item id that stands twice', async () => {
    const twice = (text: string) => text + text.slice(text.indexOf('      - { id: approval'));
    expect(await faultOf({ 'checklists/removal.yaml': twice })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/checklists/removal.yaml:11 sections[0].items[1].id: id「approval」が二度あります。
        → id と番号は、一度だけ使えます。
      content/checklists/removal.yaml:11 sections[0].items[1].number: 番号 1 が二度あります。
        → id と番号は、一度だけ使えます。"
    `);
  });
});
