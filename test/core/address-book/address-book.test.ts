import { describe, expect, test } from 'vitest';
import { dropContact, putContact } from '../../../src/core/address-book/address-book.ts';
import { findSigner } from '../../../src/core/address-book/find-signer.ts';
import { contact, fingerprint } from './fixture.ts';

const yoshino = contact();
const other = contact({ fingerprint: fingerprint('b'), company: '有限会社甲' });
const book = [yoshino, other];

describe('findSigner', () => {
  test('a registered fingerprint is found, whatever else has its company', () => {
    const second = contact({ fingerprint: fingerprint('c') });
    expect(findSigner([...book, second], { fingerprint: fingerprint('c'), companies: ['株式会社𠮷野'] })).toEqual({
      kind: 'registered',
      contact: second,
      isOtherCompany: false,
    });
  });

  test.each([
    ['as registered', '株式会社𠮷野'],
    ['with ㈱', '㈱𠮷野'],
    ['with （株） and blanks', '（株） 𠮷野'],
    ['with a variation selector', '株式会社𠮷\u{E0101}野'],
    ['with the usual letter', '株式会社吉野'],
    ['without its legal form', '吉野'],
    ['with the legal form at the other end', '𠮷野(株)'],
  ])('a company of the book with another fingerprint is told: %s', (_, company) => {
    expect(findSigner(book, { fingerprint: fingerprint('f'), companies: ['', company] })).toEqual({
      kind: 'differs',
      contacts: [yoshino],
    });
  });

  test.each([['株式会社甲'], [''], ['芳野'], ['有限会社𠮷野']])('another company is unknown: %s', (company) => {
    expect(findSigner(book, { fingerprint: fingerprint('f'), companies: [company] })).toEqual({ kind: 'unknown' });
  });

  test('a contact without a company matches no nameless signer', () => {
    const nameless = contact({ company: '' });
    expect(findSigner([nameless], { fingerprint: fingerprint('f'), companies: ['', ' '] })).toEqual({
      kind: 'unknown',
    });
  });

  test('a registered fingerprint under another company name is told', () => {
    const query = { fingerprint: fingerprint('a'), companies: ['株式会社𠮷野', '株式会社乙'] };
    expect(findSigner(book, query)).toEqual({ kind: 'registered', contact: yoshino, isOtherCompany: true });
  });
});

describe('findSigner, for short legal forms,', () => {
  const center = contact({ company: '公益社団法人見本市シルバー人材センター' });

  test('warns of another key, and takes a known one for the same company', () => {
    const companies = ['(公社)見本市シルバー人材センター'];
    expect(findSigner([center], { fingerprint: fingerprint('f'), companies }).kind).toBe('differs');
    expect(findSigner([center], { fingerprint: center.fingerprint, companies })).toMatchObject({
      kind: 'registered',
      isOtherCompany: false,
    });
  });
});

describe('putContact and dropContact', () => {
  test('a known fingerprint is replaced in its place, a new one comes last', () => {
    const renamed = contact({ company: '株式会社𠮷野システム' });
    expect(putContact(book, renamed)).toEqual([renamed, other]);
    const fresh = contact({ fingerprint: fingerprint('d') });
    expect(putContact(book, fresh)).toEqual([yoshino, other, fresh]);
    expect(dropContact(book, yoshino.fingerprint)).toEqual([other]);
    expect(book).toEqual([yoshino, other]);
  });
});
