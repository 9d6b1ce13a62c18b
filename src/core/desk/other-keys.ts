import type { Contact } from '../address-book/address-book.ts';
import { toCompanyKey } from '../text/company-key.ts';
import type { Company, Return } from './desk.ts';
import { isRegistered } from './judge-return.ts';
import type { Placed } from './place.ts';

/** The sound files of each company in all campaigns, by how its name is compared: they tell under which keys it has signed. */
export type SignedFiles = ReadonlyMap<string, readonly Placed[]>;

/** Gathers the files of each company. */
export function signedFiles(placed: readonly Placed[], companies: readonly Company[]): SignedFiles {
  const names = new Map(companies.map(({ id, name }) => [id, toCompanyKey(name)]));
  const signed = new Map<string, Placed[]>();
  for (const one of placed) {
    const { owner } = one;
    const name = owner.kind === 'found' ? names.get(owner.company) : undefined;
    if (!name || one.return.state !== 'sound' || one.return.match === 'differs') continue;
    const files = signed.get(name);
    if (files) files.push(one);
    else signed.set(name, [one]);
  }
  return signed;
}

/**
 * Whether a file was signed with another key than an earlier one of its company, in whichever campaign; within its own, than any
 * other one, for who would be taken for the company may set the clock back. Not where somebody has asked about this key.
 */
export function hasOtherKey(
  one: Return,
  { company, campaign }: { company: string; campaign: string },
  signed: SignedFiles,
  contacts: readonly Contact[],
): boolean {
  if (one.state !== 'sound' || isRegistered(one, contacts)) return false;
  return (signed.get(toCompanyKey(company)) ?? []).some(
    (other) =>
      other.return.fingerprint !== one.fingerprint &&
      (other.return.claimedAt <= one.claimedAt || other.campaign === campaign),
  );
}
