import { describe, expect, test } from 'vitest';
import {
  dropPerson,
  findByName,
  findPeople,
  findSigned,
  movePerson,
  putPerson,
  sortPeople,
  withoutSigned,
  withSigned,
} from '../../../src/core/people/edit.ts';
import { countWith, withKeeps } from '../../../src/core/people/person.ts';
import { judgeBackup } from '../../../src/core/text/backup-due.ts';
import { hanako, person, taro } from './support.ts';

const list = { keeps: [], people: [hanako, taro] };
const pledge = { form: 'pledge', title: '誓約書', documentNumber: 'AB', on: '2026-04-01' };

describe('the list', () => {
  test('holds nothing that it was not told to keep', () => {
    const secret = person('p3', { name: '見本次郎', nationality: '日本', birthday: '1990-04-01' });
    expect(putPerson(list, secret).people[2]?.texts).toEqual({ name: '見本次郎' });
    expect(putPerson({ ...list, keeps: ['birthday'] }, secret).people[2]?.texts).toEqual({
      name: '見本次郎',
      birthday: '1990-04-01',
    });
  });

  test('no longer keeping something takes it from everybody', () => {
    const kept = withKeeps({ keeps: [], people: [] }, ['birthday', 'address']);
    const filled = putPerson(kept, person('a', { name: '甲', birthday: '1990-04-01', address: '東京都' }));
    expect(countWith(filled, 'birthday')).toBe(1);
    const less = withKeeps(filled, ['address']);
    expect(less).toEqual({ keeps: ['address'], people: [person('a', { name: '甲', address: '東京都' })] });
    expect(withKeeps(less, ['birthday', 'address']).people[0]?.texts.birthday).toBeUndefined();
  });

  test('is changed, ordered and searched', () => {
    expect(putPerson(list, { ...taro, texts: { name: '例示次郎' } }).people[1]?.texts).toEqual({ name: '例示次郎' });
    expect(dropPerson(list, 'p1').people).toEqual([taro]);
    expect(movePerson(list, 'p1', 1).people).toEqual([taro, hanako]);
    expect(movePerson(list, 'p1', -1).people).toEqual([hanako, taro]);
    const kana = person('p3', { name: '一番', kana: 'アイチ' });
    expect(sortPeople({ ...list, people: [...list.people, kana] }).people.map(({ id }) => id)).toEqual([
      'p3',
      'p1',
      'p2',
    ]);
    expect(findPeople(list, '総務 太郎')).toEqual([taro]);
    expect(findPeople(list, 'ミホン')).toEqual([hanako]);
    expect(findPeople(list, '  ')).toEqual(list.people);
    expect(findByName(list, '見本花子')).toEqual([hanako]);
    expect(findByName(list, '')).toEqual([]);
  });

  test('is full at a thousand', () => {
    const full = { keeps: [], people: Array.from({ length: 1000 }, (_, at) => person(`m${at}`, { name: '人' })) };
    expect(putPerson(full, hanako)).toBe(full);
  });
});

describe('pledges', () => {
  test('are kept once, the latest last, and taken off again', () => {
    const signed = withSigned(withSigned(hanako, pledge), { ...pledge, documentNumber: '', on: '2025-04-01' });
    expect(signed.signed.map(({ on }) => on)).toEqual(['2025-04-01', '2026-04-01']);
    expect(withSigned(signed, pledge)).toBe(signed);
    expect(findSigned(signed, 'pledge')).toEqual(pledge);
    expect(findSigned(signed, 'other')).toBeUndefined();
    expect(withoutSigned(signed, pledge).signed).toHaveLength(1);
  });
});

describe('judgeBackup', () => {
  const now = Date.parse('2026-11-30T00:00:00Z');
  test.each([
    [0, '', '', 'none'],
    [1, '2026-11-01T00:00:00.000Z', '', 'never'],
    [1, '2026-11-20T00:00:00.000Z', '2026-11-19T00:00:00.000Z', 'changed'],
    [1, '2026-10-01T00:00:00.000Z', '2026-10-31T00:00:00.000Z', 'none'],
    [1, '2026-10-01T00:00:00.000Z', '2026-10-30T00:00:00.000Z', 'old'],
  ])('%d people, changed %s, backup %s: %s', (count, changedAt, backupAt, due) => {
    expect(judgeBackup({ count, changedAt, backupAt }, now)).toBe(due);
  });
});
