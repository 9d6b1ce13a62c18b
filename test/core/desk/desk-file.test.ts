import { describe, expect, test } from 'vitest';
import {
  deskMessage,
  mergeDesks,
  pickCampaigns,
  readDesk,
  type StoredDesk,
  writeDesk,
} from '../../../src/core/desk/desk-file.ts';
import { mergeKept, nothingKept, openKept, toHash } from '../../../src/core/desk/kept.ts';
import { readKeptAnswers, readKeptDefinition } from '../../../src/core/desk/read-kept.ts';
import { receive, sayOfReturn } from '../../../src/core/desk/receive.ts';
import { toDesk } from '../../../src/core/desk/to-desk.ts';
import {
  beginCampaign,
  beginCompany,
  beginRemark,
  beginVerdict,
  change,
  companyId,
  restore,
  strike,
  toCell,
} from '../../../src/core/desk/write.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { readEntry } from '../../../src/core/register/read-entry.ts';
import { ChecklistDefinitionSchema } from '../../../src/record/v1/checklist/definition-schema.ts';
import { findWordFault } from '../../../src/record/v1/company/words.ts';
import { kinds, kindsAnswered } from '../../record/v1/checklist/kinds-fixture.ts';
import { sha256, toFile } from '../../support/record.ts';
import { campaign, campaignTexts, checked, listFile, sound, writing } from './fixture.ts';
import { randomOf, shuffle } from './generate.ts';

const at = '2026-12-03T09:00:00.000Z';
const texts = { name: '株式会社見本', person: '', mail: '', parent: '' };

/** A small desk with one of everything. */
function small(): StoredDesk {
  const begun = beginCompany('campaign-a', texts, { at, by: '見本花子' }, sha256);
  const asked = { ...kinds, sections: kinds.sections, choices: {} };
  const one = receive(checked('一', sound(listFile({}))), undefined, { at, by: '' }, sha256);
  const file = { ...listFile({}), ...toFile(asked, kindsAnswered, listFile({}).summary) };
  const two = receive(
    checked('二', sound({ ...file, asked: { template: asked, words: { 'role:securityOfficer': '統括責任者' } } })),
    undefined,
    { at, by: '' },
    sha256,
  );
  const entries = [
    beginCampaign('campaign-a', campaignTexts, writing()),
    begun,
    ...[one.entry, two.entry].flatMap((entry) => entry ?? []),
    beginRemark(begun.id, 'rules', { text: '早めに' }, writing(), sha256),
    beginVerdict(begun.id, { result: 'pass', reason: '', documentNumber: '', nextOn: '2027-12-01' }, writing(), sha256),
  ];
  return { entries, kept: mergeKept(one.kept, two.kept) };
}

const desk = small();
const text = writeDesk(desk) ?? '';

describe('readDesk', () => {
  test('reads what writeDesk wrote, an entry a line', () => {
    const read = readDesk(text, sha256);
    expect(read.ok && writeDesk(read.desk)).toBe(text);
    expect(desk.kept.answers.size).toBe(2);
    expect(text.split('\n').filter((line) => line.includes('"table":'))).toHaveLength(6);
    // What is kept is found again by its hash.
    const [first] = toDesk(desk.entries, desk.kept).returns;
    expect(read.ok && first && openKept(read.desk.kept)(first)?.answers).toEqual(
      desk.kept.answers.get(first?.answers ?? ''),
    );
  });

  test.each<[string, (text: string) => string, string]>([
    ['something else', () => '{"format":"kitei-people/1"}', 'このファイルは依頼の控えではありません'],
    ['no JSON', (whole) => whole.slice(0, -9), 'このファイルは読み取れません'],
    ['a newer version', (whole) => whole.replace('kitei-desk/1', 'kitei-desk/2'), 'より新しい版'],
    ['a key too many', (whole) => whole.replace('{"format"', '{"more":1,"format"'), '依頼の控えではありません'],
    ['a table that there is not', (whole) => whole.replace('"table":"remark"', '"table":"other"'), '件目が'],
    ['a column that there is not', (whole) => whole.replace('"due-on":', '"due-in":'), '件目が'],
    ['a file whose id is no hash', (whole) => whole.replace(/"id":"[0-9a-f]{64}"/, '"id":"f1"'), '件目が'],
    ['a mark that turns text round', (whole) => whole.replace('早めに', '早め\\u202eに'), '件目が'],
    [
      'answers with a key too many',
      (whole) => whole.replace('"kind":"checklist","version"', '"kind":"checklist","more":1,"version"'),
      '番目の回答が',
    ],
    [
      'a list with a script for a link',
      (whole) => whole.replace('"href":"/company', '"href":"javascript:/company'),
      '番目のリストが',
    ],
    [
      'a word that the list does not name',
      (whole) => whole.replace('"role:securityOfficer":', '"role:other":'),
      '番目のリストが',
    ],
  ])('refuses %s in words', (_, edit, expected) => {
    const edited = edit(text);
    expect(edited).not.toBe(text);
    const read = readDesk(edited, sha256);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(deskMessage(read.problem)).toContain(expected);
    expect(deskMessage(read.problem)).toContain('変わっていません');
  });

  test('takes answers that somebody changed for other ones: nothing leads to them', () => {
    const changed = readDesk(text.replace('"status":"done"', '"status":"notDone"'), sha256);
    const [first] = toDesk(desk.entries, desk.kept).returns.filter(({ tool }) => tool?.id !== kinds.id);
    expect(changed.ok && first && openKept(changed.desk.kept)(first)).toBeUndefined();
  });
});

