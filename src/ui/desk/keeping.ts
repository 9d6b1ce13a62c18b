import { judgeBackup } from '../../core/text/backup-due.ts';
import { deskStoreId, isDeskKept, sayKeep } from '../../stores/desk-place.ts';
import { ask } from '../parts/ask.ts';
import { formatTime } from '../parts/format-time.ts';
import { part, show } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';

/** Shows where the desk is kept, and what stands in the way. */
export function showKeeping(app: DeskApp, signal: AbortSignal): void {
  const { root, store, writer } = app;
  const name = part(root, '[data-writer]', HTMLInputElement);
  const follow = (stop: () => void) => signal.addEventListener('abort', stop);
  follow(
    writer.$texts.subscribe(({ name: known = '' }) => {
      if (document.activeElement !== name) name.value = known;
    }),
  );
  follow(store.$saving.subscribe(() => void tellSaving(app)));
  follow(
    store.$state.subscribe(() => {
      tellBackup(app);
      void tellSaving(app);
    }),
  );
  follow(
    store.$trouble.subscribe((trouble) => {
      show(root, '[data-trouble]', false);
      if (!trouble) return;
      show(root, `[data-trouble="${trouble.kind}"]`, true);
      part(root, '[data-trouble-count]', HTMLElement).textContent = String(trouble.count);
    }),
  );
}

async function tellSaving({ root, base, store }: DeskApp): Promise<void> {
  const saving = store.$saving.get();
  const hasSome = store.$state.get().entries.length > 0;
  show(root, '[data-saving]', false);
  show(root, `[data-saving="${saving}"]`, saving !== 'off' || hasSome);
  const place = { factory: () => indexedDB, name: `kitei:${base}:register:${deskStoreId}`, table: 'entries' };
  show(root, '[data-kept-there]', saving === 'off' && (await isDeskKept(place)));
}

function tellBackup({ root, store, now }: DeskApp): void {
  const { entries, changedAt, backupAt } = store.$state.get();
  const due = judgeBackup({ count: entries.length, changedAt, backupAt }, now().getTime());
  show(root, '[data-due]', false);
  show(root, `[data-due="${due}"]`, true);
  show(root, '[data-backup-none]', backupAt === '');
  show(root, '[data-backup-made]', backupAt !== '');
  part(root, '[data-backup-day]', HTMLElement).textContent = formatTime(backupAt);
  show(root, '[data-backup] [data-do="backup"], [data-backup] [data-do="erase-all"]', entries.length > 0);
  show(
    root,
    '[data-do="backup-one"]',
    entries.some(({ table }) => table === 'campaign'),
  );
}

/** Follows a field of the page: what is kept, who receives, which campaign is open. */
export async function changeKeeping(app: DeskApp, field: HTMLElement): Promise<void> {
  const { root, base, store, writer, sharedDevice } = app;
  const keep = part(root, '[data-keep]', HTMLInputElement);
  const shared = part(root, '[data-keep-nothing]', HTMLInputElement);
  if (field.matches('[data-writer]')) writer.put('name', part(root, '[data-writer]', HTMLInputElement).value.trim());
  else if (field.matches('[data-campaign]')) app.openCampaign(part(root, '[data-campaign]', HTMLSelectElement).value);
  else if (field === shared) {
    sharedDevice.set(shared.checked);
    writer.keepNothing(shared.checked);
    await store.keepNothing(shared.checked || !keep.checked);
  } else if (keep.checked) {
    sayKeep(() => localStorage, base, true);
    if (!shared.checked) await store.keepNothing(false);
  } else if (shared.checked || store.$state.get().entries.length === 0) {
    sayKeep(() => localStorage, base, false);
    await store.keepNothing(true);
  } else {
    // Until the person has said yes it stays as it is.
    keep.checked = true;
    ask(root, '[data-stop-keeping-dialog]', () => {
      keep.checked = false;
      sayKeep(() => localStorage, base, false);
      void store.moveToPage().then((isGone) => {
        keep.checked = !isGone;
        app.tell([isGone ? 'moved' : 'notErased']);
      });
    });
  }
}
