import type { Company } from './desk.ts';
import type { DeskRow, RowKind } from './table.ts';

/** A company with those that it uses (再委託先). */
export interface CompanyNode {
  company: Company;
  /** What has come of it; of several rows the first, which is the weightiest. */
  row: DeskRow | undefined;
  children: CompanyNode[];
  /** Below it, at any depth, itself not counted: how many there are, and the names of those that have returned nothing. */
  below: { count: number; missing: string[] };
  /** It stands at the top because what it says of its 再委託元 leads back to itself. */
  isRing: boolean;
}

/** Neither has come: what cannot be received has to come again. */
const outstanding: readonly RowKind[] = ['missing', 'refused'];

/**
 * The companies of a campaign as a tree: who uses whom, and whose answers are missing below. A company whose 再委託元 is not on
 * the list, or would lead round in a ring (two copies that were merged may say so), stands at the top.
 */
export function toTree(companies: readonly Company[], rows: readonly DeskRow[]): CompanyNode[] {
  const listed = companies.filter(({ isStruck }) => !isStruck);
  const byId = new Map(listed.map((company) => [company.id, company]));
  const rings = new Set(listed.filter((company) => isInRing(company, byId)).map(({ id }) => id));
  const rowOf = new Map<string, DeskRow>();
  for (const row of rows) if (row.company && !rowOf.has(row.company.id)) rowOf.set(row.company.id, row);
  const isTop = (company: Company) => !byId.has(company.parent) || rings.has(company.id);
  const children = Map.groupBy(
    listed.filter((company) => !isTop(company)),
    ({ parent }) => parent,
  );
  const grow = (company: Company): CompanyNode => {
    const grown = (children.get(company.id) ?? []).map(grow);
    return {
      company,
      row: rowOf.get(company.id),
      children: grown,
      below: {
        count: grown.reduce((sum, { below }) => sum + 1 + below.count, 0),
        missing: grown.flatMap((node) => [...nameOfMissing(node), ...node.below.missing]),
      },
      isRing: rings.has(company.id),
    };
  };
  return listed.filter(isTop).map(grow);
}

/**
 * Japanese: why a company may not be the 再委託元 of another; undefined where it may.
 * @param company the one that is used; @param parent id of the one that would use it, '' for none
 */
export function parentMessage(
  company: Pick<Company, 'id' | 'name'>,
  parent: string,
  companies: readonly Pick<Company, 'id' | 'name' | 'parent'>[],
): string | undefined {
  if (parent === '') return undefined;
  const byId = new Map(companies.map((one) => [one.id, one]));
  const named = byId.get(parent);
  if (!named) return '再委託元は、この依頼の名簿にある会社から選んでください。';
  if (parent === company.id) return `${company.name}の再委託元に、同じ会社は選べません。ほかの会社を選んでください。`;
  const way: string[] = [];
  for (let at: typeof named | undefined = named; at && !way.includes(at.id); at = byId.get(at.parent)) {
    way.push(at.id);
    if (at.parent !== company.id) continue;
    const names = way.map((id) => byId.get(id)?.name ?? '').join(' → ');
    return `${company.name}は、${names} の再委託元です。互いに再委託元になるので選べません。ほかの会社を選ぶか、先にそちらの再委託元を直してください。`;
  }
  return undefined;
}

function isInRing({ id, parent }: Company, byId: ReadonlyMap<string, Company>): boolean {
  const seen = new Set<string>();
  for (let at = parent; at !== '' && !seen.has(at); at = byId.get(at)?.parent ?? '') {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function nameOfMissing({ company, row }: CompanyNode): string[] {
  return row && outstanding.includes(row.kind) ? [company.name] : [];
}
