import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Engine, Filters } from '../../src/search/engine.ts';
import { fold } from '../../src/search/fold.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { openSite } from '../../src/site/search/built-site.ts';
import { writeIndex } from '../../src/site/search/write-index.ts';

type Place = [heading: string, ...entries: [text: string, kind: string, ...roles: string[]][]];

const books: Record<string, Place[]> = {
  company: [
    ['1. 総則', ['この規程は個人情報の取扱いを定める。', 'statement']],
    [
      '2. 持出し',
      ['書類の持出しは責任者の許可を得る。', 'must', 'manager'],
      ['暗号鍵を一緒に持ち出さない。', 'mustNot', 'staff'],
    ],
    ['3. インシデント', ['インシデントはただちに責任者に報告する。', 'must', 'staff', 'manager']],
    ['4. 廃棄', ['書類は裁断して廃棄する。', 'must', 'staff'], ['USBメモリは破壊する。', 'must']],
  ],
  client: [
    ['第1条 管理簿', ['個人情報の持出しを管理簿に記録する。', 'must', 'worker']],
    ['第2条 報告', ['事故は市に報告する。', 'must', 'worker'], ['名簿を提出する。', 'may', 'manager']],
    ...Array.from({ length: 12 }, (_, at): Place => [`第${at + 3}条 雑則`, ['協議して個人情報を守る。', 'statement']]),
  ],
};

const records = Object.entries(books).flatMap(([handbook, places]) =>
  places.map(
    ([heading, ...entries]): SearchRecord => ({
      handbook,
      type: 'provision',
      page: `${handbook}/`,
      pageTitle: handbook,
      headings: [heading],
      topics: [],
      entries: entries.map(([text, kind, ...roles], at) => ({
        anchor: `${heading.split(' ')[0]}-${at}`,
        label: `${heading.split(' ')[0]}`,
        caption: '',
        text,
        kind,
        roles: roles.map((role) => `${handbook}:${role}`),
      })),
    }),
  ),
);

