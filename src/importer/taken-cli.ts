import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { findSameFile } from './again/find-same-file.ts';
import { ImportError } from './model/block.ts';

/** What has an id in a content folder, and where its file stands. */
const kinds = {
  handbook: ['手引', 'sources'],
  checklist: ['確認リスト', 'checklists'],
  decision: ['判断', 'decisions'],
};

/**
 * Two things under one id could not be told apart by whoever names one in a command.
 * @throws ImportError where something of another kind has the id, and nothing of this kind is there yet
 */
export function refuseTaken(root: string, kind: 'handbook' | 'checklist', id: string): void {
  const isThere = (folder = '') => existsSync(join(root, folder, `${id}.yaml`));
  if (isThere(kinds[kind][1])) return;
  const other = Object.values(kinds).find(([, folder]) => isThere(folder));
  if (other) throw new ImportError(`「${id}」は、${other[0]}の id に使われています。別の id を付けてください。`);
}

/**
 * The same file under a second id would be the same rules twice.
 * @param folder of the records; @param sheet of a list
 * @throws ImportError where it is there under another id
 */
export async function refuseSameFile(
  root: string,
  folder: 'imports' | 'imports/lists',
  { id, bytes, sheet }: { id: string; bytes: Uint8Array; sheet?: string },
): Promise<void> {
  const path = join(root, folder);
  const names = existsSync(path) ? (await readdir(path)).filter((name) => name.endsWith('.yaml')) : [];
  const records = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const)),
  );
  const same = findSameFile(records, { id, sha256: bytesToHex(sha256(bytes)), sheet });
  if (same === undefined) return;
  const what = folder === 'imports' ? '手引' : 'リスト';
  throw new ImportError(
    `同じファイルが、${what}「${same}」としてもう取り込んであります。新しい版なら --id ${same} で、別の${what}としても要るなら --yes を付けて、もう一度どうぞ。`,
  );
}
