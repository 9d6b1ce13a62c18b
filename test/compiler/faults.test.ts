import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';

type Changes = Parameters<typeof withContent>[0];

const decision = `id: carry
version: 1
title: 持ち出し
lead: 持ち出してよいかを決める。
layout: steps
questions:
  - id: approved
    kind: one
    text: 承認を得ましたか
    options:
      - { id: yes, text: 得た }
      - { id: no, text: 得ていない }
outcomes:
  - { id: forbidden, says: forbids, title: 持ち出さない, text: 先に承認を得る。, citations: [client:a1-i1] }
  - { id: allowed, says: conditions, title: 持ち出してよい, text: 記録する。, citations: [client:a1-i1] }
rules:
  - { when: { approved: no }, outcome: forbidden }
  - { when: { approved: yes }, outcome: allowed }
duties:
  - { id: log, stage: record, text: 管理簿に書く。, who: [worker], citations: [client:a1-i1] }
`;
const scope = `topics: []
covers: [{ unit: client-a1-i1 }]
`;
const cases = `# 事例
- { unit: client-a1-i1, answers: { approved: no }, outcome: [forbidden], duties: [log] }
- { unit: client-a1-i1, answers: { approved: yes }, outcome: [allowed] }
`;
const more = {
  ...companyFiles,
  'decisions/carry.yaml': decision,
  'decisions/scopes/carry.yaml': scope,
  'decisions/scopes/leave.yaml': scope,
  'decisions/cases/carry.yaml': cases,
  'decisions/leave.yaml': decision.replace('id: carry', 'id: leave'),
};
const page = 'handbooks/client/index.mdx';
const replace =
  (...pairs: [from: string, to: string][]) =>
  (text: string) =>
    pairs.reduce((changed, [from, to]) => {
      if (!changed.includes(from)) throw new Error(`There is no ${from}.`);
      return changed.replace(from, to);
    }, text);

/** What a run over the changed folder prints, as it names the folder `content`. */
function faultsOf(changes: Changes, files: Record<string, string> = {}): Promise<string> {
  return withContent(
    changes,
    async (root) => {
      const fault = await readLibrary(root, '/').catch((reason: unknown) => reason);
      if (!(fault instanceof ContentError)) throw new Error('The content was accepted.', { cause: fault });
      return fault.message.replaceAll(root, 'content');
    },
    { ...more, ...files },
  );
}

test('the folder is sound without the faults', async () => {
  await withContent({}, (root) => readLibrary(root, '/'), more);
});

