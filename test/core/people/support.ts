import type { Person } from '../../../src/core/people/person.ts';

/** A person as a list holds them. */
export function person(id: string, texts: Person['texts'], signed: Person['signed'] = []): Person {
  return { id, texts, signed };
}

export const hanako = person('p1', { name: '見本 花子', kana: 'みほん はなこ', affiliation: '情報部' });
export const taro = person('p2', { name: '例示太郎', affiliation: '総務部', post: '係長' });
