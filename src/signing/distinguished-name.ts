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
const unitType = '2.5.4.11';

/** ub-common-name and ub-organization-name (RFC 5280, appendix A.1). */
const longest = 64;

/** A name as it goes into a certificate. */
export interface SignerName {
  commonName: string;
  /** Empty where there is none. */
  organization: string;
}

/** A name made to fit into a certificate, and what the person must be told of it. */
export interface FittedName extends SignerName {
  /** 64 characters were not enough. */
  shortened: boolean;
  /** Variation selectors were left out. */
  simplified: boolean;
}

/**
 * Makes both names fit into a certificate: without variation selectors, and cut to its 64 characters between what a reader
 * sees as characters. Names are compared by Unicode 3.2 (RFC 5280, 7.1; RFC 4518, 2.4), which knows no U+E0100, and pyHanko
 * does not verify a name that has one; 辻󠄀 becomes 辻. Document and data keep the person's own characters.
 */
export function fitSignerName(name: SignerName): FittedName {
  const plain = { commonName: simplify(name.commonName), organization: simplify(name.organization) };
  const fitted = { commonName: cut(plain.commonName), organization: cut(plain.organization) };
  return { ...fitted, shortened: !isSame(fitted, plain), simplified: !isSame(plain, name) };
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
 * @returns `commonName`: what to call the signer by, see `nameOfSigner`
 * @throws Error when the bytes are no Name
 */
export function readDistinguishedName(der: Uint8Array): SignerName & { text: string } {
  const attributes = parseDer(der, Name).flatMap((rdn) => [...rdn]);
  const find = (type: string) =>
    attributes.filter((one) => one.type === type).map(({ value }) => toVisible(value.toString()));
  const [organization = ''] = find(organizationType);
  const commonName = nameOfSigner(find(commonNameType), [organization, ...find(unitType)]);
  const text = attributes
    .map(({ type, value }) => `${shortNames[type] ?? type}=${toVisible(value.toString())}`)
    .join(', ');
  return { commonName, organization, text };
}

/**
 * What a signer is called by, on paper and on a page: the common name, or else organization and unit, which is all that a
 * certificate of an office has.
 */
function nameOfSigner([commonName]: readonly string[], organizations: readonly string[]): string {
  return commonName || organizations.filter(Boolean).join(' ') || '（証明書に名前がない）';
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

function simplify(text: string): string {
  return text.replace(/\p{Variation_Selector}/gu, '');
}

function isSame(a: SignerName, b: SignerName): boolean {
  return a.commonName === b.commonName && a.organization === b.organization;
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