/** Whether a text has a phrase, whose ending may be absent before another kanji. */
const saysIt = (text: string, phrase: string) => fold(text).text.includes(fold(phrase).text.replace(/い$/, ''));
/** Whether something of a place is left without what says it. */
const hasOther = ({ headings, entries }: SearchRecord, phrase: string) =>
  !headings.some((heading) => saysIt(heading, phrase)) && entries.some(({ text }) => !saysIt(text, phrase));

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitei-search-'));
  const input = {
    records,
    synonyms: { kanaWords: [], synonyms: [] },
    handbooks: { company: '規程', client: '特記事項' },
    clients: { client: '見本市' },
    listTools: async () => [],
  };
  await writeIndex(input, folder);
  engine = openSite(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Every hit, screen by screen. */
async function askAll(asked: string, filters: Filters = {}): Promise<{ answer: Answer; headings: string[] }> {
  const answer = await engine.ask(asked, filters);
  const hits = [...answer.hits];
  for (let from = hits.length; from < answer.count; from = hits.length) {
    const further = await engine.ask(asked, filters, from);
    expect(further.hits).not.toEqual([]);
    hits.push(...further.hits);
  }
  expect((await engine.ask(asked, filters, answer.count)).hits).toEqual([]);
  return { answer, headings: hits.map((hit) => hit.headings.at(-1) ?? '') };
}

const headingsWhere = (holds: (record: SearchRecord) => boolean) =>
  records.filter(holds).map(({ headings }) => headings[0] ?? '');
const says = (record: SearchRecord, text: string) => record.entries.some((entry) => entry.text.includes(text));

describe('a word that stands nowhere', () => {
  test('is not answered by its beginning', async () => {
    // 得 stands alone in 許可を得る.
    const { count, absent } = await engine.ask('得点');
    expect({ count, absent }).toEqual({ count: 0, absent: ['得点'] });
  });

  test('of two letters is read as what goes on from the word before it, where that is one', async () => {
    const { question, count } = await engine.ask('個人の情法');
    expect(question.corrections).toEqual([{ from: '情法', to: '情報' }]);
    expect(count).toBeGreaterThan(0);
  });
});

describe('ask', () => {
  test('counts what it shows, screen by screen', async () => {
    const { answer, headings } = await askAll('個人情報');
    expect(answer.count).toBe(14);
    expect(new Set(headings).size).toBe(14);
  });

  test('browses a filter without a question, in the order of the site', async () => {
    const { headings } = await askAll('', { handbook: 'client' });
    expect(headings).toEqual(headingsWhere(({ handbook }) => handbook === 'client'));
    expect((await engine.ask(' 　')).hits).toEqual([]);
  });

  test('counts what each filter would leave, with the others as they are', async () => {
    const { facets } = await engine.ask('', { kind: 'must' });
    expect(facets.handbook).toEqual([
      { id: 'company', count: 3 },
      { id: 'client', count: 2 },
    ]);
    // 管理者 acts in 第2条 too, but not in what must be done there.
    expect(facets.role).toEqual([
      { id: 'company:manager', count: 2 },
      { id: 'company:staff', count: 2 },
      { id: 'client:worker', count: 2 },
    ]);
    expect(facets.kind.map(({ id }) => id)).toEqual(['statement', 'must', 'mustNot', 'may']);
    for (const [name, counts] of Object.entries(facets)) {
      for (const { id, count } of counts)
        expect((await engine.ask('', { kind: 'must', [name]: id })).count).toBe(count);
    }
    expect((await engine.ask('廃棄')).facets.handbook).toEqual([{ id: 'company', count: 1 }]);
  });

  test.each([
    '個人情報の持出し',
    '取扱い',
    '鍵',
    '報告する',
    '責任者に報告',
    'メモリ',
    'USB',
    '協議',
    'を定める',
    '名簿',
  ])('「%s」 finds where it stands, and -%s all else', async (phrase) => {
    const having = headingsWhere(({ headings, entries }) =>
      [headings[0] ?? '', ...entries.map(({ text }) => text)].some((text) => saysIt(text, phrase)),
    );
    expect(having).not.toEqual([]);
    const { answer, headings } = await askAll(`「${phrase}」`);
    expect(headings.toSorted()).toEqual(having.toSorted());
    expect(answer.question.phrases).toEqual([phrase]);
    for (const hit of answer.hits.filter(({ entry }) => entry.text.includes(phrase))) expect(hit.marks).not.toEqual([]);
    for (const handbook of Object.keys(books)) {
      const rest = await askAll(` -${phrase}`, { handbook });
      const others = headingsWhere((record) => record.handbook === handbook && hasOther(record, phrase));
      expect(rest.headings).toEqual(others);
      for (const { entry } of rest.answer.hits) expect(saysIt(entry.text, phrase)).toBe(false);
      expect(rest.answer.question.excluded).toEqual([phrase]);
    }
  });

  test('leaves out what is asked to be left out, and shows the entry with the phrase', async () => {
    // What is left of 第2条 says nothing of a report.
    expect((await askAll('報告 -市')).headings).toEqual(['3. インシデント']);
    // One entry is left out, not the place with all of its entries; and what it alone is, is no filter of the rest.
    const { hits, facets } = await engine.ask('責任者 -鍵 ', { handbook: 'company' });
    expect(hits.map(({ entry }) => entry.text)).toContain('書類の持出しは責任者の許可を得る。');
    expect(facets.kind.map(({ id }) => id)).toEqual(['must']);
    expect((await askAll('「責任者」 -許可')).headings).toEqual(['3. インシデント']);
    expect((await askAll('持出し -持出し')).headings).toEqual([]);
    const [hit] = (await engine.ask('「破壊する」 書類')).hits;
    expect(hit?.entry.text).toBe('USBメモリは破壊する。');
  });

  test('says what was probably meant as the texts print it, within the whole question', async () => {
    const { question, meant } = await engine.ask('インシデソトの報告');
    expect(question.corrections).toEqual([{ from: 'インシデソト', to: 'インシデント' }]);
    expect(meant).toBe('インシデントの報告');
    expect((await engine.ask('報告')).meant).toBeUndefined();
  });

  test('tells of each hit what its place is made of', async () => {
    const { hits } = await engine.ask('報告');
    for (const { why, score } of hits) expect(score).toBeCloseTo(why.score * (1 + 0.38 * why.text));
    const [first] = hits;
    expect(first && says(records[first.why.record] as SearchRecord, '報告')).toBe(true);
  });

  test('finds nothing, and says so, where no word is left', async () => {
    for (const asked of ['の', '???', '-報告', '「。」']) expect((await engine.ask(asked)).count).toBe(0);
  });
});
