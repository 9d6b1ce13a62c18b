import { describe, expect, test } from 'vitest';
import { type ReceivedFile, relateFiles } from '../../../src/core/inbox/relate-files.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import { toSentForm } from '../../../src/record/v1/form/answer-set.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import type { Header } from '../../../src/record/v1/header/header.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { given, kinds, kindsAnswered } from '../../record/v1/checklist/kinds-fixture.ts';
import { plan, planned } from '../../record/v1/form/fixture.ts';
import { toFile } from '../../support/record.ts';

interface Change {
  header?: Partial<Header>;
  hour?: number;
  key?: string;
  organization?: string;
  list?: string;
  version?: number;
}

function received(
  id: string,
  { header = {}, hour = 9, key = 'a', organization = '', ...list }: Change = {},
): ReceivedFile {
  const listed = { ...definition, id: list.list ?? definition.id, version: list.version ?? definition.version };
  const answers = { ...filled, checklist: listed.id, version: listed.version, header: { ...filled.header, ...header } };
  const summary = summarize(listed, answers, { documentNumber: '3F2A-9C01-77B4' });
  return {
    id,
    file: toFile(listed, answers, summary),
    claimedTime: new Date(Date.UTC(2026, 10, 21, hour)),
    fingerprint: key.repeat(64),
    organization,
  };
}

/** `id: place` of each file. */
function placesOf(...files: ReceivedFile[]): string[] {
  return [...relateFiles(files)].map(([id, { place }]) => `${id}: ${place}`).sort();
}

