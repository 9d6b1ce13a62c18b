import { parseArgs } from 'node:util';
import { ContentError } from './faults.ts';
import { contentRoot } from './library.ts';
import { NewContentError, type NewKind, newKinds, writeNew } from './new-content.ts';

/**
 * `npm run new -- checklist|decision|handbook ID [--title TITLE] [--content DIR]`: writes a working example to begin
 * from. Exit 0 when it was written, 1 otherwise.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { title: { type: 'string' }, content: { type: 'string', default: contentRoot() } },
});
const [kind, id] = positionals;

try {
  if (!isKind(kind) || id === undefined || positionals.length > 2) {
    throw new NewContentError(`Write: npm run new -- ${newKinds.join('|')} ID [--title 題名]`);
  }
  const files = await writeNew(values.content, kind, id, values.title);
  console.log(`Written:\n${files.join('\n')}\nChange it, then run: npm run check`);
} catch (fault) {
  if (!(fault instanceof NewContentError || fault instanceof ContentError)) throw fault;
  const rest = fault instanceof ContentError ? '\nNothing was written. Mend this first, then run it again.' : '';
  console.error(fault.message + rest);
  process.exitCode = 1;
}

function isKind(given: string | undefined): given is NewKind {
  return newKinds.some((known) => known === given);
}
