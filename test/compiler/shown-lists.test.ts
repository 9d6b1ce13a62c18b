import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { DecisionFile } from '../../src/core/decision/file-schema.ts';
import { type SwitchedOff, switchOff } from '../support/switched-off.ts';

const content = 'test/fixtures/content';
const everything = ['company', 'nerima', 'kojinjoho', 'rodokyoku', 'higashiosaka'];
type Lists = NonNullable<DecisionFile['lists']>;

const lists = `lists:
  zones:
    title: 領域
    columns:
      - { id: level, label: 段階, kind: one, options: [低, 高], required: true }
      - { id: name, label: 名, required: true }
      - { id: keeper, label: 鍵を持つ者 }
    by: level
`;
const rows = `id: zones
rows:
  - { level: 低, name: 受付 }
  - { level: 高, name: 機械室, keeper: '{{role:systemAdministrator}}' }
  - { level: 高, name: 書庫 }
`;

/** The take-out of the fixture with a list beside it, read with some documents in force. */
function read<Result>(inForce: string[], shown: Lists, run: (found: SwitchedOff) => Result, files = { zones: rows }) {
  return switchOff(content, inForce, run, async (root) => {
    const edit = async (name: string, change: (text: string) => string) => {
      const file = join(root, name);
      const text = await readFile(file, 'utf8');
      expect(change(text), name).not.toBe(text);
      await writeFile(file, change(text));
    };
    await edit('choices.yaml', (text) => `${text.trimEnd()}\n${lists}`);
    await edit('handbooks/company/05.mdx', (text) =>
      text
        .replace(
          '| 本社受付・応接スペース・商談室・倉庫 |',
          '| <List id="zones" group="低">本社受付・応接スペース・商談室・倉庫</List> |',
        )
        .replace('| サーバールーム |', '| <List id="zones" group="高">サーバールーム</List> |'),
    );
    await mkdir(join(root, 'lists'));
    for (const [id, text] of Object.entries(files)) await writeFile(join(root, 'lists', `${id}.yaml`), text);
    const parsed: DecisionFile = parse(await readFile(join(root, 'decisions/take-out.yaml'), 'utf8'));
    await writeFile(join(root, 'decisions/take-out.yaml'), stringify({ ...parsed, lists: shown }));
  });
}

const shownOf = ({ library }: SwitchedOff) =>
  library.decisions.find(({ definition }) => definition.id === 'take-out')?.lists;

const beside: Lists = [
  { list: 'zones', groups: ['高'], duties: ['in-sight', 'nerima-virus-check'] },
  { list: 'zones', question: 'carrier', options: { notebook: '高', paper: '低' } },
];

describe('the rows of a company beside a decision', () => {
  test('stand with its duties and in place of the help of its options, in the company’s words', () =>
    read(everything, beside, (found) => {
      expect(found.faults).toEqual([]);
      const [first, second] = shownOf(found) ?? [];
      expect(first).toMatchObject({
        title: '領域',
        rows: [
          { name: '機械室', says: ['鍵を持つ者: 情報システム管理者'] },
          { name: '書庫', says: [] },
        ],
        duties: ['in-sight', 'nerima-virus-check'],
      });
      expect(first?.url).toBe('company/05/#05-1-r21');
      expect(second).toMatchObject({
        question: 'carrier',
        help: { notebook: '機械室（情報システム管理者）、書庫', paper: '受付' },
      });
      // Page and address alone have them: no version is raised.
      const entry = found.library.decisions.find(({ definition }) => definition.id === 'take-out');
      expect(JSON.stringify(entry?.definition)).not.toContain('機械室');
    }));

  test('are not there while the sample’s stand, and go with the duties of a document that is off', async () => {
    await read(everything, beside, (found) => expect(shownOf(found)).toEqual([]), {} as { zones: string });
    await read(['company'], beside, (found) => {
      expect(found.faults).toEqual([]);
      expect(shownOf(found)?.map(({ duties }) => duties)).toEqual([['in-sight'], []]);
    });
    await read(['company'], [{ list: 'zones', duties: ['nerima-virus-check'] }], (found) => {
      expect(found.faults).toEqual([]);
      expect(shownOf(found)).toEqual([]);
    });
  });

  test('are held to what there is, each fault at its place', () =>
    read(
      everything,
      [
        { list: 'zone', duties: ['in-sight'] },
        { list: 'zones', duties: ['in-sigth'] },
        { list: 'zones', groups: ['中'], duties: ['in-sight'] },
        { list: 'zones', question: 'carier', options: { notebook: '高' } },
        { list: 'zones', question: 'carrier', options: { notebok: '高', paper: '中' } },
      ],
      ({ faults }) => {
        expect(faults.map((fault) => fault.replace(/^.*yaml:\d+ /, ''))).toEqual([
          '一覧「zone」がありません。',
          'すること「in-sigth」がありません。',
          'まとまり「中」がありません。',
          '問い「carier」がありません。',
          '選択肢「notebok」がありません。',
          'まとまり「中」がありません。',
        ]);
      },
    ));
});
