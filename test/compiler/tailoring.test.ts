import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';

const organization = 'organization.yaml';
const page = 'handbooks/company/01.mdx';
const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

function read(changes: Parameters<typeof withContent>[0] = {}): Promise<Library> {
  return withContent(changes, (root) => readLibrary(root, '/'), companyFiles);
}

const textOf = (library: Library, id: string) => library.provisions.get(`company:${id}`)?.text;
const openOf = (library: Library) => library.fillIns.filter(({ isOpen }) => isOpen).map(({ path }) => path);

async function faultOf(changes: Parameters<typeof withContent>[0]): Promise<string> {
  return withContent(
    changes,
    async (root) => {
      const fault = await readLibrary(root, '/').catch((reason: unknown) => reason);
      if (!(fault instanceof ContentError)) throw new Error('The content was accepted.', { cause: fault });
      return fault.message.replaceAll(`${root}/`, 'content/');
    },
    companyFiles,
  );
}

describe('a company that has decided nothing', () => {
  test('reads what the sample prints, with every option', async () => {
    const library = await read();
    expect(textOf(library, '1-p1')).toBe(
      '監査・点検/点検責任者は、○月に監査・点検/点検を行い、統括責任者（090-〇）に報告する。',
    );
    expect(textOf(library, '1-p2')).toBe(
      '次のどれによるかは、会社が決める（未設定）。\n私有の機器は、2.により使う。\n私有の機器を使わない。',
    );
    expect(library.provisions.get('company:1-p1')).toMatchObject({
      when: { text: '○月' },
      section: [{ caption: '監査・点検/点検' }],
      open: ['months.inspectionMonth', 'choices.inspection', 'contacts.officerPhone'],
    });
  });

  test('is shown each open item once, with the places where it stands', async () => {
    const library = await read();
    expect(openOf(library)).toEqual([
      'name',
      'contacts.handbook',
      'contacts.incident',
      'choices.inspection',
      'choices.devices',
      'months.inspectionMonth',
      'contacts.officerPhone',
      'blanks.capacity',
    ]);
    const places = library.fillIns.find(({ path }) => path === 'choices.devices')?.places;
    expect(places).toEqual([
      { label: '規程 1. 第2文', url: 'company/01/#1-p2' },
      { label: '規程 2.', url: 'company/01/#2-h' },
      { label: '規程 2. 第1文', url: 'company/01/#2-p1' },
    ]);
  });
});

describe('a choice that only a decision asks for', () => {
  const decision = `id: evaluation
version: 1
title: '{{role:securityOfficer}}の評価'
lead: 全てを求めるかを決める。
layout: sheet
questions: [{ id: rule, kind: setting, choice: rule }]
outcomes:
  - { id: undecided, says: conditions, title: 決まらない, text: 先に決める。 }
  - { id: decided, says: conditions, title: 決まる, text: 決めたとおり。 }
rules:
  - { when: { rule: unset }, outcome: undecided, citations: [company:1-p1] }
  - { when: { rule: [all, any] }, outcome: decided, citations: [company:1-p1] }
duties: [{ id: follow, stage: during, text: 決めたとおりにする。, citations: [company:1-p1] }]
`;
  const scope = 'topics: []\ncovers: [{ unit: own-1-p1 }]\n';
  const files = { ...companyFiles, 'decisions/evaluation.yaml': decision, 'decisions/scopes/evaluation.yaml': scope };
  const changes = {
    'choices.yaml': replace(
      'choices:\n',
      'choices:\n  rule: { question: 求め方, options: { all: 全て, any: 一つ } }\n',
    ),
    [organization]: replace('choices:\n', 'choices:\n  rule: unset\n'),
  };

  test('is open, and leads to the decision’s page', async () => {
    const library = await withContent(changes, (root) => readLibrary(root, '/'), files);
    const item = library.fillIns.find(({ path }) => path === 'choices.rule');
    expect(item).toMatchObject({
      isOpen: true,
      printed: '全て/一つ',
      places: [{ label: '統括責任者の評価', url: 'decisions/evaluation/' }],
    });
    expect(library.passages.at(-1)?.text).toEqual(['求め方：', { choice: 'rule' }]);
  });

  test('answers the decision', async () => {
    const chosen = (text: string) => text.replace('choices:\n', 'choices:\n  rule: any\n');
    const decided = { ...changes, [organization]: chosen };
    const library = await withContent(decided, (root) => readLibrary(root, '/'), files);
    expect(library.decisions[0]?.definition.questions[0]?.value).toBe('any');
    expect(openOf(library)).not.toContain('choices.rule');
  });
});

