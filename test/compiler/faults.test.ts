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
    "33 faults in the content:
    content/checklists/other.yml:1: only .yaml is read.
      Hint: Give the file that ending.
    content/checklists/removal.yaml:10 at sections[0].items[0].evidence: 10 stands where a text is wanted.
      Hint: Write '10' in quotes. See src/core/checklist/file-schema.ts.
    content/conflicts.yaml:7 at approval.date: "2026年" is not accepted.
      Hint: Write a date as '2026-11-29'. See src/core/regulation/conflicts-schema.ts.
    content/decisions/carry.yaml:16 at rules: no rule fits: approved=no.
      Hint: Add a rule for it, or widen the condition of one.
    content/decisions/carry.yaml:18 at rules[1]: rules[0] and rules[1] both fit: approved=yes.
      Hint: Order means nothing: narrow the condition of all but one.
    content/decisions/leave.yaml:20 at duties[0].who[0]: unknown role "wroker".
      Hint: Did you mean "worker"? Known: worker, other.
    content/decisions/scopes/leave.yaml:2 at covers[0].unit: "client:a1-i1" is a provision, not a unit.
      Hint: It restates client-a1-i1: write the unit.
    content/decisions/scopes/wrong.yaml:1 at top level: the file is missing.
      Hint: Write it; src/core/decision/scope-schema.ts says what stands in it.
    content/decisions/wrong.yaml:3: not valid YAML: Nested mappings are not allowed in compact mappings
      Hint: Check the indentation, and quote texts that contain {{…}} or ': ', or begin with a sign: '{{role:employee}}は…'.
    content/glossary.yaml:4 at company.officer.provision: unknown provision "1-p7".
      Hint: Did you mean "1-p1"? Known: 1-p1, 1-p2, 2-p1.
    content/handbooks/client/index.mdx:6 at export: pages do not import or export.
      Hint: Remove it; every component is there without. A line of text that begins so needs a word before it.
    content/handbooks/client/index.mdx:10 at <Provision anchor="a1-i1">.actors: unknown role "従事者".
      Hint: "従事者" is the name of "other": write the id.
    content/handbooks/client/index.mdx:15 at text: {個人} is code, and would not be shown.
      Hint: Write \\{個人\\} for braces that are to be read.
    content/handbooks/client/index.mdx:24 at text: {{role:worker}} is code, and would not be shown.
      Hint: Write <Role id="worker" />.
    content/handbooks/client/more/extra.mdx:1: the page is in no handbook.
      Hint: Move it to content/handbooks/<handbook>/extra.mdx.
    content/handbooks/company/01.mdx:19 at <Ref to>: unknown citation "company:3-h".
      Hint: Did you mean "company:1-h"? Known: company:1-h, company:2-h, company:1-p1, company:1-p2, company:2-p1, client:c1-h, client:a1-i1, client:a1-i2.
    content/handbooks/stray/index.mdx:1: the handbook "stray" has no source.
      Hint: Write content/sources/stray.yaml.
    content/organization.yaml:10 at months.inspectionMoth: unknown blank "inspectionMoth".
      Hint: Did you mean "inspectionMonth"? Known: inspectionMonth.
    content/organization.yaml:15 at choices.devices: unknown option "forbiden".
      Hint: Did you mean "forbidden"? Known: forbidden, allowed, unset.
    content/organization.yaml:16 at blanks: blank "spare" is missing.
      Hint: Add "spare: ''"; content/choices.yaml says what it is.
    content/products.yaml:3 at products[0].name: the text is empty.
      Hint: See src/core/inspection/rules.ts.
    content/records.yaml:2 at client.removalRegister.kind: "list" is none of the values.
      Hint: Known: roster, register, report, request, document, certificate. See src/core/regulation/registers.ts.
    content/roles.yaml:6 at client.other.printd: unknown key "printd".
      Hint: Did you mean "printed"? Known: printed, meaning, name, noDefinition. See src/core/regulation/registers.ts.
    content/roles.yaml:6 at client.other.name: the roles "worker" and "other" have one name.
      Hint: Give one of them another name.
    content/sources/client.yaml:12 at units[3].id: no page of "client" has the unit "client-a1-i3".
      Hint: Name it in the units of a <Provision>, or name it under omitted with the reason.
    content/sources/client.yaml:13 at units[4].id: the unit "client-a1-i1" stands twice (also at content/sources/client.yaml units[1]).
      Hint: An id is one place of a source.
    content/sources/empty.yaml:1: no page restates it.
      Hint: Write content/handbooks/empty/index.mdx, or remove the source.
    content/sources/empty.yaml:4 at version: 1 stands where a text is wanted.
      Hint: Write '1' in quotes. See src/core/regulation/registers.ts.
    content/sources/empty.yaml:8 at units[0].label: 1 stands where a text is wanted.
      Hint: Write '1' in quotes. See src/core/regulation/registers.ts.
    content/synonyms.yaml:3 at synonyms[0].find[1]: "蛍光灯" stands in no provision and in no check list.
      Hint: Write the word as the texts have it; words that only people use belong under say.
    content/term-variants.yaml:1 at top level: missing key "commonWords".
      Hint: Add it: a list (a text, …). See src/core/inspection/rules.ts.
    content/term-variants.yaml:2 at variants[0].words: the list has 1, and needs 2.
      Hint: See src/core/inspection/rules.ts.
    content/topics.yaml:1 at removal: a list stands where a text is wanted.
      Hint: See src/core/regulation/registers.ts."
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
      content/handbooks/client/index.mdx:6: not valid MDX: Expected a closing tag for \`<Section>\` (6:1-6:54)
        Hint: Write \\{ \\} \\< in text; close every tag.
      # a tag that was not opened
      content/handbooks/client/index.mdx:8: not valid MDX: Unexpected closing tag \`</Role>\`, expected corresponding closing tag for \`<Provision>\` (8:1-9:101)
        Hint: Write \\{ \\} \\< in text; close every tag.
      # a line of code
      content/handbooks/client/index.mdx:13 at text: {items} is code, and would not be shown.
        Hint: Write \\{items\\} for braces that are to be read.
      # nothing in braces
      content/handbooks/client/index.mdx:13 at text: {} is code, and would not be shown.
        Hint: Write \\{\\} for braces that are to be read.
      # an attribute that is code
      content/handbooks/client/index.mdx:8 at <Provision>.units: the value is not a literal.
        Hint: Write a text or a literal such as {['contractor']}.
      # attributes from elsewhere
      content/handbooks/client/index.mdx:8 at <Provision>: spread attributes are not read.
        Hint: Write each attribute out.
      # an import
      content/handbooks/client/index.mdx:6 at import: pages do not import or export.
        Hint: Remove it; every component is there without. A line of text that begins so needs a word before it.
      # a placeholder that is none
      content/handbooks/client/index.mdx:8 at <Provision>: "{{rolle:worker}}" is no placeholder.
        Hint: Write {{role:…}}, {{choice:…}} or {{blank:…}}.
      # no frontmatter
      content/handbooks/client/index.mdx:1 at top level: no frontmatter.
        Hint: Begin with ---, title, description, ---.
      # an unknown key of its frontmatter
      content/handbooks/client/index.mdx:3 at descripton: unknown key "descripton".
        Hint: Did you mean "description"? Known: description, title. See src/compiler/read-handbook-page.ts."
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
    content/handbooks/client/index.mdx:8 at <Provision anchor="a1-i1">.actors: unknown role "従事者".
      Hint: "従事者" is the name of "worker": write the id.
    # a Japanese name in a text
    content/checklists/removal.yaml:4 at lead: unknown role "統括責任者".
      Hint: "統括責任者" is the name of "securityOfficer": write the id.
    # a unit in the handbook's name
    content/decisions/scopes/carry.yaml:2 at covers[0].unit: unknown unit "company-1-p1".
      Hint: Did you mean "own-1-p1"?
    # a unit where a citation is wanted
    content/checklists/removal.yaml:5 at basis[0]: "own-1-p1" is a unit of the source.
      Hint: Cite the provision that restates it: company:1-p1.
    # a prefix that no unit has
    content/sources/client.yaml:7 at unitPrefix: no unit begins with "clint-".
      Hint: The first is "client-c1-h".
    # a unit with another prefix
    4 faults in the content:
    content/decisions/scopes/carry.yaml:2 at covers[0].unit: unknown unit "client-a1-i1".
      Hint: Did you mean "client-a1-i2"? Known: client-a1-i2, clint-a1-i1, client-c1-h, own-1-p1, own-1-h, own-1-p2, own-2-p1, own-2-h.
    content/decisions/scopes/leave.yaml:2 at covers[0].unit: unknown unit "client-a1-i1".
      Hint: Did you mean "client-a1-i2"? Known: client-a1-i2, clint-a1-i1, client-c1-h, own-1-p1, own-1-h, own-1-p2, own-2-p1, own-2-h.
    content/handbooks/client/index.mdx:8 at <Provision anchor="a1-i1">.units: unknown unit "client-a1-i1".
      Hint: Did you mean "client-a1-i2"? Known: client-a1-i2, clint-a1-i1, client-c1-h.
    content/sources/client.yaml:10 at units[1].id: the unit "clint-a1-i1" has another prefix.
      Hint: Every unit of this source begins with "client-".
    # a chapter that is none
    content/glossary.yaml:2 at client.medium.within[0]: unknown chapter "01".
      Hint: Known: index.
    # a register without entries
    content/handbooks/client/index.mdx:8 at <Provision anchor="a1-i1">.deliverable: unknown record "removalRegister".
      Hint: content/records.yaml names none that could stand here; add it there first.
    # a condition that is no test
    content/decisions/carry.yaml:17 at rules[0].when.approved: a mapping { nott } is not accepted here.
      Hint: Write a text, or a list (a text, …), or a mapping { not }, or a mapping { atLeast }, or a mapping { atMost }. See src/core/decision/file-schema.ts.
    # an unknown kind of question
    content/decisions/carry.yaml:8 at questions[0].kind: "ones" is none of the values.
      Hint: Did you mean "one"? Known: one, clients, several, setting. See src/core/decision/file-schema.ts.
    # a misspelt key of a question
    content/decisions/carry.yaml:9 at questions[0].txt: unknown key "txt".
      Hint: Did you mean "text"? Known: text, id, help, kind, when, options, readFrom. See src/core/decision/file-schema.ts.
    # a key that is missing
    content/decisions/carry.yaml:14 at outcomes[0]: missing key "says".
      Hint: Add it: one of forbids, conditions, permits, silent. See src/core/decision/file-schema.ts.
    # a list where a mapping is wanted
    content/decisions/carry.yaml:17 at rules[0]: an empty list stands where a mapping { when, outcome, citations } is wanted.
      Hint: See src/core/decision/file-schema.ts."
  `);
});

