import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { listBuilt } from './built-files.ts';

/**
 * Writes the Content-Security-Policy into every page, first in `<head>`, with the hashes of that page's inline
 * scripts and styles. A `<meta>` cannot say frame-ancestors: README tells server owners the header.
 */
export default function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'kitei:content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await listBuilt(dir, /\.html$/);
        for (const page of pages) await writeFile(page, withPolicy(await readFile(page, 'utf8')));
        logger.info(`${pages.length} pages`);
      },
    },
  };
}

/** A page's HTML with its policy put in. @throws Error if the page has no `<head>`. */
export function withPolicy(html: string): string {
  const head = /<head(\s[^>]*)?>/.exec(html);
  if (!head) throw new Error('A page has no <head> to hold its Content-Security-Policy.');
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">${html.slice(at)}`;
}

function policyFor(html: string): string {
  const scripts = inlineHashes(
    html,
    'script',
    (attributes) => !/\ssrc\s*=/.test(attributes) && !/type="application\/json"/.test(attributes),
  );
  const styles = inlineHashes(html, 'style', () => true);
  return [
    "default-src 'none'",
    // Pagefind's index is read by WebAssembly.
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...scripts].join(' ')}`,
    "script-src-attr 'none'",
    `style-src-elem ${["'self'", ...styles].join(' ')}`,
    // Starlight's table of contents sets --depth in style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

function inlineHashes(html: string, tag: 'script' | 'style', counts: (attributes: string) => boolean): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(
    new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'),
  )) {
    if (counts(attributes)) hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...hashes];
}
