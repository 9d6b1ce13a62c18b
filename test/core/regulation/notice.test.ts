import { describe, expect, test } from 'vitest';
import { documentNotice, footLine, noticeFor, viewNotice } from '../../../src/core/regulation/notice.ts';

const restated = { title: '特記事項', publisher: '見本市', version: '2026年版' };
const other = { ...restated, title: '実施手順' };
const original = { title: '管理規程', publisher: '見本商事', version: '第3版', wording: 'original' as const };

describe('noticeFor', () => {
  test('names every summary and no text', () => {
    expect(noticeFor([restated, original, other])).toMatchInlineSnapshot(
      `"「特記事項」「実施手順」の要旨です。正文ではありません。判断は契約書・正文によってください。"`,
    );
  });

  test('says nothing where nothing is a summary', () => {
    expect([noticeFor([original]), noticeFor([])]).toEqual(['', '']);
  });
});

describe('documentNotice', () => {
  test('says whose text it is and which edition, or that it is a summary', () => {
    expect(documentNotice(original)).toBe('「管理規程」（見本商事、第3版）の本文です。');
    expect(documentNotice(restated)).toBe(noticeFor([restated]));
  });
});

describe('viewNotice', () => {
  test('is short where all are summaries, and names them where some are not', () => {
    expect(viewNotice([restated, other])).toMatch(/^どれも要旨です。/);
    expect(viewNotice([restated, original])).toBe(noticeFor([restated]));
    expect(viewNotice([restated])).toBe(noticeFor([restated]));
    expect(viewNotice([original, { ...original, title: '細則' }])).toBe('');
  });
});

describe('footLine', () => {
  test.each([
    [[restated, other], '規程集（要旨。正文ではありません）'],
    [[restated, original], '規程集（要旨を含みます。要旨は正文ではありません）'],
    [[original], '規程集（第3版）'],
    [[original, original], '規程集'],
    [[], '規程集'],
  ])('case %#', (sources, expected) => {
    expect(footLine('規程集', sources)).toBe(expected);
  });
});