describe('readKeptDefinition', () => {
  /** One place of a value changed by chance. */
  function mutate(value: unknown, random: (limit: number) => number): unknown {
    const copy = structuredClone(value);
    const places: [Record<string, unknown>, string][] = [];
    const walk = (one: unknown) => {
      if (typeof one !== 'object' || one === null) return;
      for (const [key, inner] of Object.entries(one)) {
        places.push([one as Record<string, unknown>, key]);
        walk(inner);
      }
    };
    walk(copy);
    const [parent, key] = places[random(places.length)] ?? [{}, ''];
    const strange = [
      '',
      0,
      1.5,
      -1,
      null,
      true,
      [],
      {},
      'x',
      'あ'.repeat(1001),
      'x'.repeat(20_001),
      'javascript:alert(1)',
      '//evil.example',
      '__proto__',
    ];
    const deed = random(4);
    if (deed === 0) delete parent[key];
    else if (deed === 1) parent[`${key}x`] = 'more';
    else if (deed === 2 && Array.isArray(parent[key]))
      parent[key] = [...(parent[key] as unknown[]), ...(parent[key] as unknown[])];
    else parent[key] = strange[random(strange.length)];
    // As a file holds it: without holes in lists.
    return JSON.parse(JSON.stringify(copy));
  }

  test('accepts just what the schema of files accepts', () => {
    const random = randomOf(18);
    const template = {
      ...kinds,
      each: 'q-2-3',
      states: { done: 'ある', partial: '足りない', notDone: 'ない' },
      evidenceName: '定めた条',
      choices: { devices: [{ id: 'allowed', text: '使える' }] },
      sections: kinds.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => ({
          ...item,
          guidance: '目安',
          basis: [
            {
              citation: 'company:1-p1',
              label: '規程 1',
              href: '/company/01/#1-p1',
              shown: [{ choice: 'devices', is: 'allowed' }],
            },
          ],
        })),
      })),
    };
    const words = { 'role:securityOfficer': '統括責任者', 'choice:devices': 'allowed' };
    expect(readKeptDefinition({ template, words })).toEqual({ template, words });
    let [accepted, refused] = [0, 0];
    for (let turn = 0; turn < 1500; turn++) {
      const changed = mutate(template, random);
      const parsed = ChecklistDefinitionSchema.safeParse(changed);
      const isRight = parsed.success && findWordFault({ template: parsed.data, words }) === undefined;
      expect(readKeptDefinition({ template: changed, words }) !== undefined, JSON.stringify(changed)).toBe(isRight);
      if (isRight) accepted += 1;
      else refused += 1;
    }
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });

  test('keeps nothing that could not be read again', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1001 }, (_, n) => [`item-${n}`, { ...kindsAnswered.items['q-1-1'] }]),
    );
    expect(readKeptAnswers(kindsAnswered)).toEqual(kindsAnswered);
    expect(readKeptAnswers({ ...kindsAnswered, items: many })).toBeUndefined();
    const huge = { ...listFile({}), answers: { ...kindsAnswered, items: many } };
    expect(
      receive(checked('大', sound(huge as ReturnType<typeof listFile>)), undefined, { at, by: '' }, sha256).kept,
    ).toEqual(nothingKept);
  });
});

