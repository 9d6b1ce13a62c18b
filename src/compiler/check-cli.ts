import { enableCompileCache } from 'node:module';

// Most of a run that proves nothing anew would go into compiling the same modules again.
enableCompileCache('node_modules/.cache/node');
const { readCommand, runCommand, UsageError } = await import('./content-option.ts');
const { ContentError, Faults } = await import('./faults.ts');
const { compileLibrary } = await import('./library.ts');
const { commandFor } = await import('./next-commands.ts');
const { describeVersion, listUnlocked } = await import('./versions-lock.ts');

const leftOutNames = { checklist: '確認リスト', decision: '判断', form: '様式' } as const;

/**
 * `npm run check [-- --content DIR]`: reads and checks the content alone, without a build, and prints every fault with
 * its file and line. Exit 0 when there is none, 1 otherwise.
 */
await runCommand(async () => {
  const usage = 'npm run check [-- --content DIR]';
  const { root, positionals } = readCommand(usage, {});
  if (positionals.length > 0) throw new UsageError(`書き方: ${usage}`);
  const faults = new Faults(root);
  const { handbooks, provisions, checklists, decisions, forms, tools, lists, off, leftOut } = await compileLibrary(
    '/',
    faults,
  );
  const list = faults.list();
  if (list.length > 0) throw new ContentError(list);
  console.log(
    `${root} に誤りはありません（文書 ${handbooks.length}、条 ${provisions.size}、` +
      `確認リスト ${checklists.length}、判断 ${decisions.length}、様式 ${forms.length}）。`,
  );
  const own = lists.flatMap(({ list: { title, rows } }) => (rows ? [`${title} ${rows.length}行`] : []));
  if (own.length > 0) console.log(`自社の行がある一覧: ${own.join('、')}。`);
  if (off.length > 0) console.log(`載せない文書: ${off.join('、')}。これに拠るものは、載せません。`);
  for (const { kind, id, reason } of leftOut) console.log(`  ${leftOutNames[kind]} ${id} は載せません。${reason}`);
  for (const { definition, proved } of decisions) {
    console.log(
      `  判断 ${definition.id}: 答えの組み合わせ ${proved.combinations} 通りを確かめました（規定の場所 ${proved.units}、除いたもの ${proved.leftOut}）。`,
    );
  }
  const unlocked = listUnlocked(tools, root);
  if (unlocked.length > 0) {
    const lock = commandFor(root, 'npm run lock');
    console.log(
      `まだ記していない版: ${unlocked.map(describeVersion).join('、')}。公開する前に、次を実行してください。\n  ${lock}`,
    );
  }
});
