import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import type { CheckItem } from '../../src/record/v1/checklist/definition.ts';
import { withContent } from '../support/content-folder.ts';

const own = (items: string, head = '') => ({
  'checklists/own.yaml': `id: own
version: 1
title: 自社の質問票
lead: 各部署が答える。
${head}sections:
  - id: s-1
    title: 体制
    items:
${items}
`,
});

async function readOwn(items: string, head = '', original = false) {
  const changes: Record<string, (text: string) => string> = original
    ? { 'sources/client.yaml': (text: string) => text.replace('unitPrefix:', 'wording: original\nunitPrefix:') }
    : {};
  const { checklists } = await withContent(changes, (root) => readLibrary(root, '/'), own(items, head));
  const list = checklists.find(({ id }) => id === 'own');
  if (!list) throw new Error('The list is not there.');
  return list;
}

async function faultOf(items: string, head = ''): Promise<string> {
  try {
    await readOwn(items, head);
  } catch (fault) {
    return fault instanceof Error ? fault.message.replaceAll(/^.*\/checklists/gm, 'checklists') : '';
  }
  return '';
}

const plain = '      - { id: q-1, number: 1-2, text: 鍵を掛けている }';
const citing = '      - { id: q-1, number: 1, text: 承認を得ている, citations: [client:a1-i1] }';

describe('a list of its own', () => {
  test('needs no provision, guidance or evidence, and carries no notice', async () => {
    const list = await readOwn(plain);
    expect(list.notice).toBe('');
    expect(list.sections[0]?.items[0]).toEqual({
      id: 'q-1',
      number: '1-2',
      text: '鍵を掛けている',
      basis: [],
      meaning: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  test('says what its author wrote, after what a restated basis asks for', async () => {
    const head = 'notice: 回答は監査にだけ使います。\n';
    expect((await readOwn(plain, head)).notice).toBe('回答は監査にだけ使います。');
    const restated = await readOwn(plain, `${head}basis: [client:a1-i1]\n`);
    expect(restated.notice).toMatch(/^「取扱特記事項」の要旨です。.*回答は監査にだけ使います。$/);
    const original = await readOwn(plain, `${head}basis: [client:a1-i1]\n`, true);
    expect(original.notice).toBe('回答は監査にだけ使います。');
  });

  test.each([
    [
      'an option twice',
      '      - { id: q-1, number: 1, text: 甲, answer: { kind: one, options: [Ａ, A] } }',
      '選択肢「A」が二度あります',
    ],
    [
      'a word for an option that is not offered',
      '      - { id: q-1, number: 1, text: 甲, answer: { kind: one, options: [甲, 乙], noted: [丙] } }',
      '「丙」は、選択肢にありません',
    ],
    [
      'one option alone where one is chosen anyway',
      '      - { id: q-1, number: 1, text: 甲, answer: { kind: one, options: [甲, 乙], alone: 乙 } }',
      'alone は、kind: several の答えにだけ書けます',
    ],
    [
      'a word of the company in an option',
      "      - { id: q-1, number: 1, text: 甲, answer: { kind: one, options: ['{{role:securityOfficer}}'] } }",
      '選択肢に、会社の言葉（{{…}}）は書けません',
    ],
    [
      'no option',
      '      - { id: q-1, number: 1, text: 甲, answer: { kind: several, options: [] } }',
      'sections[0].items[0].answer.options',
    ],
    [
      'an unknown kind',
      '      - { id: q-1, number: 1, text: 甲, answer: { kind: stars } }',
      'sections[0].items[0].answer',
    ],
    [
      'a number twice, once as a text',
      `${plain.replace('1-2', '3')}\n      - { id: q-2, number: '3', text: 乙 }`,
      '番号 3 が二度あります',
    ],
    ['a number with a point and no quotes', plain.replace('1-2', '1.5'), 'sections[0].items[0].number'],
  ])('%s is a fault', async (_, items, message) => {
    expect(await faultOf(items)).toContain(message);
  });

  test('a retired id is a fault, and so is a section id that stands twice', async () => {
    expect(await faultOf(plain, 'retired: [q-1]\n')).toContain('id「q-1」は、なくした問いのもの');
    const twice = `${plain}\n  - id: s-1\n    title: 物\n    items:\n${plain.replace('q-1', 'q-2').replace('1-2', '2')}`;
    expect(await faultOf(twice)).toContain('分類の id「s-1」が二度あります');
  });
});

describe('the clauses an item rests on', () => {
  const clauses = ({ sections }: { sections: { items: CheckItem[] }[] }) => sections[0]?.items[0]?.clauses;

  test('count where they stand in their own wording, and not where they are restated', async () => {
    expect(clauses(await readOwn(citing))).toBeUndefined();
    expect(clauses(await readOwn(citing, '', true))).toMatch(/^[0-9a-f]{16}$/);
    expect(clauses(await readOwn(plain, '', true))).toBeUndefined();
  });

  test('are others when the words change, and the same when another clause does', async () => {
    const read = async (from: string, to: string) => {
      const changes = {
        'sources/client.yaml': (text: string) => text.replace('unitPrefix:', 'wording: original\nunitPrefix:'),
        'handbooks/client/index.mdx': (text: string) => text.replace(from, to),
      };
      const { checklists } = await withContent(changes, (root) => readLibrary(root, '/'), own(citing));
      return clauses(checklists.find(({ id }) => id === 'own') ?? { sections: [] });
    };
    const before = clauses(await readOwn(citing, '', true));
    expect(await read('承認を得る。', '許可を得る。')).not.toBe(before);
    expect(await read('次の表による。', '次の表に書く。')).toBe(before);
  });
});

describe('what tells the lists of one company apart', () => {
  const system = '      - { id: system, number: A, text: システムの名前, answer: { kind: text } }';
  test('is the person, or an item answered by a text', async () => {
    expect((await readOwn(plain, 'each: checker\n')).each).toBe('checker');
    expect((await readOwn(system, 'each: system\n')).each).toBe('system');
  });

  test.each(['q-1', 'nobody'])('is no other item: %s', async (each) => {
    expect(await faultOf(plain, `each: ${each}\n`)).toContain(`each の「${each}」は、文で答える項目ではありません。`);
  });
});
