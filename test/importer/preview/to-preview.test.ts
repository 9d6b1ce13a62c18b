import { describe, expect, test } from 'vitest';
import { understandDocument } from '../../../src/importer/import-document.ts';
import { correctShown } from '../../../src/importer/preview/correct-shown.ts';
import { toPreview } from '../../../src/importer/preview/to-preview.ts';

const text = `見本規程
（目的）
第１条　この規程は、帳票の扱いを定める。
（記録）
第２条　受付係は、次に掲げる事項を受付簿に記録しなければならない。
　一　氏名
　二　用件
２　受付係は、受付簿を毎年4月に課長へ提出する。`;

const known = { roles: {}, records: {}, topics: {} };
const understood = await understandDocument({ name: '見本.txt', bytes: new TextEncoder().encode(text) }, known);
const preview = toPreview(understood);
const at = (anchor: string) => {
  const place = preview.places.find((one) => one.anchor === anchor);
  if (!place) throw new Error(`No place ${anchor}: ${preview.places.map((one) => one.anchor)}`);
  return place;
};

describe('toPreview', () => {
  test('counts what was found and names the document by its first line', () => {
    expect(preview.title).toBe('見本規程');
    expect(preview.counts).toMatchObject({ articles: 2, tables: 0, provisions: 5 });
  });

  test('shows each place with number, caption and words as they are', () => {
    expect(at('c2-h')).toMatchObject({ isHeading: true, number: '第２条', caption: '（記録）', depth: 0 });
    expect(at('a2-1-i2')).toMatchObject({ isHeading: false, number: '二', lines: ['用件'], depth: 1 });
  });

  test('what an item only repeats from above it needs no second look', () => {
    const above = at('a2-1').fields.actors;
    expect(above?.value).toEqual(['受付係']);
    for (const field of Object.values(at('a2-1-i1').fields)) expect(field.certainty).not.toBe('guess');
  });

  test('what several readers tell is told once', () => {
    const told = preview.notes.map(({ place, message }) => `${place}: ${message}`);
    expect(new Set(told).size).toBe(told.length);
  });

  test('names the place of a remark as the review of the import does', () => {
    const remark = { kind: 'gap', message: '番号が抜けています。', spot: { line: 6 } } as const;
    const { notes } = toPreview({ ...understood, diagnostics: [remark, remark] });
    expect(notes).toContainEqual({ place: '第2条第1項第1号（6行目）', message: remark.message });
    expect(notes.filter(({ message }) => message === remark.message)).toHaveLength(1);
  });
});

describe('correctShown', () => {
  test('a person’s word takes the place of a guess, and an empty one takes it away', () => {
    const { fields } = correctShown(at('a2-2'), { actors: ['係長'], when: null, modality: 'should' });
    expect(fields.actors).toEqual({ value: ['係長'], certainty: 'person' });
    expect(fields.modality?.value).toBe('should');
    expect(fields.when).toBeUndefined();
    expect(at('a2-2').fields.when).toBeDefined();
  });

  test('without a correction a place is as it was', () => {
    expect(correctShown(at('a1'), undefined)).toBe(at('a1'));
  });
});
