import { formatDate, toDateText } from '../text/date.ts';

/** Who filled in what, for whom: the head of every document that this site makes. */
export interface Header {
  /** 会社名 */
  company: string;
  /** 確認者 */
  checker: string;
  /** 確認日 as YYYY-MM-DD, or '' */
  checkedOn: string;
  /** 提出先 */
  recipient: string;
  /** 業務名 */
  business: string;
}

/** Names of the fields as readers see them, in order of display. */
export const headerNames: Readonly<Record<keyof Header, string>> = {
  company: '会社名',
  checker: '確認者',
  checkedOn: '確認日',
  recipient: '提出先',
  business: '業務名',
};

/** The header of somebody who has typed nothing yet. */
export function emptyHeader(): Header {
  return { company: '', checker: '', checkedOn: '', recipient: '', business: '' };
}

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
