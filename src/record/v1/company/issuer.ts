import type { SummaryDocument } from '../summary/summary-document.ts';
import { type CompanyWords, issuerKey } from './words.ts';

/** A summary that says whose site asked, where that has a name. */
export function withIssuer(summary: SummaryDocument, words: CompanyWords): SummaryDocument {
  const issuer = Object.hasOwn(words, issuerKey) ? words[issuerKey] : undefined;
  return issuer === undefined ? summary : { ...summary, issuer };
}
