import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fault, Faults } from '../compiler/faults.ts';
import { isHandbookId, siteAddresses } from '../compiler/handbook-id.ts';
import { compileLibrary, contentRoot } from '../compiler/library.ts';
import { applyFiles, stageFiles } from '../compiler/stage-files.ts';
import { toJapanClock } from '../core/text/japan-time.ts';
import { findCiting } from './again/find-citing.ts';
import {
  describeChange,
  describeChanges,
  describeCounts,
  describeDiagnostics,
  describeFields,
} from './describe-import.ts';
import { importDocument } from './import-document.ts';
import { ImportError } from './model/block.ts';
import { isRead } from './write/read-folder.ts';

const usage = `書き方: npm run import -- ファイル --id ID --title 題名
  --content DIR     内容のフォルダー（KITEI_CONTENT でも指定できる）
  --version 第3版    どの版か（書かなければ、取り込んだ日）
  --publisher 発行者 だれの文書か（書かなければ、organization.yaml の会社名）
  --client          委託元の文書（空欄や選択を会社が決めない）
  --dry-run         何が起きるかを見るだけで、書き込まない`;

/** What was asked for cannot be done as it was asked. */
class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * `npm run import -- FILE --id ID --title TITLE`: makes a handbook of a document, or brings one up to another edition.
 * Exit 0 when it was written (or would be), 1 when the document or the content folder is at fault, 2 when the command is.
 */
async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('ファイルを一つ指定してください。');
  const root = values.content;
  if (!existsSync(root)) {
    throw new ImportError(
      `内容のフォルダー ${root} がありません。npm run init -- ${root} で作ってから、もう一度どうぞ。`,
    );
  }
  const bytes = await readFile(file).catch(() => {
    throw new ImportError(`${file} が開けません。名前と場所を確かめてください。`);
  });
  const { id } = values;
  if (id === undefined) throw new UsageError('--id に、手引の id（例: rules）を書いてください。');
  await checkId(id);
  const existing = await readExisting(root, id);
  const isAgain = existing.has(`imports/${id}.yaml`);
  if (!isAgain && !values.title) throw new UsageError('--title に、文書の題名を書いてください。');
  const result = await importDocument({
    id,
    title: values.title,
    version: values.version,
    publisher: values.publisher,
    isClient: values.client,
    name: basename(file),
    bytes,
    today: toJapanClock(new Date()).date,
    existing,
  });
  const { tree, changes, fields, files, removed } = result;
  print(`${basename(file)} を読みました: ${describeCounts(tree)}`);
  print(`読み取った欄（${fields.length} か所）`, describeFields(fields));
  const diagnostics = describeDiagnostics(result);
  if (diagnostics.length > 0) print(`確かめてください（${diagnostics.length} 件）`, diagnostics);
  if (changes) print(`前の版から: ${describeChanges(changes)}`, changes.slice(0, 50).map(describeChange));
  if (changes && changes.length > 50) print(`  ほか ${changes.length - 50} か所は、amendments/${id}.yaml にあります。`);

  const staged = await stageFiles(root, result);
  if (staged.faults.length > 0) {
    await tellFaults(root, staged.faults);
    process.exitCode = 1;
    return;
  }
  const citing = findCiting(staged.library, id, changes ?? []);
  if (citing.length > 0) print('変わった条を引いている所。合っているか、確かめてください', citing);
  const paths = [...[...files.keys()].sort(), ...removed.map((path) => `${path}（削除）`)].map((path) =>
    join(root, path),
  );
  if (paths.length === 0) print('前回の取り込みと同じです。何も変えていません。');
  else if (values['dry-run']) print('書き込むファイル（--dry-run なので、まだ書いていません）', paths);
  else {
    await applyFiles(root, result);
    print('書き込みました', paths);
    const folder = root === 'content' ? '' : ` -- --content ${root}`;
    const site = root === 'content' ? 'npm start' : `KITEI_CONTENT=${root} npm start`;
    print('次は', [`npm run check${folder} で内容を調べる`, `${site} で、http://localhost:4321/${id}/ に見る`]);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        title: { type: 'string' },
        content: { type: 'string', default: contentRoot() },
        version: { type: 'string' },
        publisher: { type: 'string' },
        client: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const option = /'(-[^' ]*)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    throw new UsageError(option ? `${option} の書き方が違います。` : '指定の書き方が違います。');
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
  const all = await readdir(root, { recursive: true });
  const paths = all.map((path) => path.split(sep).join('/')).filter((path) => isRead(path, id));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}

/** Nothing was written: either the folder had faults before, or the import would bring some. */
async function tellFaults(root: string, faults: readonly Fault[]): Promise<void> {
  const before = new Faults(root);
  await compileLibrary('/', before);
  const lines = faults.map(
    ({ file, line, path, problem, hint }) => `${file}:${line}${path && ` at ${path}`}: ${problem}\n    ${hint}`,
  );
  const lead =
    before.list().length > 0
      ? '内容に、前からの誤りがあります。npm run check で直してから、もう一度取り込んでください'
      : 'このまま取り込むと、内容に誤りができます（なくなった条を引いている所は、引用を書き直してから、もう一度取り込んでください）';
  console.error([`何も書き込んでいません。${lead}:`, ...lines.map((line) => `  ${line}`)].join('\n'));
}

function print(head: string, lines: readonly string[] = []): void {
  console.log([lines.length > 0 ? `${head}:` : head, ...lines.map((line) => `  ${line}`)].join('\n'));
}

try {
  await run();
} catch (fault) {
  if (!(fault instanceof ImportError || fault instanceof UsageError)) throw fault;
  console.error(fault instanceof UsageError ? `${fault.message}\n${usage}` : fault.message);
  process.exitCode = fault instanceof UsageError ? 2 : 1;
}