describe('entries of the desk', () => {
  const isReadable = (entry: Entry | undefined) => readEntry(JSON.parse(JSON.stringify(entry))) !== undefined;

  test('are such as the register keeps, whatever a file or its name says', () => {
    const nasty = `\u202e${'長'.repeat(6000)}\ud800\u0000.pdf`;
    const file = {
      ...checked('一', sound(listFile({ company: '長'.repeat(20_000) }), { organization: nasty })),
      name: nasty,
    };
    const { entry } = receive(file, undefined, { at, by: '見本花子' }, sha256);
    expect([isReadable(entry), ...desk.entries.map(isReadable)]).not.toContain(false);
    expect(toCell('甲\u202e乙')).toBe('甲乙');
  });

  test('of a company that two people paste are one, of two spellings too; a twin is another', () => {
    const mine = beginCompany('a', texts, { at, by: '見本花子' }, sha256);
    const theirs = beginCompany('a', texts, { at: '2026-12-02T09:00:00.000Z', by: '見本次郎' }, sha256);
    const merged = mergeDesks({ entries: [mine], kept: nothingKept }, { entries: [theirs], kept: nothingKept });
    expect(merged.entries.map(({ states }) => states.length)).toEqual([1]);
    expect(companyId('a', '（株）見本', 0, sha256)).toBe(mine.id);
    expect([companyId('b', '株式会社見本', 0, sha256), companyId('a', '株式会社見本', 1, sha256)]).not.toContain(
      mine.id,
    );
  });

  test('changed by two people say in which columns they differ', () => {
    const base = beginCompany('a', texts, { at, by: '' }, sha256);
    const mine = change<'company'>(base, { person: '花子', note: '電話済み' }, writing('05'));
    const theirs = change<'company'>(base, { person: '次郎', note: '電話済み' }, writing('06'));
    const [both] = mergeDesks({ entries: [mine], kept: nothingKept }, { entries: [theirs], kept: nothingKept }).entries;
    const read = (entries: Entry[]) => toDesk(entries, nothingKept).companies[0];
    expect(read(both ? [both] : [])).toMatchObject({ person: '次郎', note: '電話済み', conflicts: ['person'] });
    expect(read([strike(base, '契約が終わった', writing('07'))])?.isStruck).toBe(true);
    expect(read([restore(strike(base, '', writing('07')), writing('08'))])).toMatchObject({
      isStruck: false,
      name: '株式会社見本',
    });
  });

  test('what a person said of a file stays when it is checked again, here or on another desk', () => {
    const file = checked('一', sound(listFile({}), { change: { match: 'not-loaded' } }));
    const first = receive(file, undefined, { at, by: '見本花子' }, sha256).entry;
    if (!first) throw new Error('A new file has an entry.');
    const said = sayOfReturn(first, { company: 'c9' }, writing('04'));
    const better = { ...file, finding: sound(listFile({})) };
    const here = receive(better, said, { at: '2026-12-05T09:00:00.000Z', by: '見本花子' }, sha256).entry;
    const there = receive(better, undefined, { at: '2026-12-06T09:00:00.000Z', by: '見本次郎' }, sha256).entry;
    const [merged] = mergeDesks(
      { entries: [said], kept: nothingKept },
      { entries: there ? [there] : [], kept: nothingKept },
    ).entries;
    for (const entry of [here, merged]) {
      const [one] = toDesk(entry ? [entry] : [], nothingKept).returns;
      expect([one?.match, one?.said.company]).toEqual(['equal', 'c9']);
    }
    expect(receive(better, here, { at, by: '' }, sha256).entry).toBeUndefined();
  });
});

test('merging any copies in any order, as often as one likes, ends the same', () => {
  const random = randomOf(3);
  const copies = Array.from({ length: 6 }, (_, n): StoredDesk => {
    const entries = shuffle(desk.entries, random).slice(0, 4);
    const edited = entries.map((entry) => {
      if (entry.table !== 'company' && entry.table !== 'campaign') return entry;
      // Two of them at the same moment, by the same name, under one id: as a clock that stands still would have it.
      const id = random(2) === 0 ? 'same' : `edit-${n}`;
      return change<'company'>(entry, { name: `名前 ${n}` }, { id, at: '2026-12-07T09:00:00.000Z', by: '見本花子' });
    });
    return { entries: edited, kept: n % 2 === 0 ? desk.kept : nothingKept };
  });
  const ends = Array.from({ length: 12 }, () => {
    const order = [...shuffle(copies, random), ...shuffle(copies, random).slice(0, 3)];
    return writeDesk(order.reduce(mergeDesks));
  });
  expect(new Set(ends).size).toBe(1);
});

test('pickCampaigns takes what is about a campaign, with what it leads to, and nothing of another', () => {
  const other = beginCompany('campaign-b', texts, { at, by: '' }, sha256);
  const all = {
    entries: [...desk.entries, beginCampaign('campaign-b', campaignTexts, writing()), other],
    kept: desk.kept,
  };
  const picked = pickCampaigns(all, new Set(['campaign-a']));
  expect(writeDesk(picked)).toBe(text);
  expect(pickCampaigns(all, new Set(['campaign-b']))).toMatchObject({
    entries: [{ id: 'campaign-b' }, { id: other.id }],
    kept: nothingKept,
  });
  expect(toDesk(picked.entries, picked.kept).campaigns).toEqual([
    campaign({ at: desk.entries[0]?.states[0]?.at ?? '' }),
  ]);
  for (const [hash, answers] of picked.kept.answers) expect(toHash(answers, sha256)).toBe(hash);
});
