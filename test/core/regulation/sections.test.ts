import { describe, expect, test } from 'vitest';
import type { Library } from '../../../src/core/regulation/library.ts';
import { findSection, listSections, listTrail } from '../../../src/core/regulation/sections.ts';
import { shareLibrary } from '../../support/share-library.ts';

const library = await shareLibrary('content');
const sections = listSections(library);

describe('listSections', () => {
  test('names what people come for, in one order', () => {
    expect(sections.map(({ title }) => title)).toEqual(['調べる', '答える', '判断する', '書類', '確かめる', '一覧']);
  });

  test('leaves out what the site has nothing for', () => {
    const bare: Library = {
      ...library,
      handbooks: [],
      checklists: [],
      decisions: [],
      documents: [],
      forms: [],
      glossary: [],
      provisions: new Map(),
    };
    expect(listSections(bare).map(({ title }) => title)).toEqual(['調べる', '確かめる']);
  });

  test('gives no page a place beside others twice, but for the evaluation', () => {
    const urls = sections.flatMap(({ pages }) => pages.map(({ url }) => url));
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
    expect(urls).toContain('decisions/contractor-evaluation/');
  });
});

describe('findSection', () => {
  test.each([
    ['company/06/', '調べる'],
    ['originals/nerima/', '調べる'],
    ['index/', '調べる'],
    ['checklists/contractor-security/', '答える'],
    ['decisions/contractor-evaluation/', '判断する'],
    ['registers/company-asset-inventory/', '書類'],
    ['papers/end/', '書類'],
    ['documents/outsourcing-contract/', '書類'],
    ['verify/signers/', '確かめる'],
    ['keys/', '確かめる'],
    ['roles/nerima/ward/', '一覧'],
    ['tailoring/', undefined],
  ])('%s stands under %s', (path, title) => {
    expect(findSection(sections, path)?.title).toBe(title);
  });
});

describe('listTrail', () => {
  const trailOf = (path: string) => listTrail(library, path).map(({ title, url }) => `${title} ${url}`);

  test.each([
    ['', []],
    ['search/', []],
    ['tailoring/', []],
    ['nerima/', ['調べる search/']],
    ['company/06/', ['調べる search/', '規程 company/']],
    ['print/nerima/', ['調べる search/', 'まるごと印刷 print/']],
    ['decisions/take-out/', ['判断する decisions/']],
    ['registers/company-asset-inventory/', ['書類 forms/', '管理簿 registers/']],
    ['verify/signers/', ['確かめる verify/']],
    ['roles/nerima/ward/', ['一覧 views/', '役割別 roles/', '練馬区特記事項 roles/nerima/']],
  ])('of %s', (path, trail) => {
    expect(trailOf(path)).toEqual(trail);
  });
});
