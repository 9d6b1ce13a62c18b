import { ImportError } from '../model/block.ts';
import { readData, readRecord } from '../write/read-register.ts';
import { isUntouched, type Written } from '../write/written.ts';
import type { Removal, RemovalDesk } from './removal.ts';
import { removeFillIns } from './remove-fill-ins.ts';
import { removeFromRegisters } from './remove-from-registers.ts';

/**
 * Plans the removal of a handbook that was imported, and of what stands in the folder for it alone.
 * @param texts path → text of all YAML and MDX files of the folder; @param others paths of its other files
 * @throws ImportError where there is no such handbook, or no import has written it
 */
export function planRemoval(texts: ReadonlyMap<string, string>, others: readonly string[], id: string): Removal {
  const written = writtenOf(texts, id);
  const own = [...texts.keys(), ...others].filter((path) => isOwn(path, id)).sort();
  const handMade = own.flatMap((path) => {
    const text = texts.get(path);
    if (path === `imports/${id}.yaml` || (text !== undefined && isUntouched(path, text, written))) return [];
    return [`${path}（${whyHandMade(path, written)}）`];
  });
  const removal: Removal = { files: new Map(), removed: own, entries: [], handMade };
  const desk: RemovalDesk = {
    textOf: (path) => removal.files.get(path) ?? texts.get(path),
    put: (path, text) => {
      if (texts.get(path) === text) removal.files.delete(path);
      else removal.files.set(path, text);
    },
    take: (line, isHandMade) => {
      removal.entries.push(line);
      if (isHandMade) removal.handMade.push(line);
    },
  };
  const named = own.flatMap((path) => (path.endsWith('.mdx') ? namedIn(texts.get(path) ?? '') : []));
  const rest = new Map([...texts].filter(([path]) => !own.includes(path)));
  removeFillIns(new Set(named), rest, desk);
  removeFromRegisters(id, desk);
  return removal;
}

/** Ids of the blanks and choices in a page, which may be one that cannot be read any more. */
function namedIn(page: string): string[] {
  const elements = page.matchAll(/<(?:Blank|Choice|When)\b[^>]*?\b(?:id|choice)="(\w+)"/g);
  const placeholders = page.matchAll(/\{\{(?:blank|choice):(\w+)\}\}/g);
  return [...elements, ...placeholders].flatMap(([, id]) => id ?? []);
}

function whyHandMade(path: string, written: Written): string {
  if (path in written) return '取り込んだ後に直されている';
  // A record of before such notes were kept.
  return Object.keys(written).length > 0 ? '取り込みで書いたものではない' : '直されたかどうか、控えがない';
}

function isOwn(path: string, id: string): boolean {
  return (
    ['sources', 'imports', 'amendments', 'originals'].some((folder) => path === `${folder}/${id}.yaml`) ||
    path.startsWith(`handbooks/${id}/`)
  );
}

/** What the last import noted of its files. @throws ImportError */
function writtenOf(texts: ReadonlyMap<string, string>, id: string): Written {
  const isThere =
    texts.has(`sources/${id}.yaml`) || [...texts.keys()].some((path) => path.startsWith(`handbooks/${id}/`));
  const record = readRecord(texts, id);
  if (record) return record.written ?? {};
  if (!isThere) {
    const known = [...texts.keys()].flatMap((path) => /^imports\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
    const words =
      known.length > 0 ? `取り込んだものは ${known.sort().join('、')} です。` : '取り込んだものは、まだありません。';
    throw new ImportError(`手引「${id}」はありません。${words}`);
  }
  const title = readData(texts, `sources/${id}.yaml`)['title'];
  throw new ImportError(
    `手引「${id}」${typeof title === 'string' ? `（${title}）` : ''}は取り込んだものではないので、この命令では消しません。サイトから外すだけなら、organization.yaml の handbooks に、載せる文書の id だけを書いてください。`,
  );
}
