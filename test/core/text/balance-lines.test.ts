import { describe, expect, test } from 'vitest';
import { balanceLines } from '../../../src/core/text/balance-lines.ts';

/** Two for a full-width character, as a typewriter has it. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 1 : 2), 0);

describe('balanceLines', () => {
  test.each([
    ['one line stays one', '誓約書', 20, ['誓約書']],
    [
      'between phrases, about equally long',
      '見本業務に係る情報の返却又は廃棄若しくは抹消に係る作業実施計画書',
      60,
      ['見本業務に係る情報の返却又は', '廃棄若しくは抹消に係る作業実施計画書'],
    ],
    ['no lone character on the last line', '個人情報の保護に関する誓約書', 26, ['個人情報の保護に', '関する誓約書']],
    ['not within a word with kana', '重要な書類の取り扱い申し込み書', 22, ['重要な書類の', '取り扱い申し込み書']],
    [
      'phrases too long for a line are cut where they must',
      '情報機器持出許可申請書兼返却確認書',
      24,
      ['情報機器持出許可申', '請書兼返却確認書'],
    ],
    ['before an opening mark', '情報の保存場所（注2）', 16, ['情報の保存場所', '（注2）']],
    ['a line of its own stays one', '業務従事者\n名簿', 40, ['業務従事者', '名簿']],
    ['nothing is one empty line', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(balanceLines(text, width, measure)).toEqual(lines);
  });

  test('nothing is lost, no line is too wide, and there are no more of them than need be', () => {
    const heading = '●●業務に係る情報の返却又は廃棄若しくは抹消に係る「作業完了報告書（第2版）」の写しの受領';
    for (let width = 16; width <= 100; width++) {
      const lines = balanceLines(heading, width, measure);
      expect(lines.join('')).toBe(heading);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      expect(lines.length).toBeLessThanOrEqual(Math.ceil(measure(heading) / (width - 12)) + 1);
    }
  });
});
