import { readCommand, runCommand, UsageError } from './content-option.ts';
import { ContentError } from './faults.ts';
import { NewContentError, type NewKind, newKinds, writeNew } from './new-content.ts';

/**
 * `npm run new -- checklist|decision|form|handbook ID [--title TITLE] [--content DIR]`: writes a working example to begin
 * from. Exit 0 when it was written, 1 otherwise.
 */
await runCommand(async () => {
  const usage = `npm run new -- ${newKinds.join('|')} ID [--title 題名]`;
  const { values, positionals, root } = readCommand(usage, { title: { type: 'string' } });
  const [kind, id] = positionals;
  if (!isKind(kind) || id === undefined || positionals.length > 2) throw new UsageError(`Write: ${usage}`);
  try {
    const files = await writeNew(root, kind, id, values.title);
    console.log(`Written:\n${files.join('\n')}\nChange it, then run: npm run check`);
  } catch (fault) {
    if (fault instanceof NewContentError) throw new UsageError(fault.message);
    if (!(fault instanceof ContentError)) throw fault;
    throw new UsageError(`${fault.message}\nNothing was written. Mend this first, then run it again.`);
  }
});

function isKind(given: string | undefined): given is NewKind {
  return newKinds.some((known) => known === given);
}
