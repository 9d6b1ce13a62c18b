import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { siteBase } from '../compiler/library.ts';
import { originalUrl } from '../core/regulation/original.ts';
import { listBuilt } from './built-files.ts';

/** Parts of pages that few want, and the files that they become. */
const parts = [
  [/<(decision-file)\b[\s\S]*<\/\1>/, 'make.txt'],
  [/<(earlier-cases)\b[\s\S]*<\/\1>/, 'earlier.txt'],
  [/<(list-parts)\b[\s\S]*<\/\1>/, 'lists.txt'],
] as const;

/** A provision's anchor, and the words of its folded 原文, which a page of their own has as well. */
const originalWords =
  /(<div class="k-prov" id="([^"]*)"(?:(?!<div class="k-prov")[\s\S])*?<original-words>[\s\S]*?<\/summary>)[\s\S]*?(<\/details>)/g;

/** Bytes of a handbook page after Brotli that leave room for styles and scripts in the budget of 40 KB. */
const mostWeight = 22_000;

/**
 * Takes from pages what few want and what would make them too heavy. While authors write, under `astro dev`, all of it
 * stands in the page.
 */
export default function setAside(): AstroIntegration {
  return {
    name: 'kitei:set-aside',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const path of await listBuilt(dir, /^(decisions|tailoring)[/\\].*\.html$/)) await setPartsAside(path);
        for (const path of await listBuilt(dir, /^(?!originals|print).*index\.html$/)) {
          const html = await readFile(path, 'utf8');
          const page = relative(fileURLToPath(dir), dirname(path)).split(sep).join('/');
          const lighter = withoutOriginals(html, `${siteBase()}${originalUrl(page)}/`);
          if (lighter !== html) await writeFile(path, lighter);
        }
      },
    },
  };
}

/**
 * Puts beside a decision's page what makes a file of the result, as `make.txt`, a quarter of its weight, and what lists
 * earlier cases, as `earlier.txt`; beside the page that makes the site a company's own what lists are written with, as
 * `lists.txt`. They are texts, so that nobody opens one as a page without a policy.
 */
async function setPartsAside(path: string): Promise<void> {
  let html = await readFile(path, 'utf8');
  for (const [pattern, name] of parts) {
    const [part] = pattern.exec(html) ?? [];
    if (part === undefined) continue;
    html = html.replace(part, () => '');
    await writeFile(join(dirname(path), name), part);
  }
  await writeFile(path, html);
}

/**
 * A page that official words make too heavy, with links in their place; others as they are.
 * @param address of the page that has the words alone
 */
export function withoutOriginals(html: string, address: string, most = mostWeight): string {
  if (!html.includes('<original-words>') || brotliCompressSync(html).length <= most) return html;
  return html.replace(originalWords, `$1<a href="${address}#$2">原文の頁で読む</a>$3`);
}
