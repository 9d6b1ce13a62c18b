import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { documentNumberOf } from '../../../../src/record/document-number.ts';
import { meaningOf } from '../../../../src/record/v1/checklist/meaning.ts';
import { filled } from './fixture.ts';

describe('meaningOf', () => {
  const meaning = meaningOf({ text: '情報セキュリティ対策（12項目）を決めている' }, sha256);

  test('is 16 hexadecimal digits', () => {
    expect(meaning).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each(['情報セキュリティ対策(１２項目)を決めている', '情報ｾｷｭﾘﾃｨ対策（12項目） を\n決めている'])(
    'does not change with width and spaces: %s',
    (text) => {
      expect(meaningOf({ text }, sha256)).toBe(meaning);
    },
  );

  test.each(['情報セキュリティ対策（13項目）を決めている', '情報セキュリティ対策（12項目）を決めていない', ''])(
    'changes with the words: %s',
    (text) => {
      expect(meaningOf({ text }, sha256)).not.toBe(meaning);
    },
  );
});

describe('documentNumberOf', () => {
  test('is twelve upper-case digits in three groups', () => {
    expect(documentNumberOf(filled, sha256)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
  });

  test('does not depend on the order in which the answers were given', () => {
    const items = Object.fromEntries(Object.entries(filled.items).reverse());
    const header = Object.fromEntries(Object.entries(filled.header).reverse());
    const same = { ...filled, items, header: { ...filled.header, ...header } };
    expect(documentNumberOf(same, sha256)).toBe(documentNumberOf(filled, sha256));
  });

  test('changes with a single character', () => {
    const other = { ...filled, header: { ...filled.header, company: '株式会社吉野' } };
    expect(documentNumberOf(other, sha256)).not.toBe(documentNumberOf(filled, sha256));
  });
});
