import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommand, runCommand, UsageError } from './content-option.ts';
import { readLibrary } from './library.ts';
import { describeVersion, extendLock, listUnlocked, lockName } from './versions-lock.ts';

/**
 * `npm run lock [-- --content DIR]`: writes down what the versions of all tools ask, before they are published. Exit 1
 * where the content has faults; then nothing is written.
 */
await runCommand(async () => {
  const usage = 'npm run lock [-- --content DIR]';
  const { root, positionals } = readCommand(usage, {});
  if (positionals.length > 0) throw new UsageError(`書き方: ${usage}`);
  const { tools } = await readLibrary(root, '/');
  const added = listUnlocked(tools, root);
  if (added.length > 0) writeFileSync(join(root, lockName), extendLock(tools, root));
  console.info(
    added.length > 0
      ? `公開する版として記しました: ${added.map(describeVersion).join('、')}。${lockName} も一緒に保存（コミット）してください。`
      : '今の版は、全部記してあります。何も変えていません。',
  );
});
