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

/** The fields, in order of display. */
export const headerKeys = [
  'company',
  'checker',
  'checkedOn',
  'recipient',
  'business',
] as const satisfies (keyof Header)[];

/** Names of the fields as readers see them. */
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
