import { describe, expect, test } from 'vitest';
import { findShipped, readUndecided } from './undecided.ts';

const library = await readUndecided();
const shipped = await findShipped(library);
const contractorList = library.checklists.find(({ id, version }) => id === 'contractor-security' && version === 1);

describe('the handbooks', () => {
  test('give every provision text, and an actor wherever something must be done', () => {
    const provisions = [...library.provisions.values()];
    expect(provisions.filter(({ text }) => text.length < 4)).toEqual([]);
    const duties = provisions.filter(({ modality }) => modality === 'must' || modality === 'must-not');
    expect(duties.filter(({ actors }) => actors.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test.runIf(shipped.has('nerima'))('hold nerima complete: 23 articles', () => {
    const nerima = library.handbooks.find(({ id }) => id === 'nerima');
    const text = nerima?.source.units.map(({ label }) => label).join(' ') ?? '';
    const articles = new Set([...text.matchAll(/第(\d+)条/g)].map(([, number]) => Number(number)));
    expect([...articles].sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
  });
});

describe.runIf(contractorList)('the check list for contractors', () => {
  test('has the six categories and twenty numbers of its source, in order', () => {
    expect(contractorList?.sections.map(({ title }) => title)).toEqual([
      '社内体制',
      '人的管理',
      '物理的管理',
      '情報機器・媒体の取り扱い',
      '技術的対策',
      '再委託先管理',
    ]);
    expect(contractorList?.sections.map(({ items }) => items.length)).toEqual([5, 2, 4, 4, 3, 2]);
    const numbers = contractorList?.sections.flatMap(({ items }) => items.map(({ number }) => number));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test('leads each number to the row of the source it comes from', () => {
    for (const item of contractorList?.sections.flatMap(({ items }) => items) ?? []) {
      expect(item.basis[0]?.citation).toBe(`company:09-92-r${Number(item.number) + 1}`);
    }
  });
});