test('one run prints all faults, each with its file and line', async () => {
  const printed = await faultsOf(
    {
      'organization.yaml': replace(['devices: unset', 'devices: forbiden'], ['inspectionMonth:', 'inspectionMoth:']),
      'choices.yaml': replace(['blanks:\n', 'blanks:\n  spare: { question: 余り, printed: 〇 }\n']),
      'roles.yaml': replace([
        '業務に就く者 }',
        '業務に就く者 }\n  other: { name: 従事者, meaning: 別の者, printd: 乙 }',
      ]),
      'records.yaml': replace(['kind: register', 'kind: list']),
      'topics.yaml': replace(['removal: 持ち出し', 'removal: [持ち出し]']),
      'glossary.yaml': replace(['provision: 1-p1', 'provision: 1-p7']),
      'term-variants.yaml': replace(['words: [媒体, メディア]', 'words: [媒体]'], ['commonWords: []\n', '']),
      'products.yaml': replace(['name: Windows 8.1', 'name: ""']),
      'sources/client.yaml': replace([
        'label: 第1条の二第2号 }',
        'label: 第1条の二第2号 }\n  - { id: client-a1-i3, label: 第3号 }\n  - { id: client-a1-i1, label: 第1号 }',
      ]),
      [page]: replace(
        ["actors={['worker']}", "actors={['従事者']}"],
        ['日時\n', '日時{個人}\n'],
        ['は、次の表による。', 'は、次の{{role:worker}}の表による。'],
        ['\n<Section anchor="c1-h"', '\nexport const a = 1\n\n<Section anchor="c1-h"'],
      ),
      'handbooks/company/01.mdx': replace(['<Ref to="company:2-h">', '<Ref to="company:3-h">']),
      'checklists/removal.yaml': replace(
        ["lead: '{{role:securityOfficer}}が記入する。'", "lead: '{{rolle:securityOfficer}}が記入する。'"],
        ['evidence: 管理簿', 'evidence: 10'],
      ),
      'decisions/carry.yaml': replace(['approved: no }', 'approved: yes }']),
      'decisions/leave.yaml': replace(['who: [worker]', 'who: [wroker]']),
      'decisions/scopes/leave.yaml': replace(['client-a1-i1', 'client:a1-i1']),
    },
    {
      'handbooks/stray/index.mdx': '---\ntitle: 迷子\ndescription: 源がない。\n---\n\n本文。\n',
      'handbooks/client/more/extra.mdx': '---\ntitle: 余り\ndescription: 深い。\n---\n',
      'checklists/other.yml': 'id: other\n',
      'sources/empty.yaml':
        'title: 空\nshort: 空\npublisher: 市\nversion: 1\nstatus: 契約\nreadWhen: いつも\nunitPrefix: e-\nunits: [{ id: e-1, label: 1 }]\nomitted: []\n',
      'synonyms.yaml': 'kanaWords: []\nsynonyms:\n  - find: [媒体, 蛍光灯]\n',
      'conflicts.yaml':
        'approval:\n  title: 違い\n  topics: [removal]\n  positions: { client: none }\n  why: 違う。\n  certainty: 確実\n  date: 2026年\n',
      'decisions/wrong.yaml': 'id: wrong\nversion: 1\ntitle: あ\n  lead: い\n',
    },
  );
  expect(printed).toMatchInlineSnapshot(`
    "内容に誤りが 33 件あります。
    content/checklists/other.yml:1: 読むのは .yaml だけです。
      → ファイルの名前の終わりを .yaml にしてください。
    content/checklists/removal.yaml:10 sections[0].items[0].evidence: 値が10になっています。
      → 引用符で囲んでください（evidence: "10"）。書き方は src/core/checklist/file-schema.ts の注にあります。
    content/conflicts.yaml:7 approval.date: 「2026年」とは書けません。
      → 日付は '2026-11-29' のように書いてください。書き方は src/core/regulation/conflicts-schema.ts の注にあります。
    content/decisions/carry.yaml:16 rules: 当てはまる rule がありません（approved=no）。
      → その場合の rule を書き足すか、どれかの条件を広げてください。
    content/decisions/carry.yaml:18 rules[1]: rules[0] と rules[1] が、どちらも当てはまります（approved=yes）。
      → 順番には意味がありません。一つだけを残して、ほかの条件を狭めてください。
    content/decisions/leave.yaml:20 duties[0].who[0]: 役割「wroker」がありません。
      → もしかして「worker」ですか。書けるもの: worker、other。
    content/decisions/scopes/leave.yaml:2 covers[0].unit: 「client:a1-i1」は条で、unit ではありません。
      → この条の unit（client-a1-i1）を書いてください。
    content/decisions/scopes/wrong.yaml:1 ファイル全体: ファイルがありません。
      → このファイルを書いてください。何を書くかは src/core/decision/scope-schema.ts の注にあります。
    content/decisions/wrong.yaml:3: YAML として読めません。
      → 字下げをそろえ、「: 」や {{…}} のある文、記号で始まる文は、" " で囲んでください。引用符と括弧は閉じてください。
    content/glossary.yaml:4 company.officer.provision: 条「1-p7」がありません。
      → もしかして「1-p1」ですか。書けるもの: 1-p1、1-p2、2-p1。
    content/handbooks/client/index.mdx:6 export: 頁に import と export は書けません。
      → この行を消してください。部品は、何も書かなくても使えます。文がこう始まるなら、前に言葉を置いてください。
    content/handbooks/client/index.mdx:10 <Provision anchor="a1-i1">.actors: 役割「従事者」がありません。
      → 「従事者」は名前です。id の「other」を書いてください。
    content/handbooks/client/index.mdx:15 text: {個人} は式になり、表示されません。
      → 波括弧を見せるなら、\\{個人\\} と書いてください。
    content/handbooks/client/index.mdx:24 text: {{role:worker}} は式になり、表示されません。
      → <Role id="worker" /> と書いてください。
    content/handbooks/client/more/extra.mdx:1: 頁が、どの手引にも入っていません。
      → content/handbooks/<手引>/extra.mdx に移してください。
    content/handbooks/company/01.mdx:19 <Ref to>: 引用先「company:3-h」がありません。
      → もしかして「company:1-h」ですか。書けるもの: company:1-h、company:2-h、company:1-p1、company:1-p2、company:2-p1、client:c1-h、client:a1-i1、client:a1-i2。
    content/handbooks/stray/index.mdx:1: 手引「stray」の拠り所がありません。
      → content/sources/stray.yaml を書いてください。
    content/organization.yaml:10 months.inspectionMoth: 空欄「inspectionMoth」がありません。
      → もしかして「inspectionMonth」ですか。書けるもの: inspectionMonth。
    content/organization.yaml:15 choices.devices: 選択肢「forbiden」がありません。
      → もしかして「forbidden」ですか。書けるもの: forbidden、allowed、unset。
    content/organization.yaml:16 blanks: 空欄「spare」がありません。
      → 「spare: ''」を書き足してください。何のことかは choices.yaml にあります。
    content/products.yaml:3 products[0].name: 文が空です。
      → 文を書いてください。書き方は src/core/inspection/rules.ts の注にあります。
    content/records.yaml:2 client.removalRegister.kind: 「list」とは書けません。
      → 書けるもの: roster、register、report、request、document、certificate。書き方は src/core/regulation/registers.ts の注にあります。
    content/roles.yaml:6 client.other.printd: 「printd」というキーは書けません。
      → もしかして「printed」ですか。書けるもの: printed、meaning、name、noDefinition。書き方は src/core/regulation/registers.ts の注にあります。
    content/roles.yaml:6 client.other.name: 役割「worker」と「other」が同じ名前です。
      → どちらかに、別の名前を付けてください。
    content/sources/client.yaml:12 units[3].id: 「client」の頁に unit「client-a1-i3」がありません。
      → <Provision> の units に書くか、omitted に理由を添えて書いてください。
    content/sources/client.yaml:13 units[4].id: unit「client-a1-i1」が二度あります（もう一つは content/sources/client.yaml units[1]）。
      → 一つの id は、文書の一か所だけにしてください。
    content/sources/empty.yaml:1: この文書の頁がありません。
      → content/handbooks/empty/index.mdx を書くか、このファイルを消してください。
    content/sources/empty.yaml:4 version: 値が1になっています。
      → 引用符で囲んでください（version: "1"）。書き方は src/core/regulation/registers.ts の注にあります。
    content/sources/empty.yaml:8 units[0].label: 値が1になっています。
      → 引用符で囲んでください（label: "1"）。書き方は src/core/regulation/registers.ts の注にあります。
    content/synonyms.yaml:3 synonyms[0].find[1]: 「蛍光灯」は、どの条にも、どの確認リストにもありません。
      → 本文にあるとおりの言葉を書いてください。人が使うだけの言葉は say に書きます。
    content/term-variants.yaml:1 ファイル全体: キー「commonWords」がありません。
      → 「commonWords:」の行を書き足してください（値は並び（文、…））。書き方は src/core/inspection/rules.ts の注にあります。
    content/term-variants.yaml:2 variants[0].words: 1 個しかありません。
      → 2 個以上書いてください。書き方は src/core/inspection/rules.ts の注にあります。
    content/topics.yaml:1 removal: 値が並びになっています。
      → 文を書いてください。書き方は src/core/regulation/registers.ts の注にあります。"
  `);
  const places = printed.match(/^content\/\S+:\d+/gm) ?? [];
  expect(places.length).toBeGreaterThanOrEqual(20);
});

