import type { Diagnostic } from '../model/block.ts';
import { type Row, textOf } from './page-rows.ts';

/** How many rows from a page's edge a head or a foot can have. */
const edge = 2;

const pageNumber =
  /^[-–—―ー(（]?\s*(?:[Pp]\.?\s*)?[0-9０-９]{1,4}\s*(?:[/／]\s*[0-9０-９]{1,4})?\s*(?:ページ|頁)?\s*[-–—―ー)）]?$/u;

/** What a running head has in common on all pages: its words without numbers, and its height. */
function key(row: Row): string {
  const words = textOf(row)
    .replace(/[0-9０-９一二三四五六七八九十]+/gu, '#')
    .replace(/\s+/gu, '');
  return `${words}@${Math.round(row.y / 6)}`;
}

/**
 * Leaves out running heads, feet and page numbers: what stands at the edge of half the pages at the same height, numbers aside. Each
 * kind of them is named once in a diagnostic.
 */
export function withoutRepeated(pages: Row[][]): { pages: Row[][]; edges: string[]; diagnostics: Diagnostic[] } {
  if (pages.length < 2) return { pages, edges: [], diagnostics: [] };
  const counts = new Map<string, number>();
  const edges = pages.map((rows) => new Set([...rows.slice(0, edge), ...rows.slice(-edge)]));
  for (const rows of edges)
    for (const name of new Set([...rows].map(key))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const numbered = edges.filter((rows) => [...rows].some((row) => pageNumber.test(textOf(row).trim()))).length;
  const enough = Math.max(2, Math.ceil(pages.length / 2));
  const left = new Map<string, { text: string; page: number; count: number }>();
  const kept = pages.map((rows, index) =>
    rows.filter((row) => {
      if (!edges[index]?.has(row)) return true;
      const number = pageNumber.test(textOf(row).trim()) && numbered >= enough;
      if (!number && (counts.get(key(row)) ?? 0) < enough) return true;
      const name = number ? '#' : key(row);
      const seen = left.get(name);
      left.set(name, { text: seen?.text ?? textOf(row), page: seen?.page ?? row.page, count: (seen?.count ?? 0) + 1 });
      return false;
    }),
  );
  const diagnostics = [...left.values()].map(({ text, page, count }) => ({
    kind: 'header',
    message: `各ページの端にくり返し出てくる「${text.slice(0, 40)}」を、柱・ページ番号として本文から除きました（${count}か所）。`,
    spot: { page },
  }));
  return { pages: kept, edges: [...left.values()].map(({ text }) => text), diagnostics };
}
