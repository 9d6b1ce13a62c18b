import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeOrganization } from '../../../src/core/tailoring/write-organization.ts';

const small = `# 会社名
name: ''
roles:
  # 働く人
  employee: 従業員
  officer: "責任者 # 1" # 仮
contacts:
  incident: ''
choices:
  byod: unset  # 総務で決める
`;

describe('writeOrganization', () => {
  test.each([
    ['name', '株式会社見本', { name: '株式会社見本' }],
    ['roles.employee', "社員 # 'A'", { roles: { employee: "社員 # 'A'" } }],
    ['roles.officer', '長: 甲', { roles: { officer: '長: 甲' } }],
    ['contacts.incident', '0123', { contacts: { incident: '0123' } }],
    ['choices.byod', 'forbidden', { choices: { byod: 'forbidden' } }],
    ['choices.byod', '', { choices: { byod: 'unset' } }],
  ])('writes %s as %j', (path, value, expected) => {
    expect(parse(writeOrganization(small, new Map([[path, value]])))).toMatchObject(expected);
  });

  test('keeps every comment and every other line', () => {
    const changes = new Map([
      ['roles.officer', '室長'],
      ['choices.byod', 'allowed'],
    ]);
    expect(writeOrganization(small, changes)).toBe(
      small.replace('"責任者 # 1" # 仮', "'室長' # 仮").replace('byod: unset', 'byod: allowed'),
    );
    expect(writeOrganization(small, new Map())).toBe(small);
  });

  test.each([
    ['a group that is not there', small, 'site.title', '見本', { site: { title: '見本' } }],
    [
      'a group that lacks it',
      small,
      'roles.finder',
      '気づいた者',
      { roles: { employee: '従業員', finder: '気づいた者' } },
    ],
    ['an empty group', `${small}months: {}  # 月\n`, 'months.april', '4', { months: { april: 4 } }],
    ['a group of nothing', 'site:\nname: a\n', 'site.title', 'b', { site: { title: 'b' }, name: 'a' }],
    ['a file without a name', 'roles: {}\n', 'name', '見本', { name: '見本', roles: {} }],
    ['a file with lines of Windows', small.replaceAll('\n', '\r\n'), 'name', '見本', { name: '見本' }],
    ['a key without a space behind it', 'name:\n', 'name', '見本', { name: '見本' }],
    ['documents where there are none', small, 'handbooks', 'company,nerima', { handbooks: ['company', 'nerima'] }],
    ['other documents', `handbooks: [a, b]\n${small}`, 'handbooks', 'b', { handbooks: ['b'] }],
    [
      'documents line by line',
      `handbooks:\n  - a\n- b # x\n${small}`,
      'handbooks',
      'c',
      { handbooks: ['c'], name: '' },
    ],
  ])('writes into %s', (_, text, path, value, expected) => {
    const written = writeOrganization(text, new Map([[path, value]]));
    expect(parse(written)).toMatchObject(expected);
    expect(written.match(/#.*?(?=\r?$)/gm)?.filter((one) => one !== '# x')).toEqual(
      text.match(/#.*?(?=\r?$)/gm)?.filter((one) => one !== '# x'),
    );
    expect(written.includes('\r\n')).toBe(text.includes('\r\n'));
  });

  test('a new line stands with its group, before the remarks on the next', () => {
    expect(writeOrganization('roles:\n  a: b\n# 連絡先\ncontacts:\n  c: d\n', new Map([['roles.e', 'f']]))).toBe(
      "roles:\n  a: b\n  e: 'f'\n# 連絡先\ncontacts:\n  c: d\n",
    );
  });

  test('says which path no line can be made for', () => {
    expect(() =>
      writeOrganization('roles: { a: b }\n', new Map([['roles.c', 'd']])),
    ).toThrowErrorMatchingInlineSnapshot(`[Error: organization.yaml has no line for "roles.c".]`);
  });

  test('finds a line for every value of the shipped file', () => {
    const text = readFileSync('test/fixtures/content/organization.yaml', 'utf8');
    const shipped: Record<string, unknown> = parse(text);
    const paths = Object.entries(shipped).flatMap(([group, values]) =>
      typeof values === 'object' && values !== null ? Object.keys(values).map((id) => `${group}.${id}`) : [group],
    );
    const written = parse(writeOrganization(text, new Map(paths.map((path) => [path, `値 ${path}`]))));
    for (const path of paths) {
      const [group = '', id] = path.split('.');
      expect(id === undefined ? written[group] : written[group][id]).toBe(`値 ${path}`);
    }
    expect(paths.length).toBeGreaterThan(130);
  });
});
