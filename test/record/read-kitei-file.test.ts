import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../src/core/text/canonical-json.ts';
import { longestJson } from '../../src/core/text/limits.ts';
import { findChecklist } from '../../src/record/contents.ts';
import { type KiteiFile, toKiteiJson } from '../../src/record/kitei-file.ts';
import { readKiteiFile } from '../../src/record/read-kitei-file.ts';
import { summarize } from '../../src/record/v1/checklist/summarize.ts';
import { toFile } from '../support/record.ts';
import { answer, definition, filled } from './v1/checklist/fixture.ts';

const file = toFile(definition, filled, summarize(definition, filled, { documentNumber: '3F2A-9C01-77B4' }));
const json: object = JSON.parse(toKiteiJson(file));

function toItems(read: KiteiFile): object {
  return findChecklist(read)?.answers.items ?? {};
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The file as canonical JSON, with the first place where a piece of JSON stands changed. */
function change(from: string, to: string): Uint8Array {
  const text = toKiteiJson(file);
  if (!text.includes(from)) throw new Error(`${from} is not there.`);
  return toBytes(text.replace(from, () => to));
}

describe('readKiteiFile', () => {
  test('reads what was written', () => {
    expect(readKiteiFile(toBytes(toKiteiJson(file)))).toEqual({ ok: true, file });
  });

  test('reads an item whose id is a word that every object answers to', () => {
    const items = { constructor: answer(1, {}) };
    const result = readKiteiFile(toBytes(toCanonicalJson({ ...json, answers: { ...filled, items } })));
    expect(result).toMatchObject({ ok: true });
    if (result.ok) expect(Object.entries(toItems(result.file))).toEqual(Object.entries(items));
  });

  test.each([
    ['too-large', 'more than 2 MB', new Uint8Array(longestJson + 1).fill(0x20)],
    ['not-json', 'nothing', new Uint8Array()],
    ['not-json', 'half a file', toBytes(toKiteiJson(file).slice(0, 1000))],
    ['not-json', 'bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['not-json', 'a byte order mark', toBytes(`\ufeff${JSON.stringify(json)}`)],
    ['not-json', '__proto__ as a key', change('"items":{', '"items":{"__proto__":{"polluted":true},')],
    [
      'not-json',
      '__proto__ at the top',
      change('"format":"kitei/1"', '"__proto__":{"format":"kitei/1"},"format":"kitei/1"'),
    ],
    ['not-json', 'arrays as deep as they fit', toBytes('['.repeat(1_000_000))],
    ['invalid', 'arrays nested to their end', toBytes(`${'['.repeat(2000)}${']'.repeat(2000)}`)],
    ['newer-format', 'a later version', change('kitei/1', 'kitei/2')],
    ['invalid', 'another format', change('kitei/1', 'other/2')],
    ['invalid', 'null', toBytes('null')],
    ['invalid', 'a key nobody knows', change('"format":"kitei/1"', '"extra":1,"format":"kitei/1"')],
    ['invalid', 'a key nobody knows, deep down', change('"evidence":"体制図', '"extra":1,"evidence":"体制図')],
    ['invalid', 'a missing part', toBytes(toCanonicalJson({ ...json, summary: undefined }))],
    ['invalid', 'a state nobody offers', change('"status":"done"', '"status":"maybe"')],
    ['invalid', 'an item id that is none', change('"manager":{', '"Manager":{')],
    ['invalid', 'a link that runs a script', change('"/company/09/#09-9-2-1"', '"javascript:alert(1)"')],
    ['invalid', 'a link to another site', change('"/company/09/#09-9-2-1"', '"//example.com/"')],
    ['invalid', 'a link with a backslash', change('"/company/09/#09-9-2-1"', '"/\\\\example.com/"')],
    ['invalid', 'a number of another form', change('3F2A-9C01-77B4', '3f2a-9c01-77b4')],
    ['invalid', 'a text beyond all measure', change('改訂中', '改'.repeat(100_001))],
    ['invalid', 'two items of one id', change('"id":"rules"', '"id":"manager"')],
    ['invalid', 'a row with a cell too many', change('"cells":["', '"cells":["","')],
    ['forbidden-character', 'a mark that turns the order of letters', change('改訂中', '改\u202e訂中')],
    ['forbidden-character', 'the mark of a letter that was not read', change('改訂中', '改\ufffd訂中')],
    ['forbidden-character', 'a space of no width', change('改訂中', '改\u200b訂中')],
    ['forbidden-character', 'half a surrogate pair', change('改訂中', '改\\ud842訂中')],
    ['forbidden-character', 'a null character', change('改訂中', '改\\u0000訂中')],
    ['inconsistent', 'answers to another list', change('"checklist":"contractor-security"', '"checklist":"other"')],
    [
      'inconsistent',
      'answers to another version',
      change('"kind":"checklist","version":2}', '"kind":"checklist","version":3}'),
    ],
    [
      'inconsistent',
      'a summary of another tool',
      change(
        '"definition":{"id":"contractor-security","kind":"checklist"',
        '"definition":{"id":"contractor-security","kind":"form"',
      ),
    ],
    ['not-canonical', 'white space', toBytes(`${toKiteiJson(file)}\n`)],
    [
      'not-canonical',
      'another order of keys',
      toBytes(JSON.stringify(Object.fromEntries(Object.entries(json).toReversed()))),
    ],
    ['not-canonical', 'a letter spelt in another way', change('改訂中', '\\u6539訂中')],
    ['not-canonical', 'a key twice', change('"status":"partial"', '"status":"done","status":"partial"')],
    ['not-canonical', 'a number spelt in another way', change('"share":0.36', '"share":0.360')],
  ])('answers %s to %s', (problem, _, bytes) => {
    expect(readKiteiFile(bytes)).toEqual({ ok: false, problem, detail: expect.any(String) });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('says at which path something is wrong', () => {
    expect(readKiteiFile(change('"status":"done"', '"status":"maybe"'))).toEqual({
      ok: false,
      problem: 'invalid',
      detail: 'answers.items.manager: invalid_union',
    });
  });
});
