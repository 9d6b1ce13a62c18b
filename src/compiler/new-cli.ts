import { readCommand, runCommand, UsageError } from './content-option.ts';
import { ContentError } from './faults.ts';
import { NewContentError, type NewKind, newKinds, writeNew } from './new-content.ts';
import { commandFor } from './next-commands.ts';

/**
 * `npm run new -- checklist|decision|form|handbook ID [--title TITLE] [--content DIR]`: writes a working example to begin
 * from. Exit 0 when it was written, 1 otherwise.
 */
await runCommand(async () => {
  const usage = `npm run new -- ${newKinds.join('|')} ID [--title 題名]`;
  const { values, positionals, root } = readCommand(usage, { title: { type: 'string' } });
  const [kind, id] = positionals;
  if (!isKind(kind) || id === undefined || positionals.length > 2) throw new UsageError(`書き方: ${usage}`);
  try {
    const files = await writeNew(root, kind, id, values.title);
    console.log(
      `書きました:\n${files.map((file) => `  ${file}`).join('\n')}\n中身を書き換えてから、次を実行してください。\n  ${commandFor(root, 'npm run check')}`,
    );
  } catch (fault) {
    if (fault instanceof NewContentError) throw new UsageError(fault.message);
    if (!(fault instanceof ContentError)) throw fault;
    throw new UsageError(`${fault.message}\n何も書いていません。先にこれを直してから、もう一度どうぞ。`);
  }
});

function isKind(given: string | undefined): given is NewKind {
  return newKinds.some((known) => known === given);
}
