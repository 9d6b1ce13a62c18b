import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorCode, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod/mini';
import { explainYaml } from './explain-yaml.ts';
import type { Faults } from './faults.ts';
import { parseContent, wholeFile } from './parse-content.ts';
import { remember } from './remember.ts';
import type { Shape } from './shapes.ts';
import { toSource } from './to-source.ts';
import { lineOf, quoteAt } from './yaml-place.ts';

/**
 * Reads a YAML file of the content folder and checks it.
 * @returns undefined where too little of it is left to go on with
 */
export async function readYaml<S extends z.ZodMiniType>(
  name: string,
  shape: Shape<S>,
  faults: Faults,
): Promise<z.infer<S> | undefined> {
  const file = join(faults.root, name);
  const bytes = await readIfThere(file);
  if (bytes === undefined) {
    faults.add(
      'ファイルがありません。',
      { file, path: wholeFile },
      `このファイルを書いてください。何を書くかは ${shape.file} の注にあります。`,
    );
    faults.lose(file);
    return undefined;
  }
  const source = toSource(bytes, file, faults);
  const value = source === undefined ? undefined : parseYaml(source, file, faults);
  return value === undefined ? undefined : parseContent(shape, value, { file, path: '' }, faults);
}

/**
 * As `readYaml`, for a register: one that is missing, or has remarks alone, is one without entries.
 * @param empty what it holds then, and where too little of it is left to go on with
 */
export async function readRegister<S extends z.ZodMiniType>(
  name: string,
  shape: Shape<S>,
  faults: Faults,
  empty: z.infer<S>,
): Promise<z.infer<S>> {
  const file = join(faults.root, name);
  const bytes = await readIfThere(file);
  if (bytes === undefined || isBlank(bytes)) return empty;
  return (await readYaml(name, shape, faults)) ?? empty;
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    return undefined;
  });
}

/** Whether a YAML file says nothing: remarks and empty lines. */
function isBlank(bytes: Uint8Array): boolean {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .every((line) => /^\s*(?:#|$)/.test(line));
}

/** Nothing changes the document: what is made of it is made anew each time. */
const parseOnce = remember(500, (source) => {
  const lines = new LineCounter();
  return { document: parseDocument(source, { uniqueKeys: true, lineCounter: lines, prettyErrors: false }), lines };
});

/** @param before lines of the file above the source; @returns undefined for what is no YAML, or writes a key twice */
export function parseYaml(source: string, file: string, faults: Faults, before = 0): unknown {
  const { document, lines } = parseOnce(source);
  let strays = 0;
  const rows = source.split('\n');
  const tell = (code: ErrorCode, at: number) => {
    const { line } = lines.linePos(at);
    const { problem, hint } = explainYaml(code, rows[line - 1] ?? '');
    faults.add(problem, { file, path: '', line: line + before }, hint);
  };
  const doubles = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // What is said of the text behind the first place that is no YAML follows from it.
  const [first] = document.errors.filter((error) => !doubles.includes(error));
  for (const { code, pos } of first ? [...doubles, first] : doubles) tell(code, pos[0]);
  // `*重要` names a part of the document that is to stand there; no such part is known to the reader until it is asked.
  visit(document, {
    Alias(_, alias) {
      if (document.errors.length === 0 && !alias.resolve(document)) {
        tell('BAD_ALIAS', alias.range?.[0] ?? 0);
        strays += 1;
      }
    },
  });
  if (document.errors.length > 0 || strays > 0) {
    faults.lose(file);
    return undefined;
  }
  faults.know(
    file,
    (path) => lineOf(document, lines, path) + before,
    (path) => quoteAt(document, source, path),
  );
  return document.toJS() ?? null;
}