describe('a company that decides', () => {
  test('reads only the option it chose, in texts, titles and names of roles', async () => {
    const library = await read({ [organization]: replace('inspection: unset', 'inspection: only') });
    expect(textOf(library, '1-p1')).toBe('点検責任者は、○月に点検を行い、統括責任者（090-〇）に報告する。');
    expect(library.handbooks.find(({ id }) => id === 'company')?.pages[0]?.sections[0]?.caption).toBe('点検');
    expect(openOf(library)).not.toContain('choices.inspection');
  });

  test('reads its months, contacts and numbers with their units', async () => {
    const decided = (text: string) =>
      text.replace("inspectionMonth: ''", 'inspectionMonth: 4').replace("officerPhone: ''", "officerPhone: '03-1'");
    const library = await read({ [organization]: decided });
    expect(textOf(library, '1-p1')).toContain('は、4月に');
    expect(textOf(library, '1-p1')).toContain('（03-1）');
    expect(library.provisions.get('company:1-p1')?.when?.text).toBe('4月');
    expect(openOf(library)).toHaveLength(6);
  });

  test('and renames a role reads the name in the handbook and in the check list', async () => {
    const library = await read({ [organization]: replace('統括責任者', '最高責任者') });
    expect(textOf(library, '1-p1')).toContain('最高責任者（');
    expect(library.checklists[0]?.lead).toBe('最高責任者が記入する。');
  });

  test('and forbids a thing reads no rules on using it, and needs no values for them', async () => {
    const library = await read({ [organization]: replace('devices: unset', 'devices: forbidden') });
    expect(textOf(library, '1-p2')).toBe('私有の機器を使わない。');
    expect(library.provisions.has('company:2-p1')).toBe(false);
    expect(library.hidden.get('company:2-p1')?.units).toEqual(['own-2-p1']);
    const [chapter] = library.handbooks.find(({ id }) => id === 'company')?.pages ?? [];
    expect(chapter?.sections.map(({ anchor }) => anchor)).toEqual(['1-h']);
    expect(chapter?.hidden.sections.map(({ anchor }) => anchor)).toEqual(['2-h']);
    // The blank of the rules that are gone is not asked for, and nothing leads to them.
    expect(openOf(library)).not.toContain('blanks.capacity');
    expect(library.citedBy.get('company:1-p2')).toBeUndefined();
  });

  test('and forbids a thing names nobody who allows it', async () => {
    const asking = (text: string) =>
      text
        .replace('anchor="1-p2"', `anchor="1-p2" approvers={['securityOfficer']}`)
        .replace('</Ref>により使う', '</Ref>により、<Role id="securityOfficer" />の許可を得て使う');
    const approversAfter = async (changes: Parameters<typeof read>[0]) =>
      (await read({ [page]: asking, ...changes })).provisions.get('company:1-p2')?.approvers;
    const choose = (option: string) => ({ [organization]: replace('devices: unset', `devices: ${option}`) });
    expect(await approversAfter({})).toEqual(['securityOfficer']);
    expect(await approversAfter(choose('allowed'))).toEqual(['securityOfficer']);
    expect(await approversAfter(choose('forbidden'))).toEqual([]);
  });

  test('and allows it reads them', async () => {
    const library = await read({ [organization]: replace('devices: unset', 'devices: allowed') });
    expect(textOf(library, '1-p2')).toBe('私有の機器は、2.により使う。');
    expect(textOf(library, '2-p1')).toBe('1.の機器は、〇TBまでとする。');
    expect(library.hidden.size).toBe(0);
  });
});

