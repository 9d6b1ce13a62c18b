import { describe, expect, test } from 'vitest';
import { parseCells } from '../../../src/core/form/paste.ts';
import { readPeopleTable, toPeopleTable } from '../../../src/core/people/table.ts';
import { hanako, person, taro } from './support.ts';

function read(text: string) {
  return readPeopleTable(parseCells(text));
}

describe('readPeopleTable', () => {
  test('finds the headings below a title, in any order', () => {
    const table = read(
      '従業員名簿\t\t\n\t\t\nNo.\t所属部署\t氏 名\t電話番号\t従事期間の開始日\n1\t情報部\t見本花子\t03-0000-0000\t令和8年4月1日\n',
    );
    expect(table).toEqual({
      ok: true,
      people: [{ name: '見本花子', affiliation: '情報部', phone: '03-0000-0000', from: '2026-04-01' }],
      unknown: ['No.'],
      nameless: 0,
      cut: [],
    });
  });

  test.each([
    ['姓\t名\tセイ\tメイ\n見本\t花子\tミホン\tハナコ', { name: '見本 花子', kana: 'ミホン ハナコ' }],
    [
      '社員名\tふりがな\t役職名\n見本花子\tみほんはなこ\t課長',
      { name: '見本花子', kana: 'みほんはなこ', post: '課長' },
    ],
    ['お名前\tE-mail\tメール\n見本花子\ta@example.jp\tb@example.jp', { name: '見本花子', mail: 'a@example.jp' }],
    [
      '氏名（必須）\t生年月日\t国籍\n見本花子\t1990/4/1\t日本',
      { name: '見本花子', birthday: '1990-04-01', nationality: '日本' },
    ],
    ['氏名\t所属\n"見本\n花子"\t情報部', { name: '見本 花子', affiliation: '情報部' }],
    ["氏名\t電話\n見本花子\t'+81-3-0000-0000", { name: '見本花子', phone: '+81-3-0000-0000' }],
  ])('%s', (text, person) => {
    expect(read(text)).toMatchObject({ people: [person] });
  });

  test('names rows without a name, and people of whom something cannot be taken', () => {
    const table = read(`氏名\t所属\n\t情報部\n見本花子\t${'長'.repeat(201)}\n\t\n`);
    expect(table).toMatchObject({ people: [{ name: '見本花子' }], nameless: 1, cut: ['見本花子'] });
  });

  test.each(['', '見本花子\t情報部', '部署\t役職\n情報部\t課長'])(
    'without the heading 氏名 nothing is guessed: %j',
    (text) => {
      expect(read(text)).toEqual({ ok: false });
    },
  );

  test('reads what toPeopleTable writes', () => {
    const list = {
      keeps: ['birthday' as const],
      people: [person('a', { ...hanako.texts, birthday: '1990-04-01' }), taro],
    };
    expect(readPeopleTable(toPeopleTable(list))).toEqual({
      ok: true,
      people: list.people.map(({ texts }) => texts),
      unknown: [],
      nameless: 0,
      cut: [],
    });
  });
});