/** What is printed of each fault alone. */
async function tell(
  table: readonly (readonly [what: string, changes: Changes, files?: Record<string, string>])[],
): Promise<string> {
  const told = await Promise.all(table.map(async ([what, ...rest]) => `# ${what}\n${await faultsOf(...rest)}`));
  return told.join('\n');
}

/** A change of one file, as a row for `tell`. */
const inFile =
  (file: string) =>
  ([what, from, to]: readonly [string, string, string]) =>
    [what, { [file]: replace([from, to]) }] as const;

describe('a page is refused', () => {
  test('for what is no text of a handbook', async () => {
    const table: [string, string, string][] = [
      ['a tag that is not closed', '</Section>', ''],
      ['a tag that was not opened', '従事者は、', '従事者は、</Role>'],
      ['a line of code', '- 日時', '{items}'],
      ['nothing in braces', '日時', '日時{}'],
      ['an attribute that is code', "units={['client-a1-i1']}", 'units={units}'],
      ['attributes from elsewhere', 'anchor="a1-i1"', '{...rest} anchor="a1-i1"'],
      ['an import', '---\n\n', "---\n\nimport a from 'a'\n\n"],
      ['a placeholder that is none', 'number="第1号"', 'number="{{rolle:worker}}"'],
      ['no frontmatter', '---\ntitle', 'title'],
      ['an unknown key of its frontmatter', 'description:', 'descripton:'],
    ];
    expect(await tell(table.map(inFile(page)))).toMatchInlineSnapshot(`
      "# a tag that is not closed
      content/handbooks/client/index.mdx:6: <Section> が閉じられていません。
        → 文の中の { } < は \\{ \\} \\< と書き、タグは全部閉じてください。
      # a tag that was not opened
      content/handbooks/client/index.mdx:8: <Provision> を閉じる前に、</Role> があります。
        → 文の中の { } < は \\{ \\} \\< と書き、タグは全部閉じてください。
      # a line of code
      content/handbooks/client/index.mdx:13 text: {items} は式になり、表示されません。
        → 波括弧を見せるなら、\\{items\\} と書いてください。
      # nothing in braces
      content/handbooks/client/index.mdx:13 text: {} は式になり、表示されません。
        → 波括弧を見せるなら、\\{\\} と書いてください。
      # an attribute that is code
      content/handbooks/client/index.mdx:8 <Provision>.units: 値が、そのままの値ではありません。
        → 文か、{['contractor']} のような値で書いてください。
      # attributes from elsewhere
      content/handbooks/client/index.mdx:8 <Provision>: {...} で広げた属性は読めません。
        → 属性を一つずつ書いてください。
      # an import
      content/handbooks/client/index.mdx:6 import: 頁に import と export は書けません。
        → この行を消してください。部品は、何も書かなくても使えます。文がこう始まるなら、前に言葉を置いてください。
      # a placeholder that is none
      content/handbooks/client/index.mdx:8 <Provision>: 「{{rolle:worker}}」は、置き換える書き方ではありません。
        → {{role:…}}、{{choice:…}}、{{blank:…}} のどれかで書いてください。
      # no frontmatter
      content/handbooks/client/index.mdx:1 ファイル全体: 先頭の設定（---）がありません。
        → ---、title、description、--- で始めてください。
      # an unknown key of its frontmatter
      content/handbooks/client/index.mdx:3 descripton: 「descripton」というキーは書けません。
        → もしかして「description」ですか。書けるもの: description、title。書き方は src/compiler/read-handbook-page.ts の注にあります。"
    `);
  });

  test('but not for remarks in braces', async () => {
    const remark = { [page]: replace(['日時\n', '日時{/* 時刻も */}\n']) };
    const library = await withContent(remark, (root) => readLibrary(root, '/'), more);
    expect(library.provisions.get('client:a1-i1')?.text).toContain('日時\n');
  });
});

