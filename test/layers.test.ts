import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What each folder of src/ may import besides itself; `a/b` is that folder alone. `core/text` stands on nothing, `record` on it
 * alone, so that what people keep for ten years does not move with the live rules, which in turn know what a record holds.
 */
const allowed: Record<string, string[]> = {
  record: ['core/text'],
  core: ['record'],
  // What files are, and what is in those that hold others.
  files: ['core/text'],
  // Synonyms are held against the texts as the search folds them.
  compiler: ['core', 'record', 'search'],
  // Runs in the browser as well; only its command lines know the compiler.
  importer: ['core', 'search', 'compiler', 'files'],
  search: ['core', 'record'],
  pdf: ['core/text', 'record'],
  signing: ['core/text', 'record'],
  // Compares what pdf draws with what signing reads. Neither may know the other; the pages and a command line both ask.
  verifier: ['record', 'core/text', 'pdf', 'signing', 'files'],
  // A command line over any number of files: what the desk says of them. Of ui only what knows no page.
  batch: ['core', 'record', 'files', 'signing', 'pdf', 'verifier', 'ui/parts'],
  stores: ['core', 'record'],
  site: ['compiler', 'core', 'record', 'search', 'pdf'],
  // Pages fetch pdf, signing and verifier when asked; see the test on import() below.
  ui: [
    'stores',
    'core',
    'record',
    'compiler',
    'search',
    'site',
    'pdf',
    'signing',
    'verifier',
    'importer',
    'files',
    'styles',
  ],
  // Which pages Astro renders.
  'content.config.ts': ['compiler', 'site'],
  pages: ['ui', 'core', 'record', 'compiler', 'site', 'search', 'styles'],
};

/** Packages that core, pdf and signing may import; Node's own modules are none of them. */
const packages: Record<string, RegExp> = {
  record: /^zod\/mini$/,
  core: /^zod\/mini$/,
  pdf: /^(jspdf|fflate)$/,
  search: /^$/,
  signing: /^(@peculiar\/asn1-[a-z0-9]+|@noble\/[a-z]+(\/.*)?|zod\/mini)$/,
  verifier: /^@noble\/hashes\/sha2\.js$/,
  batch: /^(node:.*|fflate|@noble\/hashes\/sha2\.js)$/,
  stores: /^nanostores$/,
};

/** Command lines run in Node and are no part of any page. */
const commandLine = /-cli\.ts$/;

interface Import {
  file: string;
  from: string;
  target: string;
  dynamic: boolean;
  typeOnly: boolean;
}

const imports = sourceFiles('src').flatMap(importsOf);

test('imports point one way', () => {
  const wrong = imports.filter(({ file, from, target, typeOnly }) => {
    if (!target.startsWith('.') || typeOnly) return false;
    const [root, to = '', part = ''] = relative('.', join(dirname(file), target)).split('/');
    // The version in package.json is part of what a PDF says of its maker.
    if (root === 'package.json') return from !== 'pages' && from !== 'ui';
    const may = allowed[from] ?? [];
    return root !== 'src' || !(to === from || may.includes(to) || may.includes(`${to}/${part}`));
  });
  expect(wrong).toEqual([]);
});

test('core, pdf, signing and stores import only what they may', () => {
  const wrong = imports.filter(({ file, from, target }) => {
    const pattern = packages[from];
    return pattern && !target.startsWith('.') && !pattern.test(target) && !commandLine.test(file);
  });
  expect(wrong).toEqual([]);
});

/** Only when somebody asks: a page that is read or filled in weighs nothing of them. */
const heavy = /^src\/(pdf|signing|verifier|importer|files)\//;

test('what a page loads at once leads to no file of pdf, signing, verifier or importer: they come by import()', () => {
  const pages = [...new Set(imports.map(({ file }) => file))].filter((file) => file.endsWith('.astro'));
  expect(pages.length).toBeGreaterThan(50);
  const ways = new Map(pages.map((page) => [page, page]));
  for (const [file, way] of ways) {
    // site and compiler run in the build alone; no script of a page imports them, see the test below.
    if (/^src\/(site|compiler)\//.test(file)) continue;
    for (const to of valuesOf(file)) if (!ways.has(to)) ways.set(to, `${way} → ${to}`);
  }
  expect([...ways].filter(([file]) => heavy.test(file)).map(([, way]) => way)).toEqual([]);
  // The ways in are there, behind import().
  const asked = imports.filter(({ dynamic }) => dynamic).map(toFile);
  const doors = new Set(imports.filter((one) => one.from === 'ui' && !one.typeOnly && heavy.test(toFile(one))));
  expect(doors.size).toBeGreaterThan(0);
  for (const { file, dynamic } of doors) expect(dynamic || asked.includes(file), file).toBe(true);
});

test('scripts of pages import nothing that runs in the build', () => {
  const wrong = imports.filter(
    (one) =>
      one.from === 'ui' && one.file.endsWith('.ts') && !one.typeOnly && /^src\/(site|compiler)\//.test(toFile(one)),
  );
  expect(wrong).toEqual([]);
});

test('no file leads back to itself, by types neither', () => {
  // record/ and signing/ have circles of types left.
  const judged = (file: string) => !/^src\/(record|signing)\//.test(file);
  const targets = Map.groupBy(
    imports.filter(({ file }) => judged(file)),
    ({ file }) => file,
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const one of targets.get(file) ?? []) if (judged(toFile(one))) walk(toFile(one), [...way, file]);
  };
  for (const file of targets.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('the reader sees files in every folder that the rules name', () => {
  expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(5);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|astro)$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const from = file.split('/')[1] ?? '';
  const found = text.matchAll(
    /(?:^|<script>)\s*(import|export)\s+(type\s)?(?:[^'"();=]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, , typeOnly, plain, dynamic]) => ({
    file,
    from,
    target: plain ?? dynamic ?? '',
    dynamic: dynamic !== undefined,
    typeOnly: typeOnly !== undefined,
  }));
}

/** The file an import leads to, from the project root; the name of a package as it stands. */
function toFile({ file, target }: Import): string {
  return target.startsWith('.') ? relative('.', join(dirname(file), target)) : target;
}

/** Where the value imports of a file lead that are loaded with it. */
function valuesOf(file: string): string[] {
  return imports.filter((one) => one.file === file && !one.dynamic && !one.typeOnly).map(toFile);
}
