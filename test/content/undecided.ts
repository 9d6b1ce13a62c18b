import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { writeOrganization } from '../../src/core/tailoring/write-organization.ts';
import { freeze, shareLibrary } from '../support/share-library.ts';

const frozen = 'test/fixtures/content';
const organizationFile = 'organization.yaml';

/** Reads the content folder with other values in organization.yaml. @param values by path, such as `choices.byod` */
export async function readWith(values: ReadonlyMap<string, string>): Promise<{ library: Library; root: string }> {
  const root = await mkdtemp(join(tmpdir(), 'kitei-content-'));
  await cp(contentRoot(), root, { recursive: true });
  const file = join(root, organizationFile);
  if (values.size > 0) await writeFile(file, writeOrganization(await readFile(file, 'utf8'), values));
  return { library: await readLibrary(root, '/'), root };
}

/**
 * content/ before a company has named, renamed and chosen anything: what the handbooks restate does not hang on that,
 * and what a choice takes off the pages is there.
 */
export function readUndecided(): Promise<Library> {
  undecided ??= read();
  return undecided;
}

let undecided: Promise<Library> | undefined;

async function read(): Promise<Library> {
  const known = await pathsIn(contentRoot());
  const shipped = [...(await pathsIn(frozen))].filter(([path]) => known.has(path));
  const { library, root } = await readWith(new Map(shipped));
  await rm(root, { recursive: true });
  return freeze(library);
}

/** Every value of a folder's organization.yaml by its path. */
async function pathsIn(folder: string): Promise<Map<string, string>> {
  const file = join(folder, organizationFile);
  const groups: Record<string, unknown> = existsSync(file) ? (parse(await readFile(file, 'utf8')) ?? {}) : {};
  return new Map(
    Object.entries(groups).flatMap(([group, values]): [string, string][] =>
      typeof values === 'object' && values !== null
        ? Object.entries(values).map(([id, value]) => [`${group}.${id}`, String(value)])
        : [[group, String(values)]],
    ),
  );
}

/**
 * The handbooks that are still the ones this site came with, by id. A company that rewrites one gives its source another
 * version (or takes the handbook away), and what is known of the sources says nothing about it.
 */
export async function findShipped({ handbooks }: Library): Promise<Set<string>> {
  const before = await shareLibrary(frozen);
  const versions = new Map(before.handbooks.map(({ id, source }) => [id, source.version]));
  return new Set(handbooks.flatMap(({ id, source }) => (versions.get(id) === source.version ? id : [])));
}
