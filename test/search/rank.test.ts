import { describe, expect, test } from 'vitest';
import { toPostings } from '../../src/search/postings.ts';
import { toQuestion } from '../../src/search/question.ts';
import { type Positions, rankRecords } from '../../src/search/rank.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import type { Vocabulary } from '../../src/search/units.ts';

const vocabulary: Vocabulary = { synonyms: { 捨: ['廃棄'] }, kanaWords: [], loans: [], clients: {} };

function record(heading: string, text: string, label = heading): SearchRecord {
  const entry = { anchor: 'a', label, caption: '', text, kind: 'must', roles: [] };
  return {
    handbook: 'h',
    type: 'provision',
    page: 'h/',
    pageTitle: '',
    headings: [heading],
    topics: [],
    entries: [entry],
  };
}

/** Records in the order of the answer, by their headings. */
function ask(asked: string, records: readonly SearchRecord[]): string[] {
  const indexed = records.map((one) => toPostings(one, []));
  const find = (term: string): Positions => {
    const found = new Map<number, number[]>();
    for (const [number, { terms }] of indexed.entries()) {
      const positions = terms.flatMap((other, at) => (other === term ? [at] : []));
      if (positions.length > 0) found.set(number, positions);
    }
    return found;
  };
  const layout = { ends: indexed.map(({ ends }) => ends), onPagesNamed: () => new Set<number>() };
  return rankRecords(toQuestion(asked, vocabulary), find, layout).map((one) => records[one.record]?.headings[0] ?? '');
}

const filler = Array.from({ length: 12 }, (_, index) =>
  record(`${index + 30}. 雑則`, '会議の記録は総務部で作成する。'),
);

describe('rankRecords', () => {
  test('puts a heading before a text', () => {
    const records = [
      record('1. 総則', '媒体の廃棄は部門長が行う。'),
      record('2. 媒体の廃棄', '部門長が行う。'),
      ...filler,
    ];
    expect(ask('媒体の廃棄', records)).toEqual(['2. 媒体の廃棄', '1. 総則']);
  });
  test('puts what answers all words before what answers one of them often', () => {
    const records = [record('1. 甲', '廃棄。廃棄。廃棄。'), record('2. 乙', '書類の廃棄。'), ...filler];
    expect(ask('書類を廃棄する', records)[0]).toBe('2. 乙');
  });
  test('puts the whole word before its parts', () => {
    const records = [record('1. 甲', '個人の情報'), record('2. 乙', '個人情報'), ...filler];
    expect(ask('個人情報', records)).toEqual(['2. 乙', '1. 甲']);
  });
  test('finds a word with one wrong letter by its parts', () => {
    const records = [record('1. 甲', '秘密保持契約を結ぶ。'), record('2. 乙', '賃貸借契約を結ぶ。'), ...filler];
    expect(ask('秘密保特契約', records)[0]).toBe('1. 甲');
  });
  test('puts the place of a number before texts that refer to it', () => {
    const records = [record('第15条 授受', '次条と第16条による。'), record('第16条 管理', '管理する。'), ...filler];
    expect(ask('十六条', records)[0]).toBe('第16条 管理');
  });
  test('finds what the texts say instead', () => {
    expect(ask('捨てる', [record('1. 甲', '廃棄する。'), ...filler])).toEqual(['1. 甲']);
  });
  test('finds nothing where nothing stands', () => {
    expect(ask('蛍光灯', filler)).toEqual([]);
  });
});
