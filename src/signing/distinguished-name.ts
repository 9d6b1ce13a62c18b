import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { findForbidden } from '../core/text/characters.ts';
import { parseDer } from './der.ts';

/** Object identifiers of X.520 and the short names RFC 4514 gives them. */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};
const commonNameType = '2.5.4.3';
const organizationType = '2.5.4.10';

/** ub-common-name and ub-organization-name (RFC 5280, appendix A.1). */
const longest = 64;

/** A name as it goes into a certificate. */
export interface SignerName {
  commonName: string;
  /** Empty where there is none. */
  organization: string;
}

/**
 * Cuts both names to the 64 characters a certificate holds, between what a reader sees as characters, so that
 * 辻󠄀 keeps its variation selector or goes as a whole.
 * @returns the names, and whether anything was cut, which the person must be told
 */
export function fitSignerName(name: SignerName): SignerName & { shortened: boolean } {
  const commonName = cut(name.commonName);
  const organization = cut(name.organization);
  return {
    commonName,
    organization,
    shortened: commonName !== name.commonName || organization !== name.organization,
  };
}

/**
 * O and CN as X.501 Name, both UTF8String (RFC 5280, 4.1.2.4).
 * @throws RangeError when the common name is empty, or a name is too long or holds a control character
 */
export function toDistinguishedName({ commonName, organization }: SignerName): Name {
  if (commonName === '') throw new RangeError('A certificate needs a common name.');
  const organizations = organization === '' ? [] : [toRdn(organizationType, organization)];
  return new Name([...organizations, toRdn(commonNameType, commonName)]);
}

/**
 * Reads a Name as people read it. Characters that would show it in another order or not at all come out as `�`.
 * @throws Error when the bytes are no Name
 */
export function readDistinguishedName(der: Uint8Array): SignerName & { text: string } {
  const attributes = parseDer(der, Name).flatMap((rdn) => [...rdn]);
  const find = (type: string) => toVisible(attributes.find((one) => one.type === type)?.value.toString() ?? '');
  const text = attributes
    .map(({ type, value }) => `${shortNames[type] ?? type}=${toVisible(value.toString())}`)
    .join(', ');
  return { commonName: find(commonNameType), organization: find(organizationType), text };
}

function toRdn(type: string, text: string): RelativeDistinguishedName {
  if ([...text].length > longest) throw new RangeError(`A name in a certificate has at most ${longest} characters.`);
  const forbidden = findForbidden(text, { lines: false });
  if (forbidden) throw new RangeError(`A name in a certificate must not hold ${forbidden.codePoint}.`);
  const value = new AttributeValue({ utf8String: text });
  return new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })]);
}

function toVisible(text: string): string {
  return Array.from(text, (character) => (findForbidden(character, { lines: false }) ? '\ufffd' : character)).join('');
}

function cut(text: string): string {
  let kept = '';
  let count = 0;
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)) {
    count += [...segment].length;
    if (count > longest) break;
    kept += segment;
  }
  return kept;
}
