import type { Campaign, Company, Desk, Return } from '../core/desk/desk.ts';
import type { Kept } from '../core/desk/kept.ts';
import { sortRows } from '../core/desk/pick-rows.ts';
import { type Placed, placeReturns } from '../core/desk/place.ts';
import type { Finding } from '../core/desk/receive.ts';
import { receive } from '../core/desk/receive.ts';
import { listRemedies, type Remedy, sortRemedies } from '../core/desk/remedies.ts';
import { type DeskRow, toTable } from '../core/desk/table.ts';
import { toDesk } from '../core/desk/to-desk.ts';
import type { Sha256 } from '../core/desk/to-id.ts';
import { toCompanyKey } from '../core/text/company-key.ts';
import type { KnownDefinition } from '../record/identity.ts';
import { PackedTexts } from './packed-texts.ts';

/** Most rows of 改善一覧: Excel takes a million, and people read fewer. */
export const mostRemedies = 200_000;

/** What is known of the run. */
export interface TallyContext {
  sha256: Sha256;
  /** ISO 8601, in UTC */
  at: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Of the tools on the site: an answer to another version is told. */
  definitions: readonly KnownDefinition[];
}

/** The tables, and how many rows of 改善一覧 are beyond what it holds. */
export interface Tallied {
  rows: DeskRow[];
  remedies: Remedy[];
  left: number;
}

/** What has no tool goes here. */
const anyFile = 'files';

/**
 * Gathers what was found in files, one by one, and says of all of them what the desk would say: whose each is, which of a company
 * counts, what has to be mended. There is no list of companies, so everybody who has answered is expected, and nobody else. Of a
 * file a few texts lie open, and its answers packed; they are opened a company at a time.
 */
export class Tally {
  readonly #context: TallyContext;
  readonly #returns = new Map<string, Return>();
  readonly #answers = new PackedTexts<ValueOf<Kept['answers']>>();
  readonly #definitions = new PackedTexts<ValueOf<Kept['definitions']>>();

  constructor(context: TallyContext) {
    this.#context = context;
  }

  /** @param sha256 of its bytes, 64 lower-case hexadecimal digits; @param name as it is shown */
  add(sha256: string, name: string, finding: Finding): void {
    // The same file twice is one.
    if (this.#returns.has(sha256)) return;
    const { at } = this.#context;
    const received = receive({ sha256, name, into: anyFile, finding }, undefined, { at, by: '' }, this.#context.sha256);
    if (!received.entry) return;
    for (const [hash, one] of received.kept.answers) this.#answers.put(hash, one);
    for (const [hash, one] of received.kept.definitions) this.#definitions.put(hash, one);
    const [found] = toDesk([received.entry], nothing).returns;
    if (found) this.#returns.set(sha256, found);
  }

  /** The tables of all files, in the order of the desk; answers are looked at a company at a time, and let go. */
  tables(): Tallied {
    const returns = [...this.#returns.values()];
    const campaigns = toCampaigns(returns, this.#context.definitions);
    const companies = toCompanies(returns);
    const keys = new Map(companies.map(({ id, name }) => [id, toCompanyKey(name)]));
    const placed = placeReturns({ campaigns, companies, returns });
    const ofKey = Map.groupBy(companies, ({ name }) => toCompanyKey(name));
    const rows: DeskRow[] = [];
    const remedies: Remedy[] = [];
    let left = 0;
    for (const [key, group] of Map.groupBy(placed, (one) => keyOf(one, keys))) {
      const desk = this.#deskOf(group, { campaigns, companies: ofKey.get(key) ?? [] });
      const asked = new Set(group.map(({ campaign }) => campaign));
      const own = campaigns
        .filter(({ id }) => asked.has(id))
        .flatMap((campaign) => toTable(desk, campaign, { today: this.#context.today }));
      const mends = listRemedies(own, desk, this.#context.today).map((one) => ({
        ...one,
        row: withoutAnswers(one.row),
      }));
      const room = mostRemedies - remedies.length;
      remedies.push(...mends.slice(0, room));
      left += Math.max(0, mends.length - room);
      rows.push(...own.map(withoutAnswers));
    }
    const sorted = sortRows(sortRows(rows, 'name'), 'kind');
    const places = new Map(sorted.map(({ id }, index) => [id, index]));
    const placeOf = ({ row }: Remedy) => places.get(row.id) ?? 0;
    remedies.sort((a, b) => placeOf(a) - placeOf(b));
    return { rows: sorted, remedies: sortRemedies(remedies), left };
  }

  #deskOf(group: readonly Placed[], { campaigns, companies }: Pick<Desk, 'campaigns' | 'companies'>): Desk {
    const returns = group.map((one) => one.return);
    const pick = <Value>(texts: PackedTexts<Value>, of: (one: Return) => string) =>
      new Map(
        [...new Set(returns.map(of))].flatMap((hash) => {
          const value = texts.get(hash);
          return value === undefined ? [] : [[hash, value] as const];
        }),
      );
    const kept = {
      answers: pick(this.#answers, ({ answers }) => answers),
      definitions: pick(this.#definitions, ({ definition }) => definition),
    };
    return { campaigns, companies, returns, remarks: [], verdicts: [], kept };
  }
}

type ValueOf<Texts> = Texts extends ReadonlyMap<string, infer Value> ? Value : never;

const nothing: Kept = { answers: new Map(), definitions: new Map() };
const held = { isStruck: false, at: '', conflicts: [] };

/** The company whose file it is, as names are compared; of a file without one something of its own. */
function keyOf({ owner, return: one }: Placed, keys: ReadonlyMap<string, string>): string {
  return (owner.kind === 'found' ? keys.get(owner.company) : undefined) ?? `\n${one.id}`;
}

/** What each tool was answered: in the version that the site asks, else in the newest that came. */
function toCampaigns(returns: readonly Return[], definitions: readonly KnownDefinition[]): Campaign[] {
  const campaigns = new Map<string, Campaign>();
  for (const { tool } of returns) {
    if (!tool) continue;
    const id = campaignId(tool);
    const known = definitions.find((one) => one.kind === tool.kind && one.id === tool.id);
    const version = known?.version ?? Math.max(tool.version, campaigns.get(id)?.tool.version ?? 0);
    campaigns.set(id, { ...emptyCampaign, id, name: tool.title, tool: { ...tool, version } });
  }
  return [...campaigns.values(), { ...emptyCampaign, id: anyFile }];
}

function campaignId({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

const emptyCampaign: Campaign = {
  ...{ id: '', ...held, name: '', recipient: '', business: '', dueOn: '', scope: '', contact: '' },
  ...{ before: '', begunOn: '', closedOn: '' },
  tool: { kind: 'checklist', id: '', version: 1, title: '' },
  rule: { kind: 'none' },
};

/** Whoever has answered: of several spellings the first. */
function toCompanies(returns: readonly Return[]): Company[] {
  const companies = new Map<string, Company>();
  for (const { tool, companyName, organization } of returns) {
    const name = companyName || organization;
    if (!tool || toCompanyKey(name) === '') continue;
    const id = `${campaignId(tool)} ${toCompanyKey(name)}`;
    if (companies.has(id)) continue;
    const campaign = campaignId(tool);
    companies.set(id, { id, ...held, campaign, name, person: '', mail: '', parent: '', note: '', paperOn: '' });
  }
  return [...companies.values()];
}

function withoutAnswers(row: DeskRow): DeskRow {
  return { ...row, contents: undefined };
}