describe('a wrong value in organization.yaml stops the build:', () => {
  test('an unknown choice', async () => {
    expect(await faultOf({ [organization]: replace('devices: unset', 'device: unset') })).toMatchInlineSnapshot(`
      "content/organization.yaml:15 choices.device: 選択「device」がありません。
        → もしかして「devices」ですか。書けるもの: devices、inspection。"
    `);
  });
  test('an unknown option', async () => {
    expect(await faultOf({ [organization]: replace('devices: unset', 'devices: forbiden') })).toMatchInlineSnapshot(`
      "content/organization.yaml:15 choices.devices: 選択肢「forbiden」がありません。
        → もしかして「forbidden」ですか。書けるもの: forbidden、allowed、unset。"
    `);
  });
  test('a misspelt role', async () => {
    expect(await faultOf({ [organization]: replace('securityOfficer:', 'securityOficer:') })).toMatchInlineSnapshot(`
      "content/organization.yaml:5 roles.securityOficer: 役割「securityOficer」がありません。
        → もしかして「securityOfficer」ですか。書けるもの: securityOfficer、inspectionOfficer。"
    `);
  });
  test('a choice in a role name that does not exist', async () => {
    expect(
      await faultOf({ [organization]: replace('{{choice:inspection}}', '{{choice:audit}}') }),
    ).toMatchInlineSnapshot(`
      "content/organization.yaml:6 roles.inspectionOfficer: 選択「audit」がありません。
        → 書けるもの: devices、inspection。"
    `);
  });
  test('a choice that is missing', async () => {
    expect(await faultOf({ [organization]: replace('  devices: unset\n', '') })).toMatchInlineSnapshot(`
      "content/organization.yaml:12 choices: 選択「devices」がありません。
        → 「devices: unset」を書き足してください。何のことかは choices.yaml にあります。"
    `);
  });
  test('a month that is none', async () => {
    expect(
      await faultOf({ [organization]: replace("inspectionMonth: ''", 'inspectionMonth: 13') }),
    ).toMatchInlineSnapshot(`
      "content/organization.yaml:10 months.inspectionMonth: 13とは書けません。
        → 月は 1 から 12 の数で、まだ決まっていなければ '' と書いてください。書き方は src/core/regulation/registers.ts の注にあります。"
    `);
  });
  test('an unknown blank', async () => {
    expect(await faultOf({ [organization]: replace('capacity:', 'capacities:') })).toMatchInlineSnapshot(`
      "content/organization.yaml:17 blanks.capacities: 空欄「capacities」がありません。
        → もしかして「capacity」ですか。書けるもの: capacity。"
    `);
  });
  test('a misspelt heading', async () => {
    expect(await faultOf({ [organization]: replace('blanks:', 'blank:') })).toMatchInlineSnapshot(`
      "content/organization.yaml:16 blank: 「blank」というキーは書けません。
        → もしかして「blanks」ですか。書けるもの: blanks、name、roles、site、months、choices、contacts、handbooks、revisions。書き方は src/core/regulation/registers.ts の注にあります。"
    `);
  });
});

