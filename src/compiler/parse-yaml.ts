import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import type { Faults } from './faults.ts';
import { parseContent } from './parse-content.ts';
import { remember } from './remember.ts';
import type { Shape } from './shapes.ts';

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
  const source = await readIfThere(file);
  if (source === undefined) {
    faults.add('the file is missing.', { file, path: 'top level' }, `Write it; ${shape.file} says what stands in it.`);
    faults.lose(file);
    return undefined;
  }
  const value = parseYaml(source, file, faults);
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
  const source = await readIfThere(file);
  if (source === undefined || isBlank(source)) return empty;
  return (await readYaml(name, shape, faults)) ?? empty;
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    return undefined;
  });
}

/** Whether a YAML file says nothing: remarks and empty lines. */
function isBlank(source: string): boolean {
  return source.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

/** Nothing changes the document: what is made of it is made anew each time. */
const parseOnce = remember(500, (source) => {
  const lines = new LineCounter();
  return { document: parseDocument(source, { uniqueKeys: true, lineCounter: lines, prettyErrors: false }), lines };
});

/** @param before lines of the file above the source; @returns undefined for what is no YAML, or writes a key twice */
export function parseYaml(source: string, file: string, faults: Faults, before = 0): unknown {
  const { document, lines } = parseOnce(source);
  const doubles = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // What is said of the text behind the first place that is no YAML follows from it.
  const [first] = document.errors.filter((error) => !doubles.includes(error));
  for (const error of first ? [...doubles, first] : doubles) {
    const line = lines.linePos(error.pos[0]).line + before;
    const hint =
      error === first
        ? "Check the indentation, and quote texts that contain {{…}} or ': ', or begin with a sign: '{{role:employee}}は…'."
        : 'Write each key once.';
    faults.add(`not valid YAML: ${error.message.split('\n')[0]}`, { file, path: '', line }, hint);
  }
  if (document.errors.length > 0) {
    faults.lose(file);
    return undefined;
  }
  faults.know(file, (path) => lineOf(document, lines, path) + before);
  return document.toJS() ?? null;
}

/** The line of a path such as `sections[0].items[2]`, or of what is there on the way to it. */
function lineOf(document: Document, lines: LineCounter, path: string): number {
  const lineAt = (node: unknown) => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : undefined);
  let node: unknown = document.contents;
  let line = lineAt(node) ?? 1;
  const parts = path.match(/[^.[\]]+/g) ?? [];
  for (let at = 0; at < parts.length; at++) {
    const key = parts[at] ?? '';
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      // A key may have dots in it, such as the unit `ipa5-03-1.1-p1`.
      const keys = parts.slice(at).map((_, more) => parts.slice(at, at + more + 1).join('.'));
      const pair = node.items.find((item) => isScalar(item.key) && keys.includes(String(item.key.value)));
      if (!pair) break;
      at += keys.indexOf(String(isScalar(pair.key) ? pair.key.value : ''));
      line = lineAt(pair.key) ?? line;
      node = pair.value;
    } else {
      node = isSeq(node) ? node.items[Number(key)] : undefined;
      line = lineAt(node) ?? line;
    }
  }
  return line;
}
