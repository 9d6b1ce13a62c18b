import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf } from './page-facts.ts';
import { siteFolder } from './site-folder.ts';

/** A page as its file says it: what a first visit fetches, and the scripts inside it. */
export interface FirstLoad {
  /** Paths, the page's own among them. */
  files: Set<string>;
  inlineScripts: string[];
}

/**
 * Reads off the built files what a browser fetches before a script asks for more: the page, its style sheets, its
 * scripts, and all that these import.
 */
export async function readFirstLoad(path: string): Promise<FirstLoad> {
  const html = await readFile(join(siteFolder, fileOf(path)), 'utf8');
  // What stands in a template is no part of the page.
  const shown = html.replace(/<template\b[\s\S]*?<\/template>/g, '');
  const files = new Set([path]);
  const inlineScripts: string[] = [];
  for (const [, attributes = ''] of shown.matchAll(/<link\b([^>]*)>/g)) {
    const rel = attributeIn(attributes, 'rel');
    if (rel === 'stylesheet') files.add(attributeIn(attributes, 'href'));
    if (rel === 'modulepreload') await addScript(attributeIn(attributes, 'href'), files);
  }
  for (const [, attributes = '', text = ''] of shown.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const source = attributeIn(attributes, 'src');
    if (source) await addScript(source, files);
    else if (attributeIn(attributes, 'type') !== 'application/json') inlineScripts.push(text);
  }
  for (const [, attributes = ''] of shown.matchAll(/<img\b([^>]*)>/g)) files.add(attributeIn(attributes, 'src'));
  return { files, inlineScripts };
}

function attributeIn(attributes: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

/** A script with the modules that it imports; those it fetches later, by `import()`, are no part of a first load. */
async function addScript(path: string, files: Set<string>): Promise<void> {
  if (files.has(path)) return;
  files.add(path);
  const code = await readFile(join(siteFolder, path), 'utf8');
  for (const [, target = ''] of code.matchAll(
    /\b(?:import|export)\s*(?:[\w$*{][^'"();]*?\bfrom\s*)?["'](\.[^"']+)["']/g,
  )) {
    await addScript(join(dirname(path), target), files);
  }
}