describe('a broken file brings no faults in those that name its parts', () => {
  test.each<[string, string, string, string]>([
    ['a handbook that is no MDX', page, '日時\n', '日時{\n'],
    ['a provision with a misspelt attribute', page, 'deliverable=', 'deliverabel='],
    ['a source that is no YAML', 'sources/client.yaml', 'units:', 'units: ['],
    ['roles that are no YAML', 'roles.yaml', 'client:', 'client: ['],
    ['a record of an unknown kind', 'records.yaml', 'kind: register', 'kind: list'],
    ['a check list that is no YAML', 'checklists/removal.yaml', 'sections:', 'sections: ['],
    ['a scope book that is no YAML', 'decisions/scopes/carry.yaml', 'topics: []', 'topics: ['],
    ['topics that are a list', 'topics.yaml', 'removal: 持ち出し', '- 持ち出し'],
    ['choices without blanks', 'choices.yaml', 'blanks:\n', 'blank:\n'],
    ['an organization that is no YAML', 'organization.yaml', 'roles:', 'roles: ['],
  ])('%s', async (_, file, from, to) => {
    const printed = await faultsOf({ [file]: replace([from, to]) });
    const told = printed.match(/^content\/[^:]+/gm) ?? [];
    expect(new Set(told)).toEqual(new Set([`content/${file}`]));
  });
});