describe('a fault in choices.yaml, glossary.yaml or a page stops the build:', () => {
  test('a choice that stands in no page', async () => {
    const more = (text: string) =>
      text.replace('choices:\n', 'choices:\n  spare: { question: 何か, options: { a: あ, b: い } }\n');
    const unused = (text: string) => text.replace('choices:\n', 'choices:\n  spare: unset\n');
    expect(await faultOf({ 'choices.yaml': more, [organization]: unused })).toMatchInlineSnapshot(`
      "content/choices.yaml:2 choices.spare: どの頁でも、どの判断でも使われていません。
        → 手引「company」の頁で使うか、ここと organization.yaml から消してください。"
    `);
  });
  test('a choice with one option', async () => {
    expect(await faultOf({ 'choices.yaml': replace(', forbidden: 禁止', '') })).toMatchInlineSnapshot(`
      "content/choices.yaml:3 choices.devices.options: 選択には、選択肢が二つ以上要ります。
        → 書き方は src/core/tailoring/fill-ins.ts の注にあります。"
    `);
  });
  test('an unknown blank in a page', async () => {
    expect(
      await faultOf({ [page]: replace('<Blank id="capacity" />', '<Blank id="capasity" />') }),
    ).toMatchInlineSnapshot(`
      "content/handbooks/company/01.mdx:39 <Blank id>: 空欄「capasity」がありません。
        → もしかして「capacity」ですか。書けるもの: capacity、handbook、companyName、incident、officerPhone、inspectionMonth。"
    `);
  });
  test('an unknown choice in an attribute', async () => {
    expect(
      await faultOf({ [page]: replace('caption="{{choice:inspection}}"', 'caption="{{choice:audit}}"') }),
    ).toMatchInlineSnapshot(`
      "content/handbooks/company/01.mdx:6 <Section>: 選択「audit」がありません。
        → 書けるもの: devices、inspection。"
    `);
  });
  test('an option that no choice has', async () => {
    expect(await faultOf({ [page]: replace('is="allowed"', 'is="alowed"') })).toMatchInlineSnapshot(`
      "content/handbooks/company/01.mdx:33 <When>: 選択肢「alowed」がありません。
        → もしかして「allowed」ですか。書けるもの: allowed、unset、forbidden。"
    `);
  });
  test('an option without words', async () => {
    const without = (text: string) => text.replace(/<Option id="forbidden">[\s\S]*?<\/Option>\n/, '');
    expect(await faultOf({ [page]: without })).toMatchInlineSnapshot(`
      "content/handbooks/company/01.mdx:16 <Choice id>: 選択「devices」に、選択肢ごとの文が一つずつありません。
        → 次のそれぞれに、<Option> を一つずつ書いてください: allowed、forbidden。"
    `);
  });
  test('words of a choice outside its options', async () => {
    expect(
      await faultOf({ [page]: replace('<Option id="allowed">', 'なお、\n\n<Option id="allowed">') }),
    ).toMatchInlineSnapshot(`
      "content/handbooks/company/01.mdx:16 <Choice id="devices">: 選択の文が、<Option> の外にあります。
        → 文は全部 <Option id="…"> の中に入れてください。"
    `);
  });
  test("a blank in a client's document", async () => {
    const blank = replace('従事者は、', '従事者は、<Blank id="capacity" />');
    expect(await faultOf({ 'handbooks/client/index.mdx': blank })).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:11 <Blank id>: 委託元の文書に、空欄があります。
        → 空欄と選択と一覧を置けるのは、sources に「ours: true」と書いた文書だけです（今は company）。"
    `);
  });
  test('a term defined by no provision', async () => {
    expect(await faultOf({ 'glossary.yaml': replace('provision: 1-p1', 'provision: 1-p9') })).toMatchInlineSnapshot(`
      "content/glossary.yaml:4 company.officer.provision: 条「1-p9」がありません。
        → もしかして「1-p1」ですか。書けるもの: 1-p1、1-p2、2-p1。"
    `);
  });
  test('a term of an unknown chapter', async () => {
    expect(await faultOf({ 'glossary.yaml': replace("['01']", "['1']") })).toMatchInlineSnapshot(`
      "content/glossary.yaml:4 company.officer.within[0]: 章「1」がありません。
        → もしかして「01」ですか。書けるもの: 01。"
    `);
  });
});
