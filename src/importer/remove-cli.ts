import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Faults } from '../compiler/faults.ts';
import { compileLibrary } from '../compiler/library.ts';
import { commandFor } from '../compiler/next-commands.ts';
import { applyFiles, stageFiles } from '../compiler/stage-files.ts';
import { findResting } from './again/find-citing.ts';
import { print } from './put-down-cli.ts';
import { planListRemoval } from './remove/plan-list-removal.ts';
import { planRemoval } from './remove/plan-removal.ts';
import type { Removal } from './remove/removal.ts';

/** How a removal was asked for. */
export interface RemovalWish {
  /** What people have written may go as well. */
  isSure: boolean;
  /** Only to see what would go. */
  isDry: boolean;
}

/** Removes an imported handbook. @returns whether it was removed, or could be; @throws ImportError where there is none */
export async function removeHandbook(root: string, id: string, wish: RemovalWish): Promise<boolean> {
  const { texts, others } = await readAll(root);
  return remove(root, id, `手引「${id}」`, planRemoval(texts, others, id), wish);
}

/** Removes an imported check list. @returns whether it was removed, or could be; @throws ImportError where there is none */
export async function removeList(root: string, id: string, wish: RemovalWish): Promise<boolean> {
  const { texts } = await readAll(root);
  return remove(root, id, `リスト「${id}」`, planListRemoval(texts, id), wish);
}

async function remove(
  root: string,
  id: string,
  name: string,
  { files, removed, entries, handMade }: Removal,
  { isSure, isDry }: RemovalWish,
): Promise<boolean> {
  print(`${name}と一緒に消えるもの`, [...removed.map((path) => join(root, path)), ...entries]);
  const staged = await stageFiles(root, { files, removed });
  if (staged.faults.length > 0) {
    const before = new Faults(root);
    const resting = findResting(await compileLibrary('/', before), id);
    if (resting.length > 0) print(`${name}を引いている所`, resting);
    // Lines move when some are taken out.
    const known = new Set(before.list().map(({ file, problem }) => `${file} ${problem}`));
    const fresh = staged.faults.filter(({ file, problem }) => !known.has(`${file} ${problem}`));
    const lead =
      fresh.length > 0
        ? `${name}がなくなると行き先を失う所があります。先に引用を消すか、ほかの条に替えてから、もう一度どうぞ（残したままサイトから外すだけなら、organization.yaml の handbooks に、載せる文書の id だけを書きます）`
        : '内容に、前からの誤りがあります。npm run check で直してから、もう一度どうぞ';
    const places = (fresh.length > 0 ? fresh : staged.faults).map(({ file, line, path }) => {
      return `  ${file}:${line}${path && ` ${path}`}`;
    });
    console.error([`何も消していません。${lead}:`, ...new Set(places)].join('\n'));
    return false;
  }
  if (handMade.length > 0 && !isSure) {
    const lead = '人が書いたか直したものがあり、消すと取り込み直しても戻りません';
    console.error(
      `何も消していません。${lead}:\n  ${handMade.join('\n  ')}\n消してよければ、--yes を付けて、もう一度どうぞ。`,
    );
    return false;
  }
  if (isDry) {
    print('--dry-run なので、まだ消していません。');
    return true;
  }
  await applyFiles(root, { files, removed });
  print('消しました。次は', [
    `${commandFor(root, 'npm run check')}  内容を調べる`,
    `${commandFor(root, 'npm start')}  サイトを作り直す`,
  ]);
  return true;
}

/** All that the folder holds: words of YAML and MDX, names of the rest. */
async function readAll(root: string): Promise<{ texts: Map<string, string>; others: string[] }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:node_modules|\.git)\//.test(path));
  const isText = (path: string) => /\.(?:yaml|mdx)$/.test(path);
  const read = paths.filter(isText).map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const);
  return { texts: new Map(await Promise.all(read)), others: paths.filter((path) => !isText(path)) };
}
