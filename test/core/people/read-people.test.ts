import { describe, expect, test } from 'vitest';
import { emptyPeople, type PeopleList } from '../../../src/core/people/person.ts';
import { peopleMessage, readPeople, writePeople } from '../../../src/core/people/read-people.ts';
import { hanako, person, taro } from './support.ts';

const list: PeopleList = {
  keeps: ['birthday'],
  people: [
    person('p1', { name: '𠮷田花子', birthday: '1990-04-01', from: '4月ごろ' }, [
      { form: 'kojinjoho-pledge', title: '誓約書', documentNumber: 'AB12-CD34', on: '2026-11-30' },
      { form: 'kojinjoho-pledge', title: '誓約書', documentNumber: '', on: '2026-11-30' },
    ]),
    taro,
  ],
};
const text = writePeople(list);

/** A backup in which something was changed by hand. */
function altered(change: (value: ReturnType<typeof JSON.parse>) => unknown): string {
  const value = JSON.parse(text);
  return JSON.stringify(change(value) ?? value);
}

describe('readPeople', () => {
  test('reads what writePeople wrote', () => {
    expect(readPeople(text)).toEqual({ ok: true, list });
    expect(readPeople(writePeople(emptyPeople))).toEqual({ ok: true, list: emptyPeople });
    expect(readPeople(`\uFEFF${text}`)).toEqual({ ok: true, list });
  });

  test('what the list does not keep is not written', () => {
    const written = writePeople({ keeps: [], people: [person('p1', { name: '花子', nationality: '日本' })] });
    expect(written).not.toContain('日本');
    expect(readPeople(written)).toMatchObject({ ok: true });
  });

  test.each([
    ['no JSON', '氏名,所属', { kind: 'not-json' }],
    ['cut off', text.slice(0, -20), { kind: 'not-json' }],
    ['another file', altered(() => ({ format: 'kitei-signers/1', contacts: [] })), { kind: 'other-file' }],
    ['a newer one', altered((value) => ({ ...value, format: 'kitei-people/2' })), { kind: 'newer' }],
    ['too large', `${text}${' '.repeat(2 * 1024 * 1024)}`, { kind: 'too-large' }],
    ['a key too many', altered((value) => ({ ...value, note: '' })), { kind: 'other-file' }],
    ['an unknown kind of text', altered((value) => ({ ...value, keeps: ['name'] })), { kind: 'other-file' }],
    ['what it says it does not keep', altered((value) => ({ ...value, keeps: [] })), { kind: 'person', at: 1 }],
    [
      'nobody',
      altered((value) => void Object.assign(value.people[1], { texts: { affiliation: '総務部' } })),
      { kind: 'person', at: 2 },
    ],
    [
      'a hidden character',
      altered((value) => void Object.assign(value.people[1].texts, { name: '太\u202E郎' })),
      { kind: 'person', at: 2 },
    ],
    [
      'a line break',
      altered((value) => void Object.assign(value.people[1].texts, { name: '太\n郎' })),
      { kind: 'person', at: 2 },
    ],
    [
      'a text too long',
      altered((value) => void Object.assign(value.people[1].texts, { name: '太'.repeat(201) })),
      { kind: 'person', at: 2 },
    ],
    ['a number', altered((value) => void Object.assign(value.people[1].texts, { name: 1 })), { kind: 'person', at: 2 }],
    [
      'an odd day',
      altered((value) => void Object.assign(value.people[0].signed[0], { on: '2026-02-30' })),
      { kind: 'person', at: 1 },
    ],
    ['an odd id', altered((value) => void Object.assign(value.people[0], { id: '../x' })), { kind: 'person', at: 1 }],
    ['one twice', altered((value) => void value.people.push(value.people[0])), { kind: 'twice', at: 3 }],
    [
      'a key of the prototype',
      text.replace('"name": "例示太郎"', '"__proto__": "例示太郎"'),
      { kind: 'person', at: 2 },
    ],
    [
      'too many',
      altered((value) => void Object.assign(value, { people: Array(1001).fill(hanako) })),
      { kind: 'too-many' },
    ],
  ])('refuses %s', (_, changed, problem) => {
    const reading = readPeople(changed);
    expect(reading).toEqual({ ok: false, problem });
    if (!reading.ok) expect(peopleMessage(reading.problem)).toContain('一覧');
  });
});
