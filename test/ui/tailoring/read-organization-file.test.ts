import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOrganizationFile } from '../../../src/ui/tailoring/read-organization-file.ts';
import { writeOrganizationFile } from '../../../src/ui/tailoring/write-organization-file.ts';

function read(text: string) {
  const found = readOrganizationFile(text);
  if (!found.ok) throw new Error(found.problem);
  return found;
}

describe('readOrganizationFile', () => {
  test('reads every value of the shipped file by its path', () => {
    const text = readFileSync('test/fixtures/content/organization.yaml', 'utf8');
    const { values, unreadable } = read(text);
    expect(unreadable).toEqual([]);
    expect(values.get('roles.inspectionOfficer')).toBe('{{choice:inspection}}責任者');
    expect(values.get('choices.byod')).toBe('');
    expect(values.size).toBeGreaterThan(130);
  });

  test('keeps a number as it is written, takes lists, and names what it cannot show', () => {
    const text = `name: 見本
handbooks: [company, nerima]
contacts: { incident: 0120, mail: ~ }
months: { april: 4 }
deep: { a: { b: 1 }, c: 2 }
list: [[1]]
? [x]
: y
`;
    const { values, unreadable } = read(text);
    expect(Object.fromEntries(values)).toEqual({
      name: '見本',
      handbooks: 'company,nerima',
      'contacts.incident': '0120',
      'contacts.mail': '',
      'months.april': '4',
      'deep.c': '2',
    });
    expect(unreadable).toEqual(['deep.a', 'list', '?']);
  });

  test('nothing in it becomes more than a text under its path', () => {
    const { values } = read('__proto__: { polluted: 1 }\nconstructor: a\n"name": !!js/function "x"\n');
    expect(values.get('__proto__.polluted')).toBe('1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('follows no alias, however often one stands in another', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghij'
      .split('')
      .map((id, at) => `${id}: &${id} [*${'abcdefghi'[at]}, *${'abcdefghi'[at]}]`)
      .join('\n')}\nname: 見本\n`;
    const { values, unreadable } = read(bomb);
    expect(values.get('name')).toBe('見本');
    expect(unreadable).toContain('j');
  });

  test.each([
    ['name: a\nroles: [', 'broken'],
    ['name: a\nname: b\n', 'broken'],
    ['['.repeat(50_000), 'broken'],
    ['a text', 'other'],
    ['', 'other'],
    ['- a\n- b\n', 'other'],
  ])('refuses %.20j', (text, problem) => {
    expect(readOrganizationFile(text)).toMatchObject({ ok: false, problem });
  });

  test('says in which line it is broken', () => {
    expect(readOrganizationFile("name: a\nroles:\n  x: 'b\n")).toMatchObject({ ok: false, line: expect.any(Number) });
  });
});

describe('writeOrganizationFile', () => {
  test('writes into a file of any form, and loses nothing of it', async () => {
    const text = '# 会社\nname: a\nroles: { x: y } # 役割\nunknown: [1, 2]\n';
    const changes = new Map([
      ['name', '見本'],
      ['roles.z', '社員'],
      ['choices.byod', ''],
      ['handbooks', 'a,b'],
    ]);
    const written = await writeOrganizationFile(text, changes);
    expect(parse(written)).toEqual({
      name: '見本',
      roles: { x: 'y', z: '社員' },
      unknown: [1, 2],
      choices: { byod: 'unset' },
      handbooks: ['a', 'b'],
    });
    expect(written).toContain('# 会社');
    expect(written).toContain('# 役割');
  });
});
