import { describe, expect, test } from 'vitest';
import { campaignProblems } from '../../../src/core/desk/campaign-problems.ts';
import {
  findInvitation,
  invitationOf,
  longestInvitation,
  readInvitation,
  toInvitation,
  writeInvitation,
} from '../../../src/core/desk/invitation.ts';
import { campaign, campaignTexts, today } from './fixture.ts';

const asked = campaign({ name: '令和8年度 𠮷野の点検', scope: '本社\n支店' });

/** A fragment with any JSON in it, as anybody could make one. */
const hashOf = (value: unknown) =>
  `#ask=${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
const { request, recipient, business } = invitationOf(asked);
const plain = { ...request, recipient, business };

describe('an invitation', () => {
  test('comes back as it was, of letters that an address may hold', () => {
    const hash = toInvitation(asked) ?? '';
    expect(hash).toMatch(/^#ask=[A-Za-z0-9_-]+$/);
    expect(readInvitation(hash)).toEqual({
      request: {
        id: 'campaign-a',
        name: '令和8年度 𠮷野の点検',
        dueOn: '2026-12-05',
        scope: '本社\n支店',
        contact: campaignTexts.contact,
      },
      recipient: '見本市 総務課',
      business: '窓口業務',
    });
  });

  test('is what another maker of base64url and JSON makes as well', () => {
    expect(toInvitation(asked)).toBe(hashOf(plain));
  });

  test.each<[string, string]>([
    ['another fragment', '#fill=abc'],
    ['nothing in it', '#ask='],
    ['no base64url', '#ask=***'],
    ['no UTF-8', `#ask=${Buffer.from([0x7b, 0xff]).toString('base64url')}`],
    ['no JSON', hashOf('{')],
    ['padding', `${hashOf(plain)}=`],
    ['a list', hashOf([plain])],
    ['a key too many', hashOf({ ...plain, note: '' })],
    ['a key of the prototype', hashOf(JSON.stringify(plain).replace('{', '{"__proto__":{},'))],
    ['a key twice', hashOf(JSON.stringify(plain).replace('{', '{"id":"other",'))],
    ['a key less', hashOf({ ...plain, scope: undefined })],
    ['white space between', hashOf(` ${JSON.stringify(plain)}`)],
    ['no text', hashOf({ ...plain, contact: 1 })],
    ['an id that is none', hashOf({ ...plain, id: '../x' })],
    ['no name', hashOf({ ...plain, name: '' })],
    ['a name too long', hashOf({ ...plain, name: 'あ'.repeat(101) })],
    ['a day that there is not', hashOf({ ...plain, dueOn: '2026-02-30' })],
    ['a mark that turns text round', hashOf({ ...plain, recipient: '見本市\u202e' })],
    ['a line break where there is one line', hashOf({ ...plain, contact: '電話\n0120' })],
    ['half a character', hashOf(JSON.stringify({ ...plain, business: '業' }).replace('業', '\\ud800'))],
    [
      'more than an address may hold',
      hashOf({ ...plain, scope: '𠮷'.repeat(500), contact: '𠮷'.repeat(200), name: '𠮷'.repeat(100) }),
    ],
  ])('is refused with %s', (_, hash) => {
    expect(readInvitation(hash)).toBeUndefined();
  });

  test.each(['。', '）', '、ご確認ください', '.', '>', '”', '_', '%E3%80%82', '%0A', '&utm_source=x', '\u200b', '='])(
    'is found with %j behind it',
    (text) => {
      const hash = hashOf(plain);
      expect(findInvitation(hash + text)).toEqual(readInvitation(hash));
    },
  );

  test('is found escaped and broken into lines, and not where a part of it is lost', () => {
    const hash = hashOf(plain);
    expect(findInvitation(`${hash.slice(0, 60)}=\r\n${hash.slice(60)}`)).toEqual(readInvitation(hash));
    expect(findInvitation(hash.replace('=', '%3D'))).toEqual(readInvitation(hash));
    expect(findInvitation(hash.slice(0, -4))).toBeUndefined();
    expect(findInvitation('#ask=')).toBeUndefined();
  });

  test('that would be refused is not made, and what to mend is said', () => {
    const long = { scope: '𠮷'.repeat(500), contact: '𠮷'.repeat(200), name: '𠮷'.repeat(100) };
    expect(toInvitation(campaign(long))).toBeUndefined();
    expect(writeInvitation(invitationOf(campaign(long))).length).toBeGreaterThan(longestInvitation);
    expect(campaignProblems({ ...campaignTexts, ...long }, 4, today)).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "scope",
          "message": "招待のリンクが長くなりすぎます。対象範囲を短くするか、詳しくはメールの本文に書いてください。",
        },
      ]
    `);
  });
});

describe('campaignProblems', () => {
  test('finds nothing in a campaign that is well', () => {
    expect(campaignProblems(campaignTexts, 4, today)).toEqual([]);
    expect(
      campaignProblems(
        { ...campaignTexts, dueOn: '', scope: '', contact: '', rule: { kind: 'none' } },
        undefined,
        today,
      ),
    ).toEqual([]);
  });

  test('says at each field what to do', () => {
    const wrong = {
      name: '',
      dueOn: '来月',
      contact: 'a\nb',
      rule: { kind: 'least' as const, least: 5, countsPlanned: false },
    };
    expect(campaignProblems({ ...campaignTexts, ...wrong }, 4, today)).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "name",
          "message": "依頼の名前を入力してください。",
        },
        {
          "fieldId": "due-on",
          "message": "提出期限には、実際にある日付を 1900 年から 2100 年までの年月日で入力してください（例: 2026-12-10）。",
        },
        {
          "fieldId": "contact",
          "message": "問合せ先に、目に見えない文字（U+000A）が入っています。取り除くか、入力し直してください。",
        },
        {
          "fieldId": "pass-count",
          "message": "合格の数には、1 からリストの問いの数（4）までの整数を入力してください。",
        },
      ]
    `);
  });
});
