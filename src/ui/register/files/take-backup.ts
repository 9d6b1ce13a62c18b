import { mergeEntries } from '../../../core/register/merge.ts';
import { type RegisterReading, readRegister, registerMessage } from '../../../core/register/read-register.ts';
import { decodingWords, readTextFile } from '../../parts/read-text-file.ts';
import { toShortText } from '../../parts/visible-text.ts';
import type { RegisterContext } from '../register-context.ts';
import { confirmTaking } from './confirm-taking.ts';
import { sayTaken, tellFile, words } from './file-words.ts';

/** Merges a backup into the register, entry by entry, after the person has seen what it brings. */
export async function takeBackup(context: RegisterContext, file: File): Promise<void> {
  const { store, form, put, say } = context;
  const reading = await read(file, form.id);
  if ('message' in reading) {
    tellFile(context, file, reading.message);
    return;
  }
  if (!reading.ok) {
    tellFile(context, file, registerMessage(reading.problem));
    return;
  }
  await store.look();
  const { entries } = reading.register;
  const { added, changed, conflicts } = mergeEntries(store.$state.get().entries, entries);
  const taking = {
    added: added.length,
    changed: changed.length,
    conflicts: conflicts.length,
    same: entries.length - added.length - changed.length,
  };
  if (taking.added + taking.changed === 0) {
    tellFile(context, file, sayTaken(context, taking));
    return;
  }
  if (!(await confirmTaking(context, [toShortText(file.name, 80)], taking))) say(words(context, ['stopped']));
  else if (await put(entries, [])) say(sayTaken(context, taking));
}

async function read(file: File, form: string): Promise<RegisterReading | { ok: false; message: string }> {
  try {
    return readRegister(await readTextFile(file), form);
  } catch (error) {
    const message = decodingWords(error);
    // Otherwise moved, deleted, or locked by another program.
    return message === undefined ? { ok: false, problem: { kind: 'not-json' } } : { ok: false, message };
  }
}