test('one id that is unknown everywhere is told five times', async () => {
  const refs = Array.from({ length: 8 }, (_, index) => `<Ref to="client:a9">${index}</Ref>\n`).join('\n');
  const printed = await faultsOf({ [page]: replace(['| 欄 |', `${refs}\n| 欄 |`]) });
  expect(printed).toMatch(/^5 faults in the content:/);
  expect(printed).toMatch(/More places with it are not listed\.$/);
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
    content/checklists/removal.yaml:11 at sections[1].id: section id "media" stands twice.
      Hint: Ids and numbers are used once.
    # of omitted units
    content/sources/client.yaml:14 at omitted[1].id: the unit "client-c1-h" is omitted twice.
      Hint: Name it once.
    # of units in two provisions
    content/handbooks/client/index.mdx:20 at <Provision anchor="a1-i2">.units: the unit "client-a1-i1" is restated twice (also at content/handbooks/client/index.mdx:8).
      Hint: One provision restates a unit.
    # of a unit that is omitted as well
    content/sources/client.yaml:10 at units[1].id: the unit "client-a1-i1" is restated and omitted.
      Hint: Take it from omitted, or from the provision.
    # of keys in YAML
    content/topics.yaml:2: not valid YAML: Map keys must be unique
      Hint: Write each key once."
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
    content/decisions/scopes/carry.yaml:4 at covers[1]: "client-a1-i1" stands twice.
      Hint: Write all its cases in one line, as a list.
    # whole and in parts
    2 faults in the content:
    content/decisions/carry.yaml:20 at duties[0].citations[0]: client:a1-i1 has parts: log.
      Hint: Cite what the duty tells of, e.g. client:a1-i1/log; or both, one after the other.
    content/decisions/scopes/carry.yaml:4 at covers[1]: "client-a1-i1" stands whole and in parts.
      Hint: Name a part in each of its lines.
    # parts that the duty does not name
    content/decisions/carry.yaml:20 at duties[0].citations[0]: client:a1-i1 has parts: log, leave.
      Hint: Cite what the duty tells of, e.g. client:a1-i1/log; or both, one after the other.
    # a part that is none
    content/decisions/carry.yaml:20 at duties[0].citations[0]: unknown part "leave".
      Hint: Known: log.
    # in scope and left out
    content/decisions/scopes/carry.yaml:4 at leftOut[0].units[0]: "client-a1-i1" is in scope and left out.
      Hint: Take it from one of the two.
    # something left out of a topic
    content/decisions/scopes/carry.yaml:2 at covers: nothing is said of client-a1-i1 (client:a1-i1).
      Hint: Say under covers when it speaks, or under leftOut why nobody here needs to hear of it. 「従事者は、媒体を持ち出す前に承認を得る。 日時 持ち出し先」
    # a topic that is none
    content/decisions/scopes/carry.yaml:1 at topics[0]: unknown topic "remove".
      Hint: Did you mean "removal"? Known: removal."
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
    content/decisions/cases/carry.yaml:2 at [0].outcome: the case says allowed; the decision says forbidden.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # with a duty that does not apply
    content/decisions/cases/carry.yaml:2 at [0].duties[0]: the duty "lock" does not apply.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # with a duty that applies
    content/decisions/cases/carry.yaml:2 at [0].not[0]: the duty "log" applies.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # without an answer
    content/decisions/cases/carry.yaml:2 at [0].answers: it still asks "approved".
      Hint: Options of "approved": yes, no.
    # with an answer that is not asked
    content/decisions/cases/carry.yaml:2 at [0].answers.where: "where" is no question of the decision.
      Hint: Questions: approved.
    # with an option that is none
    content/decisions/cases/carry.yaml:2 at [0].answers.approved: "approved" has no such option.
      Hint: Options of "approved": yes, no.
    # of a unit that nothing cites
    content/decisions/cases/carry.yaml:2 at [0].unit: nothing that is shown cites own-1-p1.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # with a setting that is none
    content/decisions/cases/carry.yaml:2 at [0].settings.byod: "byod" is no setting of the decision.
      Hint: Name a question of kind setting.
    # with a misspelt key
    content/decisions/cases/carry.yaml:2 at [0].outcomes: unknown key "outcomes".
      Hint: Did you mean "outcome"? Known: outcome, duties, settings, shows, answers, not, unit, unsaid, contradictions. See src/compiler/decision-cases.ts.
    # that must show what it does not
    content/decisions/cases/carry.yaml:2 at [0].shows[1]: nothing that is shown cites own-1-p1.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # that must not say what it says
    content/decisions/cases/carry.yaml:2 at [0].unsaid[0]: what is shown says 「管理簿」.
      Hint: Mend the rules of the decision, or the case where its source says otherwise.
    # of no decision
    content/decisions/cases/cary.yaml:1: unknown decision "cary".
      Hint: Did you mean "carry"? Known: carry, leave."
  `);
});
