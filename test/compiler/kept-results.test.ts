import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openResults } from '../../src/compiler/kept-results.ts';

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kitei-kept-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/cut.ts'), 'export const size = 1;');
});
afterEach(() => rmSync(root, { recursive: true }));

const open = (most = 10) => openResults('cuts', ['src/*.ts'], most, root);
const folder = () => join(root, 'node_modules/.cache/kitei/cuts');

describe('openResults', () => {
  test('gives back what was kept, to a later run as well, and nothing for other inputs', () => {
    const results = open();
    expect(results.find(['規程'])).toBeUndefined();
    results.keep(['規程'], bytes('字形'));
    expect(text(results.find(['規程']))).toBe('字形');
    expect(text(open().find(['規程']))).toBe('字形');
    expect(results.find(['規', '程'])).toBeUndefined();
    expect(results.find([bytes('規則')])).toBeUndefined();
  });

  test('keeps an empty result, and one that is no text', () => {
    const results = open();
    results.keep(['none'], new Uint8Array());
    results.keep(
      ['all'],
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    expect(results.find(['none'])).toEqual(new Uint8Array());
    expect(results.find(['all'])?.[255]).toBe(255);
  });

  test('knows nothing any more when the code has changed', () => {
    open().keep(['規程'], bytes('字形'));
    writeFileSync(join(root, 'src/cut.ts'), 'export const size = 2;');
    expect(open().find(['規程'])).toBeUndefined();
    writeFileSync(join(root, 'src/cut.ts'), 'export const size = 1;');
    expect(text(open().find(['規程']))).toBe('字形');
  });

  test('says which file of code is gone', () => {
    expect(() => openResults('cuts', ['src/*.ts', 'lib/*.ts'], 1, root)).toThrow('No file of code is at lib/*.ts.');
  });

  test.each<[string, (entry: Buffer) => Uint8Array]>([
    ['cut short', (entry) => entry.subarray(0, -1)],
    ['empty', () => new Uint8Array()],
    ['changed by a bit', (entry) => entry.with(entry.length - 1, (entry.at(-1) ?? 0) ^ 1)],
    ['of another check', (entry) => entry.with(0, 0x7a)],
  ])('throws away an entry that is %s', (_, damage) => {
    const results = open();
    results.keep(['規程'], bytes('字形'));
    const [name = ''] = readdirSync(folder());
    writeFileSync(join(folder(), name), damage(readFileSync(join(folder(), name))));
    expect(results.find(['規程'])).toBeUndefined();
    expect(readdirSync(folder())).toEqual([]);
  });

  test('drops what was used longest ago, and leaves nothing half written', () => {
    const results = open(2);
    const age = (days: number) => {
      const then = new Date(Date.now() - days * 86_400_000);
      for (const name of readdirSync(folder())) utimesSync(join(folder(), name), then, then);
    };
    results.keep(['first'], bytes('1'));
    results.keep(['second'], bytes('2'));
    age(2);
    expect(text(results.find(['first']))).toBe('1');
    results.keep(['third'], bytes('3'));
    expect([['first'], ['second'], ['third']].map((inputs) => text(results.find(inputs)))).toEqual([
      '1',
      undefined,
      '3',
    ]);
    expect(readdirSync(folder())).toHaveLength(2);
  });

  test('does without where nothing can be written', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.cache'), 'in the way');
    const results = open();
    results.keep(['規程'], bytes('字形'));
    expect(results.find(['規程'])).toBeUndefined();
  });
});
