import { describe, expect, test } from 'vitest';
import { withoutOriginals } from '../../src/site/set-aside.ts';

const provision = (anchor: string, words: string) =>
  `<div class="k-prov" id="${anchor}"><p>要旨</p>${
    words &&
    `<original-words> <details class="k-orig"> <summary>原文</summary> <p>${words}</p> </details> </original-words>`
  }</div>`;
const page = `<main>${provision('a1', '一つ目の文')}${provision('a2', '')}${provision('a3', '三つ目の文')}</main>`;

describe('withoutOriginals', () => {
  test('puts a link to the words in the place of each, where the page is too heavy', () => {
    const lighter = withoutOriginals(page, '/originals/rules/', 10);
    expect(lighter).not.toContain('目の文');
    expect([...lighter.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/originals/rules/#a1',
      '/originals/rules/#a3',
    ]);
    expect(lighter.match(/<summary>原文<\/summary><a [^>]*>原文の頁で読む<\/a><\/details>/g)).toHaveLength(2);
    expect(lighter.match(/<p>要旨<\/p>/g)).toHaveLength(3);
  });

  test('leaves a light page, and one without official words, as they are', () => {
    expect(withoutOriginals(page, '/originals/rules/')).toBe(page);
    expect(withoutOriginals('<main>要旨</main>', '/originals/rules/', 1)).toBe('<main>要旨</main>');
  });
});