describe('relateFiles', () => {
  test('a file alone stands for itself', () => {
    expect(relateFiles([received('一')]).get('一')).toEqual({
      place: 'only',
      newest: [],
      sameAnswers: [],
      hasOtherKey: false,
      hasOtherPurpose: false,
      hasLaterVersion: false,
    });
    expect(relateFiles([]).size).toBe(0);
  });

  test('of several of one company for one list the latest clock wins, in whatever order they came', () => {
    const files = [received('朝', { hour: 1 }), received('夜', { hour: 11 }), received('昼', { hour: 3 })];
    expect(placesOf(...files)).toEqual(['夜: newest', '昼: older', '朝: older']);
    expect(relateFiles(files).get('朝')?.newest).toEqual(['夜']);
  });

  test('the same time is a tie, not a guess', () => {
    expect(placesOf(received('一'), received('二'), received('三', { hour: 1 }))).toEqual([
      '一: tied',
      '三: older',
      '二: tied',
    ]);
  });

  test.each<[string, Change]>([
    ['another list', { list: 'other-list' }],
    ['another company', { header: { company: '有限会社甲' } }],
  ])('%s is another matter', (_, change) => {
    expect(placesOf(received('一'), received('二', { hour: 11, ...change }))).toEqual(['一: only', '二: only']);
  });

  test('spellings of one company belong together', () => {
    expect(placesOf(received('一'), received('二', { hour: 11, header: { company: '㈱ 𠮷野' } }))).toEqual([
      '一: older',
      '二: newest',
    ]);
  });

  test('without a company in the answers the certificate names it, and without either the key', () => {
    const nameless = { header: { company: '' } };
    expect(
      placesOf(
        received('一', { ...nameless, organization: '株式会社𠮷野' }),
        received('二', { hour: 11 }),
        received('三', { ...nameless, key: 'b' }),
        received('四', { ...nameless, key: 'b', hour: 11 }),
        received('五', { ...nameless, key: 'c' }),
      ),
    ).toEqual(['一: older', '三: older', '二: newest', '五: only', '四: newest']);
  });

  test('the same answers in two files are told on both, other answers are not', () => {
    const relations = relateFiles([
      received('一'),
      received('二', { hour: 11 }),
      received('三', { header: { checker: '辻' } }),
    ]);
    expect([...relations].map(([id, { sameAnswers }]) => [id, sameAnswers])).toEqual([
      ['一', ['二']],
      ['二', ['一']],
      ['三', []],
    ]);
  });

  test.each<[string, Change, object]>([
    ['another key', { key: 'b' }, { hasOtherKey: true }],
    ['another 業務名', { header: { business: '清掃業務' } }, { hasOtherPurpose: true }],
    ['another 提出先', { header: { recipient: '総務課' } }, { hasOtherPurpose: true }],
    ['a later version of the list', { version: 3 }, { hasLaterVersion: true }],
  ])('%s in the group is told', (_, change, expected) => {
    const relations = relateFiles([received('一'), received('二', { hour: 11, ...change })]);
    const flags = { hasOtherKey: false, hasOtherPurpose: false, hasLaterVersion: false };
    expect(relations.get('一')).toMatchObject({ ...flags, ...expected });
  });

  test('another key under a near name is told on both, and neither is newer than the other', () => {
    const near = received('二', { hour: 11, key: 'b', header: { company: '吉野' } });
    const other = received('三', { key: 'b', header: { company: '有限会社吉野システム' } });
    const relations = relateFiles([received('一'), near, other]);
    expect([...relations].map(([id, { place, hasOtherKey }]) => [id, place, hasOtherKey])).toEqual([
      ['一', 'only', true],
      ['二', 'only', true],
      ['三', 'only', false],
    ]);
  });

  test('whoever answers the later version is not told of a later one', () => {
    const relations = relateFiles([received('一'), received('二', { version: 3 })]);
    expect(relations.get('二')?.hasLaterVersion).toBe(false);
  });

  test('300 files of one company are compared in the time of a click', () => {
    const files = Array.from({ length: 300 }, (_, at) => received(`${at}`, { hour: at }));
    const start = performance.now();
    expect(relateFiles(files).size).toBe(300);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('files of a tool that tells cases apart', () => {
  const paper = (id: string, caseId: string, hour: number): ReceivedFile => {
    const answers = { ...toSentForm(plan, planned), case: caseId };
    const summary = summarizeForm(plan, answers, { documentNumber: '3F2A-9C01-77B4' });
    return { ...received(id, { hour }), file: toFile(plan, answers, summary) };
  };

  test('two of one case are versions of one paper', () => {
    expect(placesOf(paper('一', 'a1', 1), paper('二', 'a1', 2))).toEqual(['一: older', '二: newest']);
  });

  test('two of the same company with different cases are none, even with the same answers', () => {
    expect(placesOf(paper('一', 'a1', 1), paper('二', 'b2', 2))).toEqual(['一: only', '二: only']);
    expect(relateFiles([paper('一', 'a1', 1), paper('二', 'b2', 2)]).get('一')?.sameAnswers).toEqual([]);
  });

  test('a list under the id of a form is another matter', () => {
    expect(placesOf(paper('一', 'a1', 1), received('二', { hour: 2, list: plan.id }))).toEqual([
      '一: only',
      '二: only',
    ]);
  });
});

describe('of a list that a company answers for several', () => {
  const systems: ChecklistDefinition = { ...kinds, each: 'q-2-3' };
  /** About one system, or by one person. */
  function about(id: string, system: string, { hour = 9, checker = '髙橋', list = systems } = {}): ReceivedFile {
    const items = { ...kindsAnswered.items, 'q-2-3': given('q-2-3', [system]) };
    const answers = { ...kindsAnswered, items, header: { ...kindsAnswered.header, checker } };
    const summary = summarize(list, answers, { documentNumber: '3F2A-9C01-77B4' });
    return {
      ...{ id, file: toFile(list, answers, summary), claimedTime: new Date(Date.UTC(2026, 10, 21, hour)) },
      ...{ fingerprint: 'a'.repeat(64), organization: '' },
    };
  }

  test('those about different systems are no versions of one another, however the name is typed', () => {
    expect(placesOf(about('一', '受発注'), about('二', '給与', { hour: 10 }))).toEqual(['一: only', '二: only']);
    expect(placesOf(about('旧', 'ERP システム'), about('新', ' ＥＲＰシステム', { hour: 10 }))).toEqual([
      '新: newest',
      '旧: older',
    ]);
  });

  test('so are those of different people', () => {
    const list = { ...kinds, each: 'checker' };
    const files = [about('一', '', { list }), about('二', '', { list, checker: '山田' })];
    expect(placesOf(...files)).toEqual(['一: only', '二: only']);
  });

  test('without `each` the later takes the place of the earlier, whatever is in it', () => {
    const files = [about('一', '受発注', { list: kinds }), about('二', '給与', { list: kinds, hour: 10 })];
    expect(placesOf(...files)).toEqual(['一: older', '二: newest']);
  });
});
