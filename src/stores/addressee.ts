import { emptyHeader, type Header } from '../record/v1/header/header.ts';

/** The head of a document that nobody has written in: it goes to the site's addressee, where it names one. */
export function beginHeader(addressee: string): Header {
  return { ...emptyHeader(), recipient: addressee };
}

/** What of a head a person has written: the site's addressee is not theirs. */
export function writtenHeader(header: Header, addressee: string): Header {
  return header.recipient === addressee ? { ...header, recipient: '' } : header;
}
