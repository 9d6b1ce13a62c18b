import { describe, expect, test } from 'vitest';
import type { SignerMatch } from '../../../src/core/address-book/address-book.ts';
import { gradeByBook } from '../../../src/core/address-book/grade-signer.ts';
import { contact } from './fixture.ts';

const registered: SignerMatch = { kind: 'registered', contact: contact(), isOtherCompany: false };
const differs: SignerMatch = { kind: 'differs', contacts: [contact()] };
const unknown: SignerMatch = { kind: 'unknown' };

describe('gradeByBook', () => {
  test.each([
    [registered, { grade: 'full', label: '登録済みの指紋と一致' }],
    [differs, { grade: 'warn', label: '登録した指紋と違います' }],
    [unknown, { grade: 'half', label: '自己表示・未登録' }],
  ])('what is merely stated becomes better or worse: $kind', (match, expected) => {
    expect(gradeByBook({ grade: 'half', label: '自己表示' }, match)).toEqual(expected);
  });

  test.each([registered, differs, unknown])('a fault of the certificate stays: $kind', (match) => {
    const fault = { grade: 'warn', label: '証明書のつながりに誤り' };
    expect(gradeByBook(fault, match)).toEqual(fault);
  });
});
