import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/importer/pdf/read-pdf.ts';
import { refuseUnreadable } from '../../../src/importer/pdf/refuse-unreadable.ts';
import { plainPdf, prose } from '../support/plain-pdf.ts';

describe('refuseUnreadable', () => {
  test('refuses a file whose letters are all read as one', async () => {
    const garbled = '第1条 社社社社社社社社社社、社社社社社社社。'.repeat(20);
    await expect(readPdf(plainPdf([prose(garbled)]))).rejects.toThrow('ほとんどの文字が「社」になります');
  });

  test.each([
    ['prose', '従業員は、書類を施錠できる場所に保管しなければならない。'.repeat(20)],
    ['leaders and blanks', `目次${'…'.repeat(400)}1\n氏名${'＿'.repeat(400)}\n${'----- 1 '.repeat(99)}`],
    ['a short form', 'あああああああああ'],
  ])('takes %s', (_, text) => {
    expect(() => refuseUnreadable([text])).not.toThrow();
  });
});