test('what is meant is said', async () => {
  const table: [string, Changes][] = [
    ['a Japanese name', { [page]: replace(["actors={['worker']}", "actors={['従事者']}"]) }],
    ['a Japanese name in a text', { 'checklists/removal.yaml': replace(['role:securityOfficer', 'role:統括責任者']) }],
    ["a unit in the handbook's name", { 'decisions/scopes/carry.yaml': replace(['client-a1-i1', 'company-1-p1']) }],
    [
      'a unit where a citation is wanted',
      { 'checklists/removal.yaml': replace(['basis: [client:a1-i1]', 'basis: [own-1-p1]']) },
    ],
    ['a prefix that no unit has', { 'sources/client.yaml': replace(['unitPrefix: client-', 'unitPrefix: clint-']) }],
    [
      'a unit with another prefix',
      { 'sources/client.yaml': replace(['- { id: client-a1-i1,', '- { id: clint-a1-i1,']) },
    ],
    ['a chapter that is none', { 'glossary.yaml': replace(['a1-i2, def', "a1-i2, within: ['01'], def"]) }],
    ['a register without entries', { 'records.yaml': () => 'client: {}\n' }],
    [
      'a condition that is no test',
      { 'decisions/carry.yaml': replace(['{ approved: no }', '{ approved: { nott: yes } }']) },
    ],
    ['an unknown kind of question', { 'decisions/carry.yaml': replace(['kind: one', 'kind: ones']) }],
    [
      'a misspelt key of a question',
      { 'decisions/carry.yaml': replace(['    text: 承認を得ましたか', '    txt: 承認を得ましたか']) },
    ],
    ['a key that is missing', { 'decisions/carry.yaml': replace(['says: forbids, ', '']) }],
    ['a list where a mapping is wanted', { 'decisions/carry.yaml': replace(['rules:\n', 'rules:\n  - []\n']) }],
  ];
  expect(await tell(table)).toMatchInlineSnapshot(`
    "# a Japanese name
    content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.actors: 役割「従事者」がありません。
      → 「従事者」は名前です。id の「worker」を書いてください。
    # a Japanese name in a text
    content/checklists/removal.yaml:4 lead: 役割「統括責任者」がありません。
      → 「統括責任者」は名前です。id の「securityOfficer」を書いてください。
    # a unit in the handbook's name
    content/decisions/scopes/carry.yaml:2 covers[0].unit: unit「company-1-p1」がありません。
      → もしかして「own-1-p1」ですか。
    # a unit where a citation is wanted
    content/checklists/removal.yaml:5 basis[0]: 「own-1-p1」は、文書の unit です。
      → それを載せている条を引いてください: company:1-p1
    # a prefix that no unit has
    content/sources/client.yaml:7 unitPrefix: 「clint-」で始まる unit がありません。
      → 初めの unit は「client-c1-h」です。
    # a unit with another prefix
    内容に誤りが 4 件あります。
    content/decisions/scopes/carry.yaml:2 covers[0].unit: unit「client-a1-i1」がありません。
      → もしかして「client-a1-i2」ですか。書けるもの: client-a1-i2、clint-a1-i1、client-c1-h、own-1-p1、own-1-h、own-1-p2、own-2-p1、own-2-h。
    content/decisions/scopes/leave.yaml:2 covers[0].unit: unit「client-a1-i1」がありません。
      → もしかして「client-a1-i2」ですか。書けるもの: client-a1-i2、clint-a1-i1、client-c1-h、own-1-p1、own-1-h、own-1-p2、own-2-p1、own-2-h。
    content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.units: unit「client-a1-i1」がありません。
      → もしかして「client-a1-i2」ですか。書けるもの: client-a1-i2、clint-a1-i1、client-c1-h。
    content/sources/client.yaml:10 units[1].id: unit「clint-a1-i1」の始まりが違います。
      → この文書の unit は、全部「client-」で始めてください。
    # a chapter that is none
    content/glossary.yaml:2 client.medium.within[0]: 章「01」がありません。
      → 書けるもの: index。
    # a register without entries
    content/handbooks/client/index.mdx:8 <Provision anchor="a1-i1">.deliverable: 記録「removalRegister」がありません。
      → 先に content/records.yaml に書き足してください。
    # a condition that is no test
    content/decisions/carry.yaml:17 rules[0].when.approved: 値が{ nott } の組になっています。
      → 文、または並び（文、…）、または{ not } の組、または{ atLeast } の組、または{ atMost } の組を書いてください。書き方は src/core/decision/file-schema.ts の注にあります。
    # an unknown kind of question
    content/decisions/carry.yaml:8 questions[0].kind: 「ones」とは書けません。
      → もしかして「one」ですか。書けるもの: one、clients、several、setting。書き方は src/core/decision/file-schema.ts の注にあります。
    # a misspelt key of a question
    content/decisions/carry.yaml:9 questions[0].txt: 「txt」というキーは書けません。
      → もしかして「text」ですか。書けるもの: text、id、help、kind、when、options、readFrom。書き方は src/core/decision/file-schema.ts の注にあります。
    # a key that is missing
    content/decisions/carry.yaml:14 outcomes[0]: キー「says」がありません。
      → 「says:」の行を書き足してください（値はforbids、conditions、permits、silent のどれか）。書き方は src/core/decision/file-schema.ts の注にあります。
    # a list where a mapping is wanted
    content/decisions/carry.yaml:17 rules[0]: 値が空の並びになっています。
      → { when, outcome, citations } の組を書いてください。書き方は src/core/decision/file-schema.ts の注にあります。"
  `);
});

