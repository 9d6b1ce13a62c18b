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

  test('says which path has no line', () => {
    expect(() => writeOrganization(small, new Map([['months.byod', '4']]))).toThrowErrorMatchingInlineSnapshot(
      `[Error: organization.yaml has no line for "months.byod".]`,
    );
    expect(() => writeOrganization(small, new Map([['roles.byod', '4']]))).toThrow('"roles.byod"');
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
