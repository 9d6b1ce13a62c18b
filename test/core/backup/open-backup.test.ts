import { describe, expect, test } from 'vitest';
import { hasOnly, openBackup } from '../../../src/core/backup/open-backup.ts';

const open = (text: string) => openBackup(text, 'kitei-people/1', 100);

describe('openBackup', () => {
  test('takes what names its format, with or without a byte order mark', () => {
    expect(open('{"format":"kitei-people/1","people":[]}')).toMatchObject({ ok: true, value: { people: [] } });
    expect(open('\uFEFF{"format":"kitei-people/1"}')).toMatchObject({ ok: true });
  });

  test.each([
    [`{"format":"kitei-people/1","a":"${'x'.repeat(100)}"}`, 'too-large'],
    ['{"format":', 'not-json'],
    ['"kitei-people/1"', 'other-file'],
    ['null', 'other-file'],
    ['{"format":1}', 'other-file'],
    ['{"format":"kitei-people/x"}', 'other-file'],
    ['{"format":"kitei-register/2"}', 'other-file'],
    ['{"__proto__":{"format":"kitei-people/1"}}', 'other-file'],
    ['{"format":"kitei-people/2"}', 'newer'],
  ])('refuses %s: %s', (text, kind) => {
    expect(open(text)).toEqual({ ok: false, problem: { kind } });
  });
});

describe('hasOnly', () => {
  test('wants each key and no further one', () => {
    expect(hasOnly({ a: 1, b: 2 }, ['b', 'a'])).toBe(true);
    expect(hasOnly({ a: 1 }, ['a', 'b'])).toBe(false);
    expect(hasOnly(JSON.parse('{"a":1,"__proto__":{}}'), ['a'])).toBe(false);
    expect(hasOnly([], [])).toBe(false);
  });
});