test('one id that is unknown everywhere is told five times', async () => {
  const refs = Array.from({ length: 8 }, (_, index) => `<Ref to="client:a9">${index}</Ref>\n`).join('\n');
  const printed = await faultsOf({ [page]: replace(['| 欄 |', `${refs}\n| 欄 |`]) });
  expect(printed).toMatch(/^内容に誤りが 5 件あります。/);
  expect(printed).toMatch(/ほかの場所のものは、省きました。$/);
});

test('doubled ids are refused', async () => {
  const table: [string, Changes][] = [
    [
      'of sections in a check list',
      {
        'checklists/removal.yaml': (text) =>
          `${text}${text.slice(text.indexOf('  - id: media')).replace('approval, number: 1', 'keys, number: 2')}`,
      },
    ],
    ['of omitted units', { 'sources/client.yaml': (text) => `${text}  - { id: client-c1-h, reason: また }\n` }],
    [
      'of units in two provisions',
      { [page]: replace(["units={['client-a1-i2']}", "units={['client-a1-i2', 'client-a1-i1']}"]) },
    ],
    [
      'of a unit that is omitted as well',
      { 'sources/client.yaml': (text) => `${text}  - { id: client-a1-i1, reason: 要らない }\n` },
    ],
    ['of keys in YAML', { 'topics.yaml': (text) => `${text}removal: 再び\n` }],
  ];
  expect(await tell(table)).toMatchInlineSnapshot(`
    "# of sections in a check list
    content/checklists/removal.yaml:11 sections[1].id: 分類の id「media」が二度あります。
      → id と番号は、一度だけ使えます。
    # of omitted units
    content/sources/client.yaml:14 omitted[1].id: unit「client-c1-h」が omitted に二度あります。
      → 一度だけ書いてください。
    # of units in two provisions
    content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">.units: unit「client-a1-i1」を載せる条が二つあります（もう一つは content/handbooks/client/index.mdx:8）。
      → 一つの unit は、一つの条だけに載せてください。
    # of a unit that is omitted as well
    content/sources/client.yaml:10 units[1].id: unit「client-a1-i1」が、頁にも omitted にもあります。
      → omitted か条の、どちらかから消してください。
    # of keys in YAML
    content/topics.yaml:2: 同じキーが二度あります。
      → 一つのキーは、一度だけ書いてください。"
  `);
});

