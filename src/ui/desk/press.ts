import { change, strike } from '../../core/desk/write.ts';
import { ask } from '../parts/ask.ts';
import { load } from '../parts/load.ts';
import { download, part } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';

/** What the buttons of the desk do, by their `data-do`; the larger part comes when it is asked for. */
export const actions: Readonly<Record<string, (app: DeskApp, button: HTMLElement) => unknown>> = {
  'new-campaign': async (app) => (await load(import('./campaign-dialog.ts'))).askCampaign(app, undefined),
  'edit-campaign': async (app) =>
    (await load(import('./campaign-dialog.ts'))).askCampaign(app, app.$open.get()?.campaign),
  'add-companies': async (app) => (await load(import('./companies-dialog.ts'))).askCompanies(app),
  'close-campaign': (app) =>
    ask(
      app.root,
      '[data-close-campaign-dialog]',
      () => void writeCampaign(app, { 'closed-on': app.today() }, 'closed'),
    ),
  'reopen-campaign': (app) => writeCampaign(app, { 'closed-on': '' }, 'reopened'),
  'strike-campaign': (app) => ask(app.root, '[data-strike-campaign-dialog]', () => void strikeCampaign(app)),
  copy: copyField,
  cancel: async () => (await load(import('./take-files.ts'))).cancelTaking(),
  row: async (app, button) =>
    (await load(import('./detail.ts'))).openDetail(
      app,
      button.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '',
    ),
  print: () => window.print(),
  write: async (app, button) =>
    (await load(import('./write-table.ts'))).writeTable(app, button.dataset['as'] === 'csv' ? 'csv' : 'xlsx'),
  backup: async (app) => (await load(import('./backup.ts'))).saveBackup(app, 'all'),
  'backup-one': async (app) => (await load(import('./backup.ts'))).saveBackup(app, 'open'),
  'choose-backup': (app) => part(app.root, '[data-backup-file]', HTMLInputElement).click(),
  'erase-all': (app) => ask(app.root, '[data-erase-all-dialog]', () => void eraseAll(app)),
  'take-out': ({ store }) => download('desk-damaged.json', 'application/json', store.$trouble.get()?.entries ?? ''),
  'drop-damaged': (app) => ask(app.root, '[data-drop-damaged-dialog]', () => void dropDamaged(app)),
};

async function writeCampaign(app: DeskApp, cells: { 'closed-on': string }, done: string): Promise<void> {
  const entry = app.entryOf(app.$open.get()?.campaign.id ?? '');
  if (entry && (await app.put([change<'campaign'>(entry, cells, app.writing())]))) app.tell([done]);
}

async function strikeCampaign(app: DeskApp): Promise<void> {
  const entry = app.entryOf(app.$open.get()?.campaign.id ?? '');
  if (entry && (await app.put([strike(entry, '', app.writing())]))) app.tell(['struck']);
}

async function eraseAll(app: DeskApp): Promise<void> {
  const isGone = await app.store.eraseAll();
  app.openCampaign('');
  app.tell([isGone ? 'erased' : 'notErased']);
}

async function dropDamaged({ store, tell }: DeskApp): Promise<void> {
  if (!(await store.dropDamaged())) tell(['notDropped']);
}

async function copyField(app: DeskApp, button: HTMLElement): Promise<void> {
  const field = document.getElementById(button.dataset['of'] ?? '');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  try {
    await navigator.clipboard.writeText(field.value);
    app.tell(['copied']);
  } catch {
    // Plain http, or refused: the person copies what is marked.
    field.select();
    app.tell(['notCopied']);
    field.focus();
  }
}
