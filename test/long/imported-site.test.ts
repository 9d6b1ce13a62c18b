import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/support/launch.ts';
import { printPage, squeeze } from '../browser/support/read-pdf.ts';
import { serveSite } from '../browser/support/serve.ts';
import { importTree } from '../support/import-regulation.ts';
import { lettersIn, lettersOfTree } from '../support/imported-letters.ts';
import { makeNastyTree, makeRandom } from '../support/nasty-regulation.ts';
import { node, table, tree } from '../support/regulation.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';

const chapter = (n: number) =>
  node('chapter', `ch${n}-h`, {
    number: `第${n}章`,
    body: `章${n}`,
    children: [
      node('article', `c${n}-h`, {
        number: `第${n}条`,
        caption: '（見出し）',
        children: Array.from({ length: 40 }, (_, i) =>
          node('paragraph', `a${n}-${i}`, { number: `${i}`, body: `${n}の${i}` }),
        ),
      }),
    ],
  });
const merged = table(
  ['区分', '期限'],
  [{ lines: [{ kind: 'line', text: '紙', spot: {} }], columns: 1, rows: 2 }, '1日'],
  ['2日'],
);
const documents = {
  // Control letters have no place in HTML; the unit test has them.
  nasty: tree(
    [0, 1, 2, 3, 4].flatMap((seed) => makeNastyTree(makeRandom(seed)).children.map((one) => rename(one, seed))),
  ),
  long: tree([...[1, 2, 3].map(chapter), node('table', 't1', { table: merged })]),
};

/** Anchors apart, and without letters that a page of HTML cannot hold or shows as others. */
function rename(one: ReturnType<typeof node>, seed: number): ReturnType<typeof node> {
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '');
  const copy = JSON.parse(JSON.stringify(one), (key, value) => {
    if (key === 'anchor') return value.replace(/^n/, `n${seed}.`);
    return typeof value === 'string' ? clean(value) : value;
  });
  return copy;
}

let built: BuiltCopy;
beforeAll(async () => {
  built = await buildCopy(async (content) => {
    const registers = ['organization.yaml', 'choices.yaml', 'roles.yaml', 'records.yaml', 'topics.yaml'];
    for (const [id, regulation] of Object.entries(documents)) {
      const existing = new Map(
        await Promise.all(registers.map(async (name) => [name, await readFile(join(content, name), 'utf8')] as const)),
      );
      for (const [path, text] of importTree(regulation, existing, { id }).files) {
        await mkdir(dirname(join(content, path)), { recursive: true });
        await writeFile(join(content, path), text);
      }
    }
  });
}, 900_000);
afterAll(() => built?.remove());

/** Letters of the document on the built pages of a handbook: what the site adds to each provision is left out. */
async function builtLetters(id: string): Promise<string> {
  const folder = join(built.site, id);
  const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('index.html')).sort();
  let letters = '';
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8');
    const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
    const [, text = ''] = /sl-markdown-content">([\s\S]*?)<footer/.exec(html) ?? [];
    letters += (pages.length > 1 ? title : '') + text;
  }
  const own = letters
    .replace(
      /<dl class="k-facts[\s\S]*?<\/dl>|<details class="k-citing[\s\S]*?<\/details>|<a class="k-perma[\s\S]*?<\/a>/g,
      '',
    )
    .replace(/<[^>]*>/g, '');
  return lettersIn(decode(own));
}

function decode(html: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" };
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return names[name] ?? all;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

test('the pages of a built site have the letters of the document, chapters in order', async () => {
  expect(await builtLetters('long')).toBe(lettersOfTree(documents.long));
  expect(await builtLetters('nasty')).toBe(lettersOfTree(documents.nasty));
});

test('merged cells span, and a chapter bears its title once', async () => {
  const html = await readFile(join(built.site, 'long/03/index.html'), 'utf8');
  expect(html).toContain('<td rowspan="2">紙</td>');
  expect(html.match(/<h[1-6][^>]*>\s*第3章/g)).toHaveLength(1);
  expect(html).toContain('id="ch3-h"');
});

test('on paper the document is as long as its text: chapters go on, and what was inferred is printed on request', async () => {
  const [browser, server] = await Promise.all([launchBrowser(), serveSite(built.site)]);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/print/long/`);
    const paper = await printPage(page);
    // 120 paragraphs of a line each, three headings, cover and contents: some 40 lines a sheet.
    expect(paper.pageCount).toBeLessThanOrEqual(5);
    expect(squeeze(paper.text)).not.toContain('出典');
    await page.getByLabel('読み取った「誰が」「いつ」などと出典も印刷する').check();
    const whole = await printPage(page);
    expect(squeeze(whole.text)).toContain('出典');
    await Promise.all([paper.close(), whole.close()]);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});
