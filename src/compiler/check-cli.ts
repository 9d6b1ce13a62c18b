import { enableCompileCache } from 'node:module';

// Most of a run that proves nothing anew would go into compiling the same modules again.
enableCompileCache('node_modules/.cache/node');
const { readCommand, runCommand, UsageError } = await import('./content-option.ts');
const { ContentError, Faults } = await import('./faults.ts');
const { compileLibrary } = await import('./library.ts');
const { commandFor } = await import('./next-commands.ts');
const { listUnlocked } = await import('./versions-lock.ts');

/**
 * `npm run check [-- --content DIR]`: reads and checks the content alone, without a build, and prints every fault with
 * its file and line. Exit 0 when there is none, 1 otherwise.
 */
await runCommand(async () => {
  const usage = 'npm run check [-- --content DIR]';
  const { root, positionals } = readCommand(usage, {});
  if (positionals.length > 0) throw new UsageError(`Write: ${usage}`);
  const faults = new Faults(root);
  const { handbooks, provisions, checklists, decisions, forms, tools, off, leftOut } = await compileLibrary(
    '/',
    faults,
  );
  const list = faults.list();
  if (list.length > 0) throw new ContentError(list);
  console.log(
    `${root} is sound: ${handbooks.length} handbooks, ${provisions.size} provisions, ` +
      `${checklists.length} check lists, ${decisions.length} decisions, ${forms.length} forms.`,
  );
  if (off.length > 0) console.log(`Not in force: ${off.join(', ')}. What rests on them is left out.`);
  for (const { kind, id, reason } of leftOut) console.log(`  ${kind} ${id} is left out: ${reason}`);
  for (const { definition, proved } of decisions) {
    console.log(
      `  ${definition.id}: ${proved.combinations} combinations, ${proved.units} units in scope, ${proved.leftOut} left out.`,
    );
  }
  const unlocked = listUnlocked(tools, root);
  if (unlocked.length > 0) {
    const lock = commandFor(root, 'npm run lock');
    console.log(`Not locked yet: ${unlocked.join(', ')}. Before you publish, run: ${lock}`);
  }
});
