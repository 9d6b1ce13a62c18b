import { toCompanyKey, toCompanyName } from '../text/company-key.ts';
import type { Campaign, Company, Desk, Return } from './desk.ts';

/**
 * Whose a file is. `found`: a company of the list; `by` says how it is known. `ambiguous`: several on the list are spelt the
 * same. `unlisted`: none of them; `suggested` may be the one that is meant, which a person says. `nobody`: the file names none.
 */
export type Owner =
  | { kind: 'found'; company: string; by: 'person' | 'name' | 'certificate' | 'key' }
  | { kind: 'ambiguous'; companies: string[] }
  | { kind: 'unlisted'; suggested: string[] }
  | { kind: 'nobody'; suggested: string[] };

/** Where a file belongs. */
export interface Placed {
  return: Return;
  /** Id of the campaign; '' where it could be several, or none. */
  campaign: string;
  /** It names an invitation that this desk does not know; it was placed by what it answers. */
  isOtherRequest: boolean;
  /** In the campaign; `nobody` where there is none. */
  owner: Owner;
}

/**
 * Finds campaign and company of each file. What a person said comes first; then the campaign whose invitation was followed,
 * else the open one that asks for what was answered, else the one whose page was open; then the company that the answers name,
 * else the certificate, else the key, where every other file of that key is of one company. Nothing is guessed between two.
 * The result does not depend on the order of entries. Struck files are left out.
 */
export function placeReturns(desk: Pick<Desk, 'campaigns' | 'companies' | 'returns'>): Placed[] {
  const campaigns = desk.campaigns.filter(({ isStruck }) => !isStruck);
  const groups = Map.groupBy(
    desk.companies.filter(({ isStruck }) => !isStruck),
    ({ campaign }) => campaign,
  );
  const expected = new Map([...groups].map(([campaign, companies]) => [campaign, toExpected(companies)]));
  const named = desk.returns
    .filter(({ isStruck }) => !isStruck)
    .map((one) => {
      const own = findCampaign(one, campaigns, expected);
      return { return: one, ...own, owner: findByName(one, expected.get(own.campaign) ?? nobody) };
    });
  const signers = companiesByKey(named, desk.companies);
  return named.map((placed) => ({
    ...placed,
    owner: findByKey(placed, signers.get(placed.return.fingerprint), expected.get(placed.campaign) ?? nobody),
  }));
}

/** The companies of a campaign, and the same by how their names are compared: that is done once, not for each file. */
interface Expected {
  companies: readonly Company[];
  byKey: ReadonlyMap<string, readonly Company[]>;
  /** By the name without its legal form: who is meant may be asked, never taken. */
  byBare: ReadonlyMap<string, readonly Company[]>;
}

const nobody: Expected = { companies: [], byKey: new Map(), byBare: new Map() };

function toExpected(companies: readonly Company[]): Expected {
  return {
    companies,
    byKey: Map.groupBy(companies, ({ name }) => toCompanyKey(name)),
    byBare: Map.groupBy(companies, ({ name }) => toCompanyName(name).bare),
  };
}

function findCampaign(
  one: Return,
  campaigns: readonly Campaign[],
  expected: ReadonlyMap<string, Expected>,
): Pick<Placed, 'campaign' | 'isOtherRequest'> {
  const isKnown = (id: string) => campaigns.some((campaign) => campaign.id === id);
  if (isKnown(one.said.campaign)) return { campaign: one.said.campaign, isOtherRequest: false };
  if (isKnown(one.request)) return { campaign: one.request, isOtherRequest: false };
  const isOtherRequest = one.request !== '';
  const open = campaigns.filter(({ closedOn }) => closedOn === '');
  const { tool } = one;
  const asking = tool
    ? open.filter((campaign) => campaign.tool.kind === tool.kind && campaign.tool.id === tool.id)
    : [];
  const key = toCompanyKey(one.companyName);
  const expecting = asking.filter(({ id }) => expected.get(id)?.byKey.has(key));
  const into = asking.find(({ id }) => id === one.into);
  const found = asking.length > 1 ? (expecting.length === 1 ? expecting[0] : into) : asking[0];
  if (found) return { campaign: found.id, isOtherRequest };
  // What several ask for, and none of them is meant, stays to be said.
  if (asking.length > 1) return { campaign: '', isOtherRequest };
  if (isKnown(one.into)) return { campaign: one.into, isOtherRequest };
  return { campaign: open.length === 1 ? (open[0]?.id ?? '') : '', isOtherRequest };
}

function findByName(one: Return, { companies, byKey, byBare }: Expected): Owner {
  const said = companies.find(({ id }) => id === one.said.company);
  if (said) return { kind: 'found', company: said.id, by: 'person' };
  // What the certificate says counts only where the answers say nothing: who signs for another names both.
  const by = toCompanyKey(one.companyName) === '' ? 'certificate' : 'name';
  const key = toCompanyKey(one.companyName) || toCompanyKey(one.organization);
  if (key === '') return { kind: 'nobody', suggested: [] };
  const named = byKey.get(key) ?? [];
  if (named.length > 1) return { kind: 'ambiguous', companies: named.map(({ id }) => id) };
  const [found] = named;
  if (found) return { kind: 'found', company: found.id, by };
  const signer = toCompanyKey(one.organization);
  const suggested = signer === '' ? [] : (byKey.get(signer) ?? []);
  // 甲株式会社 is not 株式会社甲, but one is often written for the other.
  const alike = byBare.get(toCompanyName(one.companyName || one.organization).bare) ?? [];
  return { kind: 'unlisted', suggested: [...new Set([...suggested, ...alike].map(({ id }) => id))] };
}

/** Of each signing key the names of the companies for which it has signed, as they are compared. */
function companiesByKey(placed: readonly Placed[], companies: readonly Company[]): Map<string, Set<string>> {
  const names = new Map(companies.map(({ id, name }) => [id, toCompanyKey(name)]));
  const signers = new Map<string, Set<string>>();
  for (const { return: one, owner } of placed) {
    const name = owner.kind === 'found' ? names.get(owner.company) : undefined;
    if (one.fingerprint === '' || name === undefined) continue;
    signers.set(one.fingerprint, (signers.get(one.fingerprint) ?? new Set()).add(name));
  }
  return signers;
}

/** A file that names nobody is of the company whose key signed it; one that names another is that only if a person says so. */
function findByKey({ owner }: Placed, signed: ReadonlySet<string> | undefined, { byKey }: Expected): Owner {
  if (!signed || (owner.kind !== 'nobody' && owner.kind !== 'unlisted')) return owner;
  const known = [...signed].flatMap((key) => byKey.get(key) ?? []).map(({ id }) => id);
  const [only] = known;
  if (owner.kind === 'nobody' && signed.size === 1 && known.length === 1 && only !== undefined)
    return { kind: 'found', company: only, by: 'key' };
  return { ...owner, suggested: [...new Set([...owner.suggested, ...known])] };
}
