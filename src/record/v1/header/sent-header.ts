import { formatDate, toDateText } from '../../../core/text/date.ts';
import { type Header, headerNames } from './header.ts';

/** The header as it leaves the page: without the spaces around its texts, the date in one form. */
export function toSentHeader(header: Header): Header {
  return {
    company: header.company.trim(),
    checker: header.checker.trim(),
    checkedOn: toDateText(header.checkedOn.trim()),
    recipient: header.recipient.trim(),
    business: header.business.trim(),
  };
}

/** Label and value of some fields, for a summary. */
export function headerRows(
  header: Header,
  keys: readonly (keyof Header)[],
  names: Readonly<Partial<Record<keyof Header, string>>> = {},
): { label: string; value: string }[] {
  return keys.map((key) => {
    const text = key === 'checkedOn' ? formatDate(header[key]) : header[key];
    return { label: names[key] ?? headerNames[key], value: text || '記入なし' };
  });
}