test('a scope book names each unit once, leaves nothing out, and its parts are told apart', async () => {
  const book = 'decisions/scopes/carry.yaml';
  const lines = (...units: string[]) =>
    `topics: []\ncovers:\n${units.map((unit) => `  - { unit: ${unit} }\n`).join('')}`;
  const table: [string, Changes][] = [
    ['a unit twice', { [book]: () => lines('client-a1-i1', 'client-a1-i1') }],
    ['whole and in parts', { [book]: () => lines('client-a1-i1', 'client-a1-i1/log') }],
    ['parts that the duty does not name', { [book]: () => lines('client-a1-i1/log', 'client-a1-i1/leave') }],
    [
      'a part that is none',
      {
        [book]: () => lines('client-a1-i1/log'),
        'decisions/carry.yaml': (text) => text.replace('[worker], citations: [client:a1-i1', '$&/leave'),
      },
    ],
    [
      'in scope and left out',
      { [book]: () => `${lines('client-a1-i1')}leftOut: [{ units: [client-a1-i1], reason: 別の話 }]\n` },
    ],
    ['something left out of a topic', { [book]: () => lines('client-a1-i2').replace('[]', '[removal]') }],
    ['a topic that is none', { [book]: (text) => text.replace('[]', '[remove]') }],
  ];
  expect(await tell(table)).toMatchInlineSnapshot(`
    "# a unit twice
    content/decisions/scopes/carry.yaml:4 covers[1]: 「client-a1-i1」が二度あります。
      → 当てはまる場合は、一つの行に並べて書いてください。
    # whole and in parts
    内容に誤りが 2 件あります。
    content/decisions/carry.yaml:20 duties[0].citations[0]: client:a1-i1 は、部分（log）に分かれています。
      → 知らせる部分を引いてください（例: client:a1-i1/log）。両方なら、続けて書きます。
    content/decisions/scopes/carry.yaml:4 covers[1]: 「client-a1-i1」が、全体と一部の両方であります。
      → どの行にも、どの部分かを書いてください。
    # parts that the duty does not name
    content/decisions/carry.yaml:20 duties[0].citations[0]: client:a1-i1 は、部分（log、leave）に分かれています。
      → 知らせる部分を引いてください（例: client:a1-i1/log）。両方なら、続けて書きます。
    # a part that is none
    content/decisions/carry.yaml:20 duties[0].citations[0]: 部分「leave」がありません。
      → 書けるもの: log。
    # in scope and left out
    content/decisions/scopes/carry.yaml:4 leftOut[0].units[0]: 「client-a1-i1」が、covers と leftOut の両方にあります。
      → どちらかから消してください。
    # something left out of a topic
    content/decisions/scopes/carry.yaml:2 covers: client-a1-i1（client:a1-i1）のことが書かれていません。
      → どの場合の規定かを covers に書くか、ここで知らせなくてよい理由を leftOut に書いてください。 「従事者は、媒体を持ち出す前に承認を得る。 日時 持ち出し先」
    # a topic that is none
    content/decisions/scopes/carry.yaml:1 topics[0]: 主題「remove」がありません。
      → もしかして「removal」ですか。書けるもの: removal。"
  `);
});

