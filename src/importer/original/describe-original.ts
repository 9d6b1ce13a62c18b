import { stringify } from 'yaml';
import type { OriginalResult } from './import-original.ts';

/** How many of either kind are listed one by one. */
const mostListed = 40;
/** Letters of a place as the list shows it. */
const mostLetters = 40;

/** With fewer of its units in it, the file is most likely another document, and nothing should be written. */
export function looksForeign({ counts }: Pick<OriginalResult, 'counts'>): boolean {
  return counts.paired < counts.units / 2;
}

/** The files of an original by path in the content folder. @param id of the handbook */
export function originalFiles(id: string, { originals }: OriginalResult): Map<string, string> {
  const head = `# 手引「${id}」の原文。npm run import -- ファイル --original ${id} が書いたもので、もう一度取り込むと置き換わる。\n`;
  return new Map([[`originals/${id}.yaml`, head + stringify(originals, { lineWidth: 0 })]]);
}

/** What was found and what was not, in lines for whoever put the copy in. */
export function describeOriginal(result: OriginalResult): string[] {
  const { originals, unpaired, leftOver, counts } = result;
  const share = counts.units === 0 ? 0 : Math.floor((1000 * counts.paired) / counts.units) / 10;
  const lines = [
    `${originals.copy}: 手引の ${counts.units} の条項のうち ${counts.paired}（${share}%）に原文を添えます。`,
  ];
  if (looksForeign(result))
    lines.push('半分より少ないので、別の文書か、大きく違う版のようです。ファイルを確かめてください。');
  if (unpaired.length > 0) {
    lines.push(`原文の見つからない条項 ${unpaired.length}:`);
    lines.push(...listed(unpaired.map(({ id, label }) => `${label}（${id}）`)));
  }
  if (leftOver.length > 0) {
    lines.push(`どの条項にも当たらなかった文 ${leftOver.length}:`);
    lines.push(...listed(leftOver.map(({ label, text }) => [label, shorten(text)].filter(Boolean).join(': '))));
  }
  return lines;
}

function listed(items: readonly string[]): string[] {
  const shown = items.slice(0, mostListed).map((item) => `  ${item}`);
  return items.length > mostListed ? [...shown, `  ほか ${items.length - mostListed}`] : shown;
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('')}…` : text;
}
