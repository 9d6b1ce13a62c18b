import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Who turns bytes into text without decodeText(), and why that is right. All else that a person brings goes through it. */
const others: Record<string, string> = {
  'src/core/text/encodings.ts': 'it is what decodeText() is made of',
  'src/record/read-kitei-file.ts': 'kitei.json in a PDF is UTF-8, or it is refused',
  'src/importer/zip/read-xml.ts': 'parts of office files are UTF-8 or UTF-16 (ECMA-376)',
  'src/importer/zip/other-file.ts': 'the first letters, to see what a file is',
  'src/compiler/brand/read-brand.ts': 'SVG of the site is UTF-8, or it is refused',
  'src/compiler/parse-yaml.ts': 'whether there are remarks alone; what is read is held to UTF-8 by toSource()',
  'src/compiler/prove-once.ts': 'digits that the compiler wrote itself',
  'src/search/pagefind.ts': 'what the engine answers is ASCII of its own',
  'src/site/search/cbor.ts': 'an index that the build wrote itself',
  'src/core/desk/invitation.ts': 'a fragment that the site wrote in UTF-8, or it is refused',
  'src/files/mail/encoded-word.ts': 'headers of a mail name their encoding',
  'src/pdf/font/load-pdf-font.ts': 'a manifest that the build wrote itself',
  'src/pdf/font/order-by-use.ts': 'rows of JIS X 0208, not a file',
};

const decodes = /new TextDecoder\b|\.text\(\)|readAsText|\bFileReader\b/;

test('text files come in by one way', () => {
  const found = globSync('src/**/*.{ts,astro}').filter((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // What the site answers is its own, in UTF-8.
      .some((line) => decodes.test(line) && !/\bresponse\.text\(\)/.test(line)),
  );
  expect(found.filter((file) => !(file in others))).toEqual([]);
  expect(Object.keys(others).filter((file) => !found.includes(file))).toEqual([]);
});

test('a file that somebody chose is read by readTextFile(), a table or a document by the importer', () => {
  const callers = globSync('src/**/*.ts').filter((file) =>
    /import\(?[^;]*(?:parts\/read-text-file|text\/decode-text|text\/encodings)\.ts'/.test(readFileSync(file, 'utf8')),
  );
  expect(callers.toSorted()).toMatchInlineSnapshot(`
    [
      "src/compiler/to-source.ts",
      "src/files/identify-text.ts",
      "src/files/to-name.ts",
      "src/files/zip/entry-name.ts",
      "src/importer/list/read-csv.ts",
      "src/importer/text/decode.ts",
      "src/ui/desk/backup.ts",
      "src/ui/document/begin-document.ts",
      "src/ui/form/form-people.ts",
      "src/ui/form/read-form-file.ts",
      "src/ui/parts/read-text-file.ts",
      "src/ui/people/people-import.ts",
      "src/ui/receive/read-answers-file.ts",
      "src/ui/register/bound/file-handle.ts",
      "src/ui/register/files/take-backup.ts",
      "src/ui/register/files/take-files.ts",
      "src/ui/tailoring/list-files.ts",
      "src/ui/tailoring/tailoring-keeping.ts",
      "src/ui/verify/import-book.ts",
    ]
  `);
});
