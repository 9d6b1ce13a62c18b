import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import postcss, { type Node } from 'postcss';
import { listBuilt } from './built-files.ts';

/** Leaves out the rules of Starlight that no page and no script of the built site can meet: a kilobyte on each page. */
export default function trimStyles(): AstroIntegration {
  return {
    name: 'kitei:trim-styles',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const texts = new Map<string, string>();
        for (const file of await listBuilt(dir, /\.(html|m?js)$/)) texts.set(file, await readFile(file, 'utf8'));
        const words = new Set([...texts.values()].flatMap((text) => text.match(/[\w-]+/g) ?? []));
        for (const file of await listBuilt(dir, /\.css$/)) {
          const css = await readFile(file, 'utf8');
          const trimmed = trimSheet(css, words);
          if (trimmed.length === css.length) continue;
          // Browsers keep a sheet for as long as its name: what it holds now hangs on the pages, so the name does too.
          const hash = createHash('sha256').update(trimmed).digest('base64url').slice(0, 8);
          const old = basename(file);
          const name = old.replace(/\.[\w-]+\.css$/, `.${hash}.css`);
          await writeFile(file, trimmed);
          await rename(file, join(dirname(file), name));
          for (const [path, text] of texts) {
            if (!text.includes(old)) continue;
            texts.set(path, text.replaceAll(old, name));
            await writeFile(path, texts.get(path) ?? '');
          }
          logger.info(`${name}: ${css.length - trimmed.length} of ${css.length} bytes left out`);
        }
      },
    },
  };
}

/** Parentheses two deep, of `:not()`, or of a list of which one is enough. */
const lists = /:(?:not\((?:[^()]|\([^()]*\))*\)|(?:is|where)\((?:[^(),]|\([^()]*\))*,(?:[^()]|\([^()]*\))*\))/g;

/** A sheet without those selectors in Starlight's layers that ask for a class which is none of the words. */
export function trimSheet(css: string, words: ReadonlySet<string>): string {
  const sheet = postcss.parse(css);
  const isMet = (selector: string) =>
    [...selector.replace(lists, '').matchAll(/\.([a-z][\w-]*)/gi)].every(([, name = '']) => words.has(name));
  sheet.walkRules((rule) => {
    if (!isStarlights(rule)) return;
    const met = rule.selectors.filter(isMet);
    if (met.length === 0) removeWithEmptyParents(rule);
    else if (met.length < rule.selectors.length) rule.selectors = met;
  });
  return sheet.toString();
}

function isStarlights({ parent }: Node): boolean {
  if (!parent) return false;
  return (parent instanceof postcss.AtRule && /^starlight\b/.test(parent.params)) || isStarlights(parent);
}

function removeWithEmptyParents(node: Node): void {
  const { parent } = node;
  node.remove();
  if (parent instanceof postcss.AtRule && parent.nodes?.length === 0) removeWithEmptyParents(parent);
}
