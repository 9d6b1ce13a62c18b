import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addEntries, removeEntries, replaceValue } from '../../../src/importer/write/edit-yaml.ts';
import { toFlow } from '../../../src/importer/write/to-flow.ts';

const roles = `# 役割
nerima: # 区
  ward: { name: 練馬区, meaning: 甲 } # 甲
  # 乙のこと
  contractor:
    name: 受託者
    meaning: 乙

# 会社
company:
  staff: { name: 担当者, meaning: だれか }
# おわり
`;

describe('addEntries', () => {
  test('puts entries behind those of a handbook, and nothing else moves', () => {
    const added = addEntries(roles, ['nerima'], { worker: { name: '従事者', meaning: '業務に就く者: 全員' } });
    expect(added).toBe(
      roles.replace(
        '    meaning: 乙\n',
        '    meaning: 乙\n  worker: { name: 従事者, meaning: "業務に就く者: 全員" }\n',
      ),
    );
  });

  test('begins a handbook that is not there', () => {
    const added = addEntries(roles, ['rules'], { staff: { name: '職員' } });
    expect(added.startsWith(roles.slice(0, roles.indexOf('# おわり')))).toBe(true);
    expect(parse(added).rules).toEqual({ staff: { name: '職員' } });
    expect(added).toContain('# おわり');
  });

  test.each([
    ['{}\n', 'rules:\n  a: 1\n'],
    ['', 'rules:\n  a: 1\n'],
    ['# 主題\n', '# 主題\nrules:\n  a: 1\n'],
    ['rules: {}\n', 'rules:\n  a: 1\n'],
    ['rules:\nother: 1\n', 'rules:\n  a: 1\nother: 1\n'],
    ['rules: { b: 2 }\n', 'rules: { b: 2, a: 1 }\n'],
    ['{ other: { b: 2 } }\n', '{ other: { b: 2 }, rules: { a: 1 } }\n'],
    ['rules: {} # だれも\nother: 1\n', undefined],
  ])('%j', (text, expected) => {
    const added = addEntries(text, ['rules'], { a: 1 });
    if (expected !== undefined) expect(added).toBe(expected);
    expect(parse(added)).toEqual({ ...parse(text), rules: { ...parse(text)?.rules, a: 1 } });
  });

  test('changes nothing where there is nothing to add', () => {
    expect(addEntries(roles, ['rules'], {})).toBe(roles);
  });
});

describe('removeEntries', () => {
  test('takes out the lines of an entry, and nothing else moves', () => {
    expect(removeEntries(roles, ['nerima'], ['ward', 'nobody'])).toBe(
      roles.replace('  ward: { name: 練馬区, meaning: 甲 } # 甲\n', ''),
    );
    expect(parse(removeEntries(roles, ['nerima'], ['contractor'])).nerima).toEqual({
      ward: { name: '練馬区', meaning: '甲' },
    });
    expect(parse(removeEntries(roles, ['company'], ['staff'])).company).toEqual({});
  });

  test.each([
    ['rules:\n  a: 1\n', [], '{}\n'],
    ['# 役割\nrules:\n  a: 1\n', [], '# 役割\n{}\n'],
    ['rules:\n  a: 1\n\nother: 1\n', [], '\nother: 1\n'],
    ['rules:\nother: 1\n', [], 'other: 1\n'],
    ['all: { rules: 1, other: 2 }\n', ['all'], 'all: { other: 2 }\n'],
    ['all: { other: 2, rules: { a: 1 } } # 全部\n', ['all'], 'all: { other: 2 } # 全部\n'],
    ['all: { rules: 1 }\nb: 1\n', ['all'], 'all: {}\nb: 1\n'],
    ['{ rules: 1 }\n', [], '{}\n'],
  ])('%j in %j', (text, path, expected) => {
    expect(removeEntries(text, path, ['rules'])).toBe(expected);
  });
});

test('replaceValue leaves remarks and what stands around', () => {
  const text = 'title: 旧 # 題名\nunits:\n  - a\n  - b\n# 省くもの\nomitted: []\n';
  expect(replaceValue(text, 'title', '新')).toBe(text.replace('旧', '新'));
  expect(replaceValue(text, 'units', '\n  - c')).toBe(text.replace('\n  - a\n  - b', '\n  - c'));
  expect(replaceValue(text, 'version', '第2版')).toBe(`${text}version: 第2版\n`);
});

describe('toFlow', () => {
  test.each([
    '',
    'true',
    'no',
    '~',
    '1e5',
    '0x1f',
    '2026-11-30',
    '12:30',
    'a: b',
    'a #b',
    '- a',
    '[x]',
    '{x}',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"',
    "'",
    'a, b',
    ' a',
    'a ',
    '改\n行',
    'タブ\tだ',
    '\u0085\u2028\ufeff',
    '\u0001',
    '第3条',
    '（目的）',
    '○月',
    '1.(1)①',
    'a1-h',
    '3-2-h',
    'null',
    '.inf',
    '+1',
    '=',
    '<<',
    '?',
    '? a',
    'a:',
    ':a',
  ])('%j comes back as it was', (text) => {
    expect(parse(`x: ${toFlow({ [text]: text, list: [text, text] })}`)).toEqual({
      x: { [text]: text, list: [text, text] },
    });
  });
});
