import { parseDocument } from 'yaml';
import { listPaths } from '../list/import-list.ts';
import { ImportError } from '../model/block.ts';
import { asRecord } from '../write/read-register.ts';
import { isUntouched } from '../write/written.ts';
import type { Removal } from './removal.ts';

/**
 * Plans the removal of a check list that was imported.
 * @param texts path → text of the YAML files of the folder
 * @throws ImportError where there is no such list, or no import has written it
 */
export function planListRemoval(texts: ReadonlyMap<string, string>, id: string): Removal {
  const paths = listPaths(id);
  const record = texts.get(paths.record);
  const list = texts.get(paths.list);
  if (record === undefined) {
    const known = [...texts.keys()].flatMap((path) => /^imports\/lists\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
    const words =
      known.length > 0 ? `取り込んだものは ${known.sort().join('、')} です。` : '取り込んだものは、まだありません。';
    throw new ImportError(
      list === undefined
        ? `リスト「${id}」はありません。${words}`
        : `リスト「${id}」は取り込んだものではないので、この命令では消しません。${words}`,
    );
  }
  const written = asRecord(asRecord(parseDocument(record).toJS())['written']);
  const notes = Object.fromEntries(Object.entries(written).map(([path, one]) => [path, String(one)]));
  const isChanged = list !== undefined && !isUntouched(paths.list, list, notes);
  return {
    files: new Map(),
    removed: [paths.list, paths.record].filter((path) => texts.has(path)),
    entries: [],
    handMade: isChanged ? [`${paths.list}（取り込んだ後に直されている）`] : [],
  };
}
