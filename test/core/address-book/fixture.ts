import type { Contact } from '../../../src/core/address-book/address-book.ts';

/** A fingerprint of one repeated digit. */
export function fingerprint(digit: string): string {
  return digit.repeat(64);
}

/** A contact as the page writes one. */
export function contact(change: Partial<Contact> = {}): Contact {
  return {
    fingerprint: fingerprint('a'),
    company: '株式会社𠮷野',
    person: '髙橋 﨑子',
    method: 'telephone',
    checkedOn: '2026-11-21',
    checkedBy: '総務課 辻\u{E0100}',
    note: '契約書の番号にかけた。\n担当: 髙橋',
    ...change,
  };
}
