import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

// Most of a run that proves nothing anew would go into compiling the same modules again.
enableCompileCache('node_modules/.cache/node');
const { ContentError, Faults } = await import('./faults.ts');
const { compileLibrary, contentRoot } = await import('./library.ts');
const { listUnlocked } = await import('./versions-lock.ts');

/**
 * `npm run check [-- --content DIR]`: reads and checks the content alone, without a build, and prints every fault with
 * its file and line. Exit 0 when there is none, 1 otherwise.
 */
const { values } = parseArgs({ options: { content: { type: 'string', default: contentRoot() } } });
const faults = new Faults(values.content);
const { handbooks, provisions, checklists, decisions, tools } = await compileLibrary('/', faults);
const list = faults.list();
if (list.length > 0) {
  console.error(new ContentError(list).message);
  process.exitCode = 1;
} else {
  console.log(
    `${values.content} is sound: ${handbooks.length} handbooks, ${provisions.size} provisions, ` +
      `${checklists.length} check lists, ${decisions.length} decisions.`,
  );
  for (const { definition, proved } of decisions) {
    console.log(
      `  ${definition.id}: ${proved.combinations} combinations, ${proved.units} units in scope, ${proved.leftOut} left out.`,
    );
  }
  const unlocked = listUnlocked(tools, values.content);
  if (unlocked.length > 0) console.log(`Not locked yet: ${unlocked.join(', ')}. Before you publish, run: npm run lock`);
}
