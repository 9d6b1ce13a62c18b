import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of src/ may import besides itself. `core` stands on nothing. */
const allowed: Record<string, string[]> = {
  core: [],
  search: ['core'],
  importer: ['core'],
  pdf: ['core'],
  signing: ['core'],
  // Compares what pdf draws with what signing reads. Neither may know the other, and elements and a command line both ask.
  verifier: ['core', 'pdf', 'signing'],
  stores: ['core'],
  // Elements fetch pdf, signing and verifier when asked; see the test on import() below.
  // The looks of what is fetched when asked are fetched with it.
  elements: ['stores', 'core', 'search', 'pdf', 'signing', 'verifier', 'styles'],
  integrations: ['core', 'search', 'pdf'],
  components: ['elements', 'core', 'integrations', 'styles'],
  pages: ['components', 'core', 'integrations', 'elements', 'styles'],
};

/** Packages that core, pdf and signing may import; Node's own modules are none of them. */
const packages: Record<string, RegExp> = {
  core: /^zod\/mini$/,
  pdf: /^(jspdf|fflate)$/,
  search: /^$/,
  signing: /^(@peculiar\/asn1-[a-z0-9]+|@noble\/[a-z]+(\/.*)?|zod\/mini)$/,
  verifier: /^@noble\/hashes\/sha2\.js$/,
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
    const [root, to = ''] = relative('.', join(dirname(file), target)).split('/');
    // The version in package.json is part of what a PDF says of its maker.
    if (root === 'package.json') return from !== 'pages' && from !== 'components';
    return root !== 'src' || (to !== from && !(allowed[from] ?? []).includes(to) && !to.includes('.'));
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

test('elements load pdf, signing and verifier by import(), through one module', () => {
  const eager = imports.filter(
    ({ from, target, dynamic, typeOnly, file }) =>
      from === 'elements' &&
      /\/(pdf|signing|verifier)\//.test(target) &&
      !dynamic &&
      !typeOnly &&
      !file.includes('/support/'),
  );
  expect(eager).toEqual([]);
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
    /^\s*(import|export)\s+(type\s)?(?:[^'"();=]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, , typeOnly, plain, dynamic]) => ({
    file,
    from,
    target: plain ?? dynamic ?? '',
    dynamic: dynamic !== undefined,
    typeOnly: typeOnly !== undefined,
  }));
}
