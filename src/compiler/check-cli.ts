import { parseArgs } from 'node:util';
import { ContentError, Faults } from './faults.ts';
import { compileLibrary, contentRoot } from './library.ts';

/**
 * `npm run check [-- --content DIR]`: reads and checks the content alone, without a build, and prints every fault with
 * its file and line. Exit 0 when there is none, 1 otherwise.
 */
const { values } = parseArgs({ options: { content: { type: 'string', default: contentRoot() } } });
const faults = new Faults(values.content);
const library = await compileLibrary('/', faults);
const list = faults.list();
if (list.length > 0) {
  console.error(new ContentError(list).message);
  process.exitCode = 1;
} else {
  const { handbooks, provisions, checklists, decisions } = library;
  console.log(
    `${values.content} is sound: ${handbooks.length} handbooks, ${provisions.size} provisions, ` +
      `${checklists.length} check lists, ${decisions.length} decisions.`,
  );
}
