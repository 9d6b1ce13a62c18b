import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { switchOff, textsOf } from '../../support/switched-off.ts';

const frozen = 'test/fixtures/content';
const clients = ['higashiosaka', 'kojinjoho', 'nerima', 'rodokyoku'];

describe('handbooks: in organization.yaml', () => {
  test.each([
    [['company'], 9],
    [['company', 'nerima'], 9],
    [['nerima', 'rodokyoku'], 0],
    [[], 0],
  ])('%j in force: what is left is sound', (inForce, tools) =>
    switchOff(frozen, inForce, ({ library, faults }) => {
      expect(faults).toEqual([]);
      expect(library.handbooks.map(({ id }) => id)).toEqual(inForce);
      // Proved as the whole is, or left out with a reason.
      expect(library.tools.length).toBe(tools);
      expect(library.tools.length + library.leftOut.length).toBe(9);
      for (const { reason } of library.leftOut)
        expect(reason).toMatch(/載せない文書.*ためです。$|残らないためです。$|ないためです。$/);
    }),
  );

  test('one client: nothing cites the others, and no question offers them', () =>
    switchOff(frozen, ['company', 'nerima'], ({ library }) => {
      const off = clients.filter((id) => id !== 'nerima');
      expect(library.off).toEqual(off);
      const citing = [...textsOf({ ...library, off: [], handbooks: [] })].filter(([, text]) =>
        off.some((id) => new RegExp(`^${id}[:/]`).test(text)),
      );
      expect(citing).toEqual([]);
      const asked = library.decisions.flatMap(({ definition }) =>
        definition.questions.flatMap(({ clients: isClients, options }) =>
          isClients ? options.map(({ id }) => id) : [],
        ),
      );
      expect(new Set(asked)).toEqual(new Set(['nerima']));
      expect(library.conflicts.length).toBeGreaterThan(20);
      for (const { positions } of library.conflicts) {
        expect(positions.every(({ handbook }) => ['company', 'nerima'].includes(handbook))).toBe(true);
        expect(positions.filter(({ says }) => says !== undefined).length).toBeGreaterThan(1);
      }
    }));

  test('removing the files of what is off changes nothing', async () => {
    const read = (change?: (root: string) => Promise<void>) =>
      switchOff(
        frozen,
        ['company', 'rodokyoku'],
        ({ root, library, faults }) => {
          expect(faults).toEqual([]);
          return JSON.stringify([...textsOf(library)]).replaceAll(root, '');
        },
        change,
      );
    const before = await read();
    const after = await read(async (root) => {
      for (const id of ['higashiosaka', 'kojinjoho', 'nerima']) {
        await rm(join(root, 'handbooks', id), { recursive: true });
        await rm(join(root, 'sources', `${id}.yaml`));
      }
    });
    expect(after).toBe(before);
  });

  test('a document that nobody knows is misspelt, in the list and in a citation', () =>
    switchOff(frozen, ['company', 'nerrima'], ({ faults }) =>
      expect(faults).toEqual([
        expect.stringMatching(/^content\/organization\.yaml:\d+ 手引「nerrima」がありません。$/),
      ]),
    ));

  test.each([
    ['a colour without quotes', 'site:\n  accent: #1d5c3a\n', /^content\/organization\.yaml:\d+ 値がありません。$/],
    ['a title with a colon', 'site:\n  title: 甲: 乙\n', /^content\/organization\.yaml:\d+ 値の中に「: 」がある/],
  ])('%s is the only fault: what is off stays off', (_, lines, fault) =>
    switchOff(
      frozen,
      ['company'],
      ({ faults }) => expect(faults).toEqual([expect.stringMatching(fault)]),
      async (root) => {
        const file = join(root, 'organization.yaml');
        await writeFile(file, `${(await readFile(file, 'utf8')).replace(/^site:\n(?: .*\n)*/m, '')}\n${lines}`);
        for (const id of clients) {
          await rm(join(root, 'handbooks', id), { recursive: true });
          await rm(join(root, 'sources', `${id}.yaml`));
        }
      },
    ),
  );

  test('a misspelt citation is a fault while documents are off, at its place in the file', () =>
    switchOff(
      frozen,
      ['company'],
      ({ faults }) =>
        expect(faults).toEqual([
          'content/checklists/own.yaml:11 引用先「compamy:01-1-p1」がありません。',
          'content/checklists/own.yaml:12 引用先「company:99-p1」がありません。',
        ]),
      (root) => writeFile(join(root, 'checklists/own.yaml'), own),
    ));
});

const own = `id: own
version: 1
title: 自分の確認リスト
lead: 自分で確かめる。
basis: [nerima:a1, company:01-1-p1]
sections:
  - id: first
    title: 初め
    items:
      - { id: gone, number: 1, text: 練馬区だけ, guidance: ある, evidence: 紙, citations: [nerima:a1] }
      - { id: typo, number: 2, text: 綴り, guidance: ある, evidence: 紙, citations: [compamy:01-1-p1] }
      - { id: none, number: 3, text: ない条, guidance: ある, evidence: 紙, citations: [nerima:a1, company:99-p1] }
`;
