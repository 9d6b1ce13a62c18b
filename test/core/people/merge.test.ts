import { describe, expect, test } from 'vitest';
import { applyPeopleMerge, type MergeChoice, planPeopleMerge } from '../../../src/core/people/merge.ts';
import type { Person } from '../../../src/core/people/person.ts';
import { hanako, person, taro } from './support.ts';

const list = { keeps: [], people: [hanako, taro] };
const pledge = (on: string, documentNumber = '') => ({ form: 'pledge', title: '誓約書', documentNumber, on });

function merge(incoming: Person[], choices: [string, MergeChoice][] = []) {
  return applyPeopleMerge(list, planPeopleMerge(list, incoming), new Map(choices), () => 'new-id')?.people;
}

describe('planPeopleMerge', () => {
  test('the same id is the same person, whatever the name', () => {
    const incoming = person('p1', { name: '例 花子', affiliation: '情報部' });
    expect(planPeopleMerge(list, [incoming]).conflicts).toEqual([{ existing: hanako, incoming, differs: ['name'] }]);
  });

  test('the same name and affiliation are the same person, however they are spaced', () => {
    const incoming = person('x', { name: '見本花子', affiliation: '情報部', phone: '03-0000-0000' });
    const { conflicts, additions } = planPeopleMerge(list, [incoming]);
    expect(additions).toEqual([]);
    expect(conflicts.map(({ existing }) => existing)).toEqual([hanako]);
  });

  test('the same name elsewhere is somebody else', () => {
    expect(planPeopleMerge(list, [person('x', { name: '例示太郎', affiliation: '営業部' })]).additions).toHaveLength(1);
  });

  test('two of one name and affiliation are paired by nothing but their ids, or by being equal', () => {
    const twins = { keeps: [], people: [person('a', { name: '甲' }), person('b', { name: '甲', post: '課長' })] };
    const { additions, unchanged } = planPeopleMerge(twins, [
      person('x', { name: '甲', post: '課長' }),
      person('y', { name: '甲', post: '部長' }),
    ]);
    expect(unchanged).toBe(1);
    expect(additions.map(({ id }) => id)).toEqual(['y']);
  });

  test('a backup of the list itself changes nothing', () => {
    expect(planPeopleMerge(list, list.people)).toEqual({ additions: [], completed: [], conflicts: [], unchanged: 2 });
  });
});

describe('applyPeopleMerge', () => {
  test('adds whom the list does not know, and what it does not know of somebody', () => {
    const more = person('p2', { name: '例示太郎', affiliation: '総務部', mail: 'taro@example.jp' }, [
      pledge('2026-04-01'),
    ]);
    expect(merge([more, person('p9', { name: '見本次郎' })])).toEqual([
      hanako,
      { ...more, texts: { ...taro.texts, mail: 'taro@example.jp' } },
      person('p9', { name: '見本次郎' }),
    ]);
  });

  test('where both differ the list stays, unless the person takes the other or both', () => {
    const other = person('p2', { name: '例示太郎', post: '課長', phone: '03' }, [pledge('2026-04-01')]);
    const joined = { ...taro, signed: other.signed };
    expect(merge([other])?.[1]).toEqual({ ...joined, texts: { ...taro.texts, phone: '03' } });
    expect(merge([other], [['p2', 'take']])?.[1]).toEqual({
      ...joined,
      texts: { ...taro.texts, phone: '03', post: '課長' },
    });
    expect(merge([other], [['p2', 'both']])).toEqual([hanako, taro, { ...other, id: 'new-id' }]);
  });

  test('pledges of both are kept, each once', () => {
    const known = {
      keeps: [],
      people: [person('a', { name: '甲' }, [pledge('2026-04-01', 'AB'), pledge('2026-05-01')])],
    };
    const plan = planPeopleMerge(known, [
      person('a', { name: '甲' }, [pledge('2026-04-01', 'AB'), pledge('2026-05-01'), pledge('2025-04-01')]),
    ]);
    const [merged] = applyPeopleMerge(known, plan, new Map(), () => 'x')?.people ?? [];
    expect(merged?.signed.map(({ on }) => on)).toEqual(['2025-04-01', '2026-04-01', '2026-05-01']);
  });

  test('does not make a list of more than a thousand', () => {
    const many = Array.from({ length: 999 }, (_, at) => person(`m${at}`, { name: `人${at}` }));
    expect(merge(many)).toBeUndefined();
  });
});
