import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeOption } from '../compiler/describe-option.ts';
import { ContentError } from '../compiler/faults.ts';
import { contentRoot, readLibrary } from '../compiler/library.ts';
import { commandFor } from '../compiler/next-commands.ts';
import { describeImport } from './list/describe-import.ts';
import { type ImportedList, importList, listPaths } from './list/import-list.ts';
import { ImportError } from './model/block.ts';
import { describeOtherCommand } from './other-command.ts';
import { removeList } from './remove-cli.ts';
import { refuseSameFile, refuseTaken } from './taken-cli.ts';

/**
 * `npm run import-list -- FILE.xlsx [--id ID] [--title TITLE] [--content DIR] [--sheet NAME]`: makes a check list of an Excel
 * or CSV file, or the next edition of one that was made so; `--remove ID` removes one. `--yes` goes on where it would ask, `--dry-run` writes
 * nothing. Exit 0 when it was written, 1 otherwise: then nothing was.
 */
const usage = `書き方: npm run import-list -- ファイル.xlsx [--id ID] [--title 題名]
   --sheet シート名   読むシート（書かなければ、問いが最も多いシート）
   --content DIR     内容のフォルダー（KITEI_CONTENT でも指定できる）
   --dry-run         調べるだけで、書かない
   --yes             確かめずに進む
取り込んだリストを消す: npm run import-list -- --remove ID`;

try {
  const { values, positionals } = readArguments();
  const { content: root, remove, yes: isSure } = values;
  if (remove === undefined) await importGiven(values, positionals);
  else if (positionals.length > 0) throw new ImportError('--remove には、ファイルを付けません。');
  else if (!(await removeList(root, remove, { isSure, isDry: values['dry-run'] }))) process.exitCode = 1;
} catch (fault) {
  if (!(fault instanceof ImportError || fault instanceof ContentError)) throw fault;
  console.error(`${fault.message}\n何も書いていません。`);
  process.exitCode = 1;
}

type Values = ReturnType<typeof readArguments>['values'];

async function importGiven(values: Values, positionals: readonly string[]): Promise<void> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new ImportError(`ファイルを一つ指定してください。\n${usage}`);
  const root = values.content;
  const other = describeOtherCommand(file, 'import-list');
  if (other !== undefined) throw new ImportError(other);
  const id = values.id ?? basename(file).replace(/\.\w+$/, '');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new ImportError(
      `リストの ID を、英小文字・数字・ハイフンで付けてください（例: --id supplier-check）。ページのアドレスになり、あとから変えられません。`,
    );
  }
  refuseTaken(root, 'checklist', id);
  if (!existsSync(root)) {
    throw new ImportError(
      `内容のフォルダー ${root} がありません。npm run init -- ${root} で作ってから、もう一度どうぞ。`,
    );
  }
  const bytes = await readGiven(file);
  const imported = importList({
    name: basename(file),
    bytes,
    id,
    title: values.title,
    sheet: values.sheet,
    before: await readBefore(root, id),
  });
  if (!values.yes) await refuseSameFile(root, 'imports/lists', { id, bytes, sheet: imported.sheet });
  await holdSound(root, imported);
  if (values['dry-run']) {
    console.log([...describeImport(imported), '--dry-run なので、まだ書いていません。'].join('\n'));
    return;
  }
  for (const [path, text] of imported.files) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const [list] = imported.files.keys();
  console.log(describeImport(imported).join('\n'));
  console.log(`書きました: ${join(root, list ?? '')}
次は:
  ${commandFor(root, 'npm run check')}  内容を調べる
  ${commandFor(root, 'npm start')}  サイトを作る。http://localhost:4321/checklists/${id}/ に見る
  ${commandFor(root, 'npm run lock')}  公開する前に、問いの版を記す`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        title: { type: 'string' },
        sheet: { type: 'string' },
        content: { type: 'string', default: contentRoot() },
        remove: { type: 'string' },
        yes: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new ImportError(`${describeOption(cause)}\n${usage}`, { cause });
  }
}

async function readGiven(file: string): Promise<Uint8Array> {
  if (!/\.(xlsx|csv)$/i.test(file)) {
    throw new ImportError(
      '.xlsx か .csv のファイルを選んでください。.xls や .xlsm は、Excel で「Excel ブック（.xlsx）」として保存し直します。',
    );
  }
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new ImportError(`${file} を読めません。場所と名前を確かめ、Excel で開いていれば閉じてください。`, { cause });
  }
}

async function readBefore(root: string, id: string): Promise<Map<string, string>> {
  const before = new Map<string, string>();
  for (const path of Object.values(listPaths(id))) {
    const file = join(root, path);
    if (existsSync(file)) before.set(path, await readFile(file, 'utf8'));
  }
  return before;
}

/** The content with the list in it has no fault; it is tried in a copy. @throws ContentError */
async function holdSound(root: string, { files }: ImportedList): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'kitei-list-'));
  try {
    await cp(root, copy, { recursive: true });
    for (const [path, text] of files) {
      await mkdir(dirname(join(copy, path)), { recursive: true });
      await writeFile(join(copy, path), text);
    }
    await readLibrary(copy, '/');
  } catch (fault) {
    if (fault instanceof ContentError) fault.message = fault.message.replaceAll(copy, root);
    throw fault;
  } finally {
    await rm(copy, { recursive: true });
  }
}
