import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { basename, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { describeOption } from '../compiler/describe-option.ts';
import { isHandbookId, siteAddresses } from '../compiler/handbook-id.ts';
import { toJapanClock } from '../core/text/japan-time.ts';
import { ImportError } from './model/block.ts';
import { describeOtherCommand } from './other-command.ts';

// Most of a short run would go into compiling the same modules again; and a wrong command needs none of them.
enableCompileCache('node_modules/.cache/node');

const usage = `書き方: npm run import -- ファイル --id ID --title 題名
  --content DIR     内容のフォルダー（KITEI_CONTENT でも指定できる）
  --version 第3版    どの版か（書かなければ、取り込んだ日）
  --publisher 発行者 だれの文書か（書かなければ、organization.yaml の会社名）
  --client          委託元の文書（空欄や選択を会社が決めない）
  --dry-run         何が起きるかを見るだけで、書き込まない
  --yes             確かめられたことを承知で進める
もうある手引に原文を添える: npm run import -- ファイル --original ID [--copy だれの何版か]
取り込んだ手引を消す: npm run import -- --remove ID`;

/** What was asked for cannot be done as it was asked. */
class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * `npm run import -- FILE --id ID --title TITLE`: makes a handbook of a document, or brings one up to another edition;
 * with `--original ID` puts it beside a handbook. `--remove ID` removes one that was made so. Exit 0 when it was written (or would be), 1 when the document or the
 * content folder is at fault, 2 when the command is.
 */
async function run(): Promise<boolean> {
  const { values, positionals } = readArguments();
  const [file, ...others] = positionals;
  if (values.remove !== undefined) return removeGiven(values.remove, positionals, values);
  if (file === undefined || others.length > 0) throw new UsageError('ファイルを一つ指定してください。');
  const other = describeOtherCommand(file, 'import');
  if (other !== undefined) throw new ImportError(other);
  const { id, original } = values;
  if (original === undefined) {
    if (id === undefined) throw new UsageError('--id に、手引の id（例: rules）を書いてください。');
    await checkId(id);
  }
  const root = await findRoot(values.content);
  const bytes = await readFile(file).catch(() => {
    throw new ImportError(`${file} が開けません。名前と場所を確かめてください。`);
  });
  const given = { name: basename(file), bytes };
  if (original !== undefined) {
    const { putOriginal } = await import('./original-import-cli.ts');
    return putOriginal(root, original, { ...given, copy: values.copy }, values['dry-run']);
  }
  return id !== undefined && putHandbook(root, id, given, values);
}

/** @throws ImportError where there is no such folder */
async function findRoot(given: string | undefined): Promise<string> {
  const root = given ?? (await import('../compiler/library.ts')).contentRoot();
  if (existsSync(root)) return root;
  throw new ImportError(
    `内容のフォルダー ${root} がありません。npm run init -- ${root} で作ってから、もう一度どうぞ。`,
  );
}

async function removeGiven(
  id: string,
  files: readonly string[],
  { content, yes, 'dry-run': isDry }: ReturnType<typeof readArguments>['values'],
): Promise<boolean> {
  if (files.length > 0) throw new UsageError('--remove には、ファイルを付けません。');
  const root = await findRoot(content);
  const { removeHandbook } = await import('./remove-cli.ts');
  return removeHandbook(root, id, { isSure: yes, isDry });
}

async function putHandbook(
  root: string,
  id: string,
  file: { name: string; bytes: Uint8Array },
  values: ReturnType<typeof readArguments>['values'],
): Promise<boolean> {
  const { title, version, publisher, client } = values;
  if (title === undefined && !existsSync(join(root, 'imports', `${id}.yaml`))) {
    throw new UsageError('--title に、文書の題名を書いてください。');
  }
  const { refuseSameFile, refuseTaken } = await import('./taken-cli.ts');
  refuseTaken(root, 'handbook', id);
  if (!values.yes) await refuseSameFile(root, 'imports', { id, bytes: file.bytes });
  const { importDocument } = await import('./import-document.ts');
  const { findCiting } = await import('./again/find-citing.ts');
  const { print, putDown } = await import('./put-down-cli.ts');
  const { describeImport } = await import('./describe-import.ts');
  const result = await importDocument({
    ...{ id, title, version, publisher, isClient: client },
    ...file,
    today: toJapanClock(new Date()).date,
    existing: await readExisting(root, id),
  });
  for (const { head, lines } of describeImport(file.name, id, result)) print(head, lines);
  return putDown(root, result, {
    id,
    isDry: values['dry-run'],
    tell: (library) => {
      const citing = findCiting(library, id, result.changes ?? []);
      if (citing.length > 0) print('変わった条を引いている所。今の言葉に合っているか、確かめてください', citing);
    },
  });
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        title: { type: 'string' },
        content: { type: 'string' },
        version: { type: 'string' },
        publisher: { type: 'string' },
        client: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        original: { type: 'string' },
        copy: { type: 'string' },
        remove: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(describeOption(cause));
  }
}

async function checkId(id: string): Promise<void> {
  if (!isHandbookId(id)) {
    const guess = (id.toLowerCase().match(/[a-z][a-z0-9]*|\d+/g) ?? []).join('');
    const perhaps = isHandbookId(guess) ? `（たとえば ${guess}）` : '';
    throw new UsageError(
      `id は、英小文字で始まる英小文字と数字にしてください${perhaps}。引用の初めに付き、後から変えられません。`,
    );
  }
  if ((await siteAddresses()).includes(id)) {
    throw new UsageError(`${id} は、サイトのほかの頁が使っている名前です。別の id を付けてください。`);
  }
}

/** The files of the folder that the import has to know. */
async function readExisting(root: string, id: string): Promise<Map<string, string>> {
  const { isRead } = await import('./write/read-folder.ts');
  const all = await readdir(root, { recursive: true });
  const paths = all.map((path) => path.split(sep).join('/')).filter((path) => isRead(path, id));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}

try {
  if (!(await run())) process.exitCode = 1;
} catch (fault) {
  if (!(fault instanceof ImportError || fault instanceof UsageError)) throw fault;
  console.error(fault instanceof UsageError ? `${fault.message}\n${usage}` : fault.message);
  process.exitCode = fault instanceof UsageError ? 2 : 1;
}
