import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { cutFont } from '../pdf/font/cut-font.ts';
import { parseTrueType } from '../pdf/font/true-type.ts';

const fontFolder = 'node_modules/@expo-google-fonts/noto-sans-jp';
const fontFile = `${fontFolder}/400Regular/NotoSansJP_400Regular.ttf`;
const licenceFile = `${fontFolder}/LICENSE_FONT`;

/**
 * Files whose text comes with the first download: the check lists, and the code that words and sets a summary. A PDF of one
 * decision prints little of what all of them say; its characters come in shards, which are ordered by the site's words.
 */
const printedFiles = [
  'content/checklists/*.yaml',
  'content/sources/*.yaml',
  'src/core/{checklist,summary}/*.ts',
  // The notice that stands on every result.
  'src/core/regulation/library.ts',
  'src/pdf/*.ts',
  'src/pdf/{document,layout}/**/*.ts',
];

/** All the site says, from which people take the words of their notes. */
const siteFiles = ['content/**/*.{yaml,mdx}'];

/** Keys of a tool's definition that stay on the screen. */
const unprinted = new Set(['guidance', 'evidence', 'citations', 'basis', 'id']);

/**
 * Cuts the site's font.
 * @param root path of the project.
 * @returns file name → bytes, for the folder `pdf-font/`; the font's licence among them.
 */
export function readFontFiles(root: string): Map<string, Uint8Array> {
  const font = parseTrueType(readFileSync(join(root, fontFile)));
  const texts = findFiles(root, printedFiles).map((path): [string, string] => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);
  const tools = texts.filter(([path]) => !path.startsWith('content/sources/')).map(([, text]) => text);
  const cited = new Set(tools.join('\n').match(/\b[a-z]+:[0-9a-z][\w.-]*/g));
  const coreText = texts.map(([path, text]) => printedText(path, text, cited)).join('');
  const siteText = findFiles(root, siteFiles)
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('');
  const files = cutFont(font, { coreText, siteText }, (parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest('hex').slice(0, 12);
  });
  // The licence (SIL OFL 1.1, 2) wants to stand beside every copy of the font, cut or whole.
  files.set('OFL.txt', readFileSync(join(root, licenceFile)));
  return files;
}

/** Paths from the root of all files that decide how the cut comes out. */
export function findFontSources(root: string): string[] {
  const code = ['src/pdf/font/*.ts', 'src/site/font-files.ts'];
  return [fontFile, ...findFiles(root, [...code, ...printedFiles, ...siteFiles])];
}

/** Sorted, since file systems list in any order. */
function findFiles(root: string, patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: root }).toSorted();
}

/** What of a file can come to stand in a PDF: not comments, not what only the screen shows, of sources what is cited. */
function printedText(path: string, text: string, cited: ReadonlySet<string>): string {
  if (!path.endsWith('.yaml')) return text.replace(/^\s*(\*|\/\*|\/\/).*$/gm, '');
  if (!path.startsWith('content/sources/')) {
    return JSON.stringify(parse(text), (key, value) => (unprinted.has(key) ? undefined : value));
  }
  const { title, short, unitPrefix, units } = parse(text);
  const citation = (id: string) => `${basename(path, '.yaml')}:${id.slice(unitPrefix.length)}`;
  const labels = units.flatMap((unit: { id: string; label: string }) =>
    cited.has(citation(unit.id)) ? unit.label : [],
  );
  return [title, short, ...labels].join();
}
