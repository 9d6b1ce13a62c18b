import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder, siteFolder } from './site-folder.ts';

/** A question with the units of the sources that answer it. */
export interface Query {
  q: string;
  kind: string;
  expect: { units: string[] }[];
}

export interface Score {
  queries: number;
  /** Share of queries whose first result is right; among the first five; mean of 1 / rank. */
  first: number;
  firstFive: number;
  mrr: number;
  /** Queries without any result. */
  nothing: number;
}

/** The questions that the search is tuned on; of some the texts have nothing. @throws Error if a file is damaged */
export async function readQueries(): Promise<Query[]> {
  const own = process.env['KITEI_QUERIES'];
  const files = own
    ? [own]
    : ['queries-dev', 'queries-dev-2'].map((name) => join(projectFolder, `test/fixtures/${name}.json`));
  const lists = await Promise.all(files.map(readList));
  return lists.flat();
}

async function readList(file: string): Promise<Query[]> {
  const queries: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isQueries(queries)) throw new Error(`${file} is no list of {q, kind, expect}.`);
  return queries;
}

/** What people say, and the tools one of which has to be offered: ids of decisions, check lists, forms or registers. */
export const everyday: readonly (readonly [said: string, tools: readonly string[]])[] = [
  ['USBを家に持って帰っていい?', ['take-out']],
  ['パソコンを捨てたい', ['disposal']],
  ['怪しいメールを開いた', ['suspicious-mail', 'incident']],
  ['スマホをなくした', ['incident']],
  ['マイナンバーを間違えて受け取った', ['my-number', 'incident']],
  ['お客さんを会議室に通していい?', ['area-visit']],
  ['紛失', ['incident']],
  ['なくした', ['incident']],
  ['携帯を落とした', ['incident']],
  ['置き忘れ', ['incident']],
  ['誤送信した', ['incident']],
  ['ウイルスに感染した', ['incident']],
  ['USBを紛失した', ['incident']],
  ['ノートPCを盗まれた', ['incident']],
  ['漏えい', ['incident']],
  ['捨てる', ['disposal']],
  ['来訪', ['area-visit']],
  ['私物のスマホ', ['private-devices']],
  ['添付ファイルを開いてしまった', ['suspicious-mail', 'incident']],
  ['パソコン 廃棄', ['disposal']],
  ['お客さん', ['area-visit']],
  ['練馬区 従事者の名簿', ['nerima-worker-roster']],
  ['データを暗号化して送りたい', ['transfer']],
  ['退職した人のアカウント', ['account-password']],
  ['取引先からチェックリストが来た', ['contractor-security']],
];

function isQueries(value: unknown): value is Query[] {
  return Array.isArray(value) && value.every((query) => typeof query.q === 'string' && Array.isArray(query.expect));
}

/**
 * For each place of the site the units that a result leading there answers: those of its provision and of all that
 * stand under the same heading of the same page.
 */
export async function readAnswers(): Promise<Map<string, Set<string>>> {
  const { provisions }: { provisions: ListedProvision[] } = JSON.parse(
    await readFile(join(siteFolder, 'provisions.json'), 'utf8'),
  );
  const keyOf = ({ url, section }: ListedProvision) => `${url.split('#')[0]} ${section.at(-1)?.anchor ?? ''}`;
  const bySection = new Map<string, Set<string>>();
  for (const provision of provisions) {
    const units = bySection.get(keyOf(provision)) ?? new Set();
    for (const unit of provision.units) units.add(unit);
    bySection.set(keyOf(provision), units);
  }
  return new Map(provisions.map((provision) => [provision.url, bySection.get(keyOf(provision)) ?? new Set()]));
}

interface ListedProvision {
  url: string;
  section: { anchor: string }[];
  units: string[];
}

/** Waits for the answer on the search page. @returns addresses of the results, in order, from the site's root */
export async function readResults(page: Page): Promise<string[]> {
  await page.locator('search-page:is([data-state=count], [data-state=none])').waitFor();
  const links = page.locator('main [data-hits] > li > a');
  return links.evaluateAll((found) =>
    found.map((link) => (link instanceof HTMLAnchorElement ? decodeURI(link.pathname + link.hash) : '')),
  );
}

/** Rank of the first right result, from 1; undefined if there is none. */
export function rankOf(query: Query, results: readonly string[], answers: ReadonlyMap<string, Set<string>>) {
  const wanted = query.expect.flatMap(({ units }) => units);
  const index = results.findIndex((url) => wanted.some((unit) => answers.get(url)?.has(unit)));
  return index < 0 ? undefined : index + 1;
}

/** @param ranks of the right result, and how many results there were */
export function toScore(ranks: readonly { rank: number | undefined; results: number }[]): Score {
  const share = (count: number) => Math.round((count / Math.max(1, ranks.length)) * 1000) / 1000;
  return {
    queries: ranks.length,
    first: share(ranks.filter(({ rank }) => rank === 1).length),
    firstFive: share(ranks.filter(({ rank }) => rank !== undefined && rank <= 5).length),
    mrr: share(ranks.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / rank), 0)),
    nothing: ranks.filter(({ results }) => results === 0).length,
  };
}
