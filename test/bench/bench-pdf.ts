import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import { toClusters } from '../../src/pdf/font/clusters.ts';
import { everydayNotes, evidenceNames } from '../fixtures/pdf/filled-list.ts';
import { answerAll, loadContractorList, sendList } from '../fixtures/pdf/real-list.ts';
import { readAsset } from '../support/node-font.ts';
import { extractPages } from '../support/read-pdf.ts';
import { type Render, toLines, type Work } from './contenders/contender.ts';
import { measureCode } from './measure-code.ts';

/*
 * npm run bench:pdf: the same document by src/pdf and by the libraries one would otherwise take, in one run.
 * Nobody signs here, since only one of them can; src/pdf alone tags, embeds XMP and ICC and keeps 禁則.
 */
const runs = 7;
const contenders = ['kitei', 'pdf-lib', 'pdfmake', 'jspdf'];
const wholeFont = 'node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';

/** Names as they occur, beyond what most fonts and libraries expect. */
const rare = ['𠮷', '髙', '﨑', '𩸽', '辻\u{e0100}', '①', '㈱', '㋿', 'ﾊ', 'ﾟ', '〜', '～', '𠮟', '鷗'];

/** The filled list of design.md, signed by people with rare names. */
async function makeWork(): Promise<{ work: Work; countFontBytes(): number }> {
  const list = await loadContractorList();
  const answers = answerAll(list, (_, index) => ({
    status: 'done',
    evidence: evidenceNames[index % evidenceNames.length] ?? '',
    note: everydayNotes[index] ?? '',
    dueOn: '',
  }));
  answers.header = { ...answers.header, company: rare.slice(0, 5).join(''), checker: rare.slice(5).join('') };
  const loaded = new Map<string, Uint8Array>();
  const load = (path: string, bytes: Uint8Array): Uint8Array => {
    loaded.set(path, bytes);
    return bytes;
  };
  return {
    work: {
      ...sendList(list, answers),
      loadWholeFont: () => load(wholeFont, new Uint8Array(readFileSync(wholeFont))),
      loadPiece: async (name) => load(name, readAsset(name)),
    },
    countFontBytes: () => [...loaded.values()].reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0),
  };
}

/** How many of the characters of a document come out of its PDF, and how many of the rare ones. */
async function countRight(pdf: Uint8Array, { summary }: Work): Promise<{ all: string; rare: string }> {
  const extracted = countClusters((await extractPages(pdf)).join(''));
  const wanted = countClusters(
    toLines(summary)
      .flatMap(({ cells }) => cells)
      .join(''),
  );
  let right = 0;
  let total = 0;
  for (const [cluster, count] of wanted) {
    total += count;
    right += Math.min(count, extracted.get(cluster) ?? 0);
  }
  const rareRight = rare.filter((cluster) => (extracted.get(cluster) ?? 0) >= (wanted.get(cluster) ?? 1)).length;
  return { all: `${right} / ${total}`, rare: `${rareRight} / ${rare.length}` };
}

function countClusters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cluster of toClusters(text.replace(/\s/g, ''))) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return counts;
}

async function bench(name: string): Promise<Record<string, number | string>> {
  const path = join(import.meta.dirname, 'contenders', `${name}.ts`);
  const { render }: { render: Render } = await import(path);
  const { work, countFontBytes } = await makeWork();
  // The first run warms up; from the second on the files come from the system's cache.
  let pdf = await render(work);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    pdf = await render(work);
    times.push(performance.now() - begin);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  const code = await measureCode(path, name === 'kitei');
  const font = countFontBytes();
  const right = await countRight(pdf, work);
  return {
    ms: Math.round(median),
    'PDF bytes': pdf.length,
    'code bytes': code,
    'font bytes': font,
    'download bytes': code + font,
    'characters right': right.all,
    'rare right': right.rare,
  };
}

const table: Record<string, Record<string, number | string>> = {};
for (const name of contenders) {
  try {
    table[name] = await bench(name);
  } catch (error) {
    // A library that gives up on the document has lost, and the others are still compared.
    table[name] = { 'characters right': `failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
console.log(`Median of ${runs} runs; download in brotli, code as Vite bundles it.`);
console.table(table);