test('a case that the decision does not bear out is a fault', async () => {
  const table: [string, string, string][] = [
    ['with another outcome', 'outcome: [forbidden]', 'outcome: [allowed]'],
    ['with a duty that does not apply', 'duties: [log]', 'duties: [lock]'],
    ['with a duty that applies', 'duties: [log]', 'not: [log]'],
    ['without an answer', 'answers: { approved: no }', 'answers: {}'],
    ['with an answer that is not asked', 'approved: no', 'approved: no, where: home'],
    ['with an option that is none', 'approved: no', 'approved: maybe'],
    [
      'of a unit that nothing cites',
      'unit: client-a1-i1, answers: { approved: no',
      'unit: own-1-p1, answers: { approved: no',
    ],
    [
      'with a setting that is none',
      'answers: { approved: no }',
      'settings: { byod: allowed }, answers: { approved: no }',
    ],
    ['with a misspelt key', 'outcome: [forbidden]', 'outcomes: [forbidden]'],
    ['that must show what it does not', 'duties: [log]', 'shows: [client-a1-i1, own-1-p1]'],
    ['that must not say what it says', 'duties: [log]', 'unsaid: [管理簿]'],
  ];
  const stray = ['of no decision', {}, { 'decisions/cases/cary.yaml': cases }] as const;
  expect(await tell([...table.map(inFile('decisions/cases/carry.yaml')), stray])).toMatchInlineSnapshot(`
    "# with another outcome
    content/decisions/cases/carry.yaml:2 [0].outcome: 事例は allowed、判断は forbidden と言っています。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # with a duty that does not apply
    content/decisions/cases/carry.yaml:2 [0].duties[0]: すること（duty）「lock」が当てはまりません。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # with a duty that applies
    content/decisions/cases/carry.yaml:2 [0].not[0]: すること（duty）「log」が当てはまります。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # without an answer
    content/decisions/cases/carry.yaml:2 [0].answers: まだ「approved」をたずねるので、結論になりません。
      → 「approved」の選択肢: yes、no
    # with an answer that is not asked
    content/decisions/cases/carry.yaml:2 [0].answers.where: 「where」は、この判断の問いではありません。
      → 問い: approved
    # with an option that is none
    content/decisions/cases/carry.yaml:2 [0].answers.approved: 「approved」に、その選択肢はありません。
      → 「approved」の選択肢: yes、no
    # of a unit that nothing cites
    content/decisions/cases/carry.yaml:2 [0].unit: 表示するもののどれも own-1-p1 を引いていません。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # with a setting that is none
    content/decisions/cases/carry.yaml:2 [0].settings.byod: 「byod」は、この判断の設定（setting）ではありません。
      → kind: setting の問いの id を書いてください。
    # with a misspelt key
    content/decisions/cases/carry.yaml:2 [0].outcomes: 「outcomes」というキーは書けません。
      → もしかして「outcome」ですか。書けるもの: outcome、duties、settings、shows、answers、not、unit、unsaid、contradictions。書き方は src/compiler/decision-cases.ts の注にあります。
    # that must show what it does not
    content/decisions/cases/carry.yaml:2 [0].shows[1]: 表示するもののどれも own-1-p1 を引いていません。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # that must not say what it says
    content/decisions/cases/carry.yaml:2 [0].unsaid[0]: 表示するものが「管理簿」と言っています。
      → 判断の rules を直すか、原文がそう言うなら、この事例を直してください。
    # of no decision
    content/decisions/cases/cary.yaml:1: 判断「cary」がありません。
      → もしかして「carry」ですか。書けるもの: carry、leave。"
  `);
});
