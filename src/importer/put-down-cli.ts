import { join } from 'node:path';
import { type Fault, Faults } from '../compiler/faults.ts';
import { compileLibrary } from '../compiler/library.ts';
import { commandFor } from '../compiler/next-commands.ts';
import { applyFiles, type FileChanges, stageFiles } from '../compiler/stage-files.ts';
import type { Library } from '../core/regulation/library.ts';

/** A heading, and lines below it. */
export function print(head: string, lines: readonly string[] = []): void {
  console.log([lines.length > 0 ? `${head}:` : head, ...lines.map((line) => `  ${line}`)].join('\n'));
}

/**
 * Writes changes to a content folder where it is sound with them, and says which files; nothing where it is not, and says
 * why.
 * @param id the handbook that they are about
 * @param tell what there is to say of the folder as it will be, before the files are named
 * @returns whether it is sound
 */
export async function putDown(
  root: string,
  changes: FileChanges,
  { id, isDry, tell }: { id: string; isDry: boolean; tell?: (library: Library) => void },
): Promise<boolean> {
  const staged = await stageFiles(root, changes);
  if (staged.faults.length > 0) {
    await tellFaults(root, staged.faults);
    return false;
  }
  tell?.(staged.library);
  const removed = changes.removed.map((path) => `${path}（削除）`);
  const paths = [...[...changes.files.keys()].sort(), ...removed].map((path) => join(root, path));
  if (paths.length === 0) print('前回の取り込みと同じです。何も変えていません。');
  else if (isDry) print('書き込むファイル（--dry-run なので、まだ書いていません）', paths);
  else {
    await applyFiles(root, changes);
    print('書き込みました', paths);
    const handbook = staged.library.handbooks.find((one) => one.id === id);
    const seeAt = `http://localhost:4321/${handbook?.pages[0]?.url ?? ''}`;
    print('次は', [
      `${commandFor(root, 'npm run check')}  内容を調べる`,
      `${commandFor(root, 'npm start')}  サイトを作る。${seeAt} に見る`,
      ...(handbook?.imported ? [`その後 http://localhost:4321/imports/${id}/ で、読み取った欄を確かめる`] : []),
      ...(changes.files.has(`amendments/${id}.yaml`)
        ? [`http://localhost:4321/amendments/${id}/ で、新旧対照表を確かめる`]
        : []),
      ...(changes.files.has('choices.yaml') ? ['http://localhost:4321/tailoring/ で、空欄と選択を決める'] : []),
    ]);
  }
  return true;
}

/** Either the folder had faults before, or the changes would bring some. */
async function tellFaults(root: string, faults: readonly Fault[]): Promise<void> {
  const before = new Faults(root);
  await compileLibrary('/', before);
  const lead =
    before.list().length > 0
      ? '内容に、前からの誤りがあります。npm run check で直してから、もう一度取り込んでください'
      : 'このまま取り込むと、内容に誤りができます（なくなった条を引いている所は、引用を書き直してから、もう一度取り込んでください）';
  const lines = faults.map(({ file, line, path, problem, hint }) => {
    return `  ${file}:${line}${path && ` ${path}`}: ${problem}${hint && `\n    → ${hint}`}`;
  });
  console.error([`何も書き込んでいません。${lead}:`, ...lines].join('\n'));
}
