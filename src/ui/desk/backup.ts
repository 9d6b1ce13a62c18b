import { deskMessage, longestDesk, pickCampaigns, type StoredDesk } from '../../core/desk/desk-file.ts';
import { toDesk } from '../../core/desk/to-desk.ts';
import { RegisterLimitError } from '../../stores/register-box.ts';
import { download } from '../parts/parts.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';
import { type DeskJobs, openJobs } from './ask-desk-jobs.ts';
import type { DeskApp } from './desk-app.ts';
import { toFileName } from './write-table.ts';

/** Hands out the desk, or the open campaign alone. Only the whole counts as its backup. */
export async function saveBackup(app: DeskApp, which: 'all' | 'open'): Promise<void> {
  const { store, $open } = app;
  await store.look();
  const campaign = $open.get()?.campaign;
  const whole = store.$state.get();
  const desk = which === 'open' && campaign ? pickCampaigns(whole, new Set([campaign.id])) : whole;
  const { content } = await inWorker((jobs) => jobs.ask<'write-backup'>({ kind: 'write-backup', desk: toPlain(desk) }));
  if (!content) {
    app.tell(['tooLong']);
    return;
  }
  const name = which === 'open' && campaign ? toFileName(campaign.name) : '受付';
  download(`${name}_控え_${app.today()}.json`, 'application/json', content);
  if (which === 'all' || whole.entries.length === desk.entries.length) await store.markBackup();
  app.tell(['backed']);
}

/** Takes a backup in, of this person or another: nothing that stands there is written over. */
export async function readBackup(app: DeskApp, file: File): Promise<void> {
  if (file.size > 4 * longestDesk) {
    app.say(deskMessage({ kind: 'too-large' }));
    return;
  }
  let text: string;
  try {
    text = await readTextFile(file);
  } catch (error) {
    if (error instanceof Error && error.name === 'LoadError') throw error;
    app.say(decodingWords(error) ?? deskMessage({ kind: 'not-json' }));
    return;
  }
  const { reading } = await inWorker((jobs) => jobs.ask<'read-backup'>({ kind: 'read-backup', text }));
  if (!reading.ok) {
    app.say(deskMessage(reading.problem));
    return;
  }
  const { entries, kept } = reading.desk;
  try {
    const { added, changed, conflicts } = await app.store.put(entries, kept);
    const same = entries.length - added.length - changed.length;
    // The same file under two names is no conflict.
    const { entries: all, kept: allKept } = app.store.$state.get();
    const desk = toDesk(all, allKept);
    const unsettled = [...desk.campaigns, ...desk.companies, ...desk.returns, ...desk.remarks, ...desk.verdicts].filter(
      ({ id, conflicts: columns }) => columns.length > 0 && conflicts.includes(id),
    ).length;
    const isNew = added.length + changed.length > 0;
    app.tell([isNew ? 'merged' : 'mergedNothing', ...(unsettled > 0 ? ['conflicts'] : [])], {
      n: added.length.toLocaleString('en'),
      c: changed.length.toLocaleString('en'),
      s: same.toLocaleString('en'),
      k: unsettled.toLocaleString('en'),
    });
  } catch (error) {
    if (!(error instanceof RegisterLimitError)) throw error;
    app.tell([error.kind === 'entries' ? 'full' : 'long']);
  }
}

/** Thousands of answers take seconds: the page answers meanwhile. */
async function inWorker<T>(act: (jobs: DeskJobs) => Promise<T>): Promise<T> {
  const jobs = openJobs();
  try {
    return await act(jobs);
  } finally {
    jobs.close();
  }
}

/** What a desk file holds and nothing beside it. */
function toPlain({ entries, kept }: StoredDesk): StoredDesk {
  return { entries, kept };
}
