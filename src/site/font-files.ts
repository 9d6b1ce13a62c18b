import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { findCode, openResults } from '../compiler/kept-results.ts';
import { cutFont } from '../pdf/font/cut-font.ts';
import { parseTrueType } from '../pdf/font/true-type.ts';

const fontFolder = 'node_modules/@expo-google-fonts/noto-sans-jp';
const fontFile = `${fontFolder}/400Regular/NotoSansJP_400Regular.ttf`;
const licenceFile = `${fontFolder}/LICENSE_FONT`;

/**
 * Files whose text comes with the first download: the check lists that isFirst() names, the name of the site, and the code that words and sets a summary. A PDF of one
 * decision prints little of what all of them say; its characters come in shards, which are ordered by the site's words.
 */
const printedContent = ['checklists/*.yaml', 'organization.yaml', 'sources/*.yaml'];
const printedCode = [
  'src/record/*/checklist/*.ts',
  'src/record/*/header/*.ts',
  'src/record/*/layout/*.ts',
  'src/record/*/summary/*.ts',
  // The notice that stands on every result.
  'src/core/regulation/notice.ts',
  'src/pdf/*.ts',
  'src/pdf/document/*.ts',
  'src/pdf/v1/*.ts',
];

/** All the site says, from which people take the words of their notes. */
const siteContent = ['**/*.{yaml,mdx}'];

/** Keys of a tool's definition that stay on the screen. */
const unprinted = new Set(
  ['guidance', 'evidence', 'citations', 'basis', 'id'].concat(['group', 'each', 'states', 'notApplicable']),
);

/** A cut weighs 5 MB. */
const cuts = openResults('font', ['src/pdf/font/*.ts', 'src/site/font-files.ts'], 4);

/**
 * Cuts the site's font, or takes an earlier cut of the same font for the same words.
 * @param root path of the project.
 * @param content path of the content folder, from there or its own.
 * @returns file name → bytes, for the folder `pdf-font/`; the font's licence among them.
 */
export function readFontFiles(root: string, content = 'content'): Map<string, Uint8Array> {
  const font = readFileSync(join(root, fontFile));
  const read = (folder: string, path: string): [string, string] => [
    path,
    readFileSync(resolve(root, folder, path), 'utf8'),
  ];
  const inContent = (patterns: readonly string[]) =>
    globSync(patterns, { cwd: resolve(root, content) })
      .toSorted()
      .map((path) => read(content, path));
  const texts = [
    ...inContent(printedContent).filter(([path, text]) => isFirst(path, text)),
    ...findCode(root, printedCode).map((path) => read('', path)),
  ];
  const tools = texts.filter(([path]) => !path.startsWith('sources/')).map(([, text]) => text);
  const cited = new Set(tools.join('\n').match(/\b[a-z]+:[0-9a-z][\w.-]*/g));
  const coreText = texts.map(([path, text]) => printedText(path, text, cited)).join('');
  const siteText = inContent(siteContent)
    .map(([, text]) => text)
    .join('');
  const inputs = [font, coreText, siteText];
  const kept = cuts.find(inputs);
  const files = kept ? unpack(kept) : cutFont(parseTrueType(font), { coreText, siteText }, hashOf);
  if (!kept) cuts.keep(inputs, pack(files));
  // The licence (SIL OFL 1.1, 2) wants to stand beside every copy of the font, cut or whole.
  files.set('OFL.txt', readFileSync(join(root, licenceFile)));
  return files;
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

/** One entry for all files: a line of names and lengths, and their bytes. */
function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const head = JSON.stringify([...files].map(([name, { length }]) => [name, length]));
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.values()]);
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let at = bytes.indexOf(10) + 1;
  const heads: [string, number][] = JSON.parse(Buffer.from(bytes.subarray(0, at)).toString());
  return new Map(
    heads.map(([name, length]) => {
      at += length;
      return [name, bytes.subarray(at - length, at)];
    }),
  );
}

/**
 * Whether a file's characters come with the first download. Of the check lists those that go to a client do, and those whose
 * file says nothing of it; of what the others print, shards come as they are needed.
 */
function isFirst(path: string, text: string): boolean {
  return !path.startsWith('checklists/') || [undefined, 'answer'].includes(parse(text).group);
}

/** What of a file can come to stand in a PDF: not comments, not what only the screen shows, of sources what is cited. */
function printedText(path: string, text: string, cited: ReadonlySet<string>): string {
  if (path === 'organization.yaml') return namesIn(parse(text));
  if (!path.endsWith('.yaml')) return text.replace(/^\s*(\*|\/\*|\/\/).*$/gm, '');
  if (!path.startsWith('sources/')) {
    return JSON.stringify(parse(text), (key, value) => (unprinted.has(key) ? undefined : value));
  }
  const { title, short, unitPrefix, units } = parse(text);
  const citation = (id: string) => `${basename(path, '.yaml')}:${id.slice(unitPrefix.length)}`;
  const labels = units.flatMap((unit: { id: string; label: string }) =>
    cited.has(citation(unit.id)) ? unit.label : [],
  );
  return [title, short, ...labels].join();
}

/** Of the company's settings, its name and that of its site stand in the head of a PDF, and the addressee in its fields. */
function namesIn(organization: unknown): string {
  const read = z.safeParse(NamesSchema, organization);
  return read.success ? [read.data.name, read.data.site?.title, read.data.site?.addressee].join('') : '';
}

const NamesSchema = z.object({
  name: z.optional(z.string()),
  site: z.optional(z.object({ title: z.optional(z.string()), addressee: z.optional(z.string()) })),
});
