import { judgeBackup } from '../../../core/text/backup-due.ts';
import { formatTime } from '../../parts/format-time.ts';
import { LiveElement } from '../../parts/live-element.ts';
import { load } from '../../parts/load.ts';
import { part, show } from '../../parts/parts.ts';
import { listenToFiles } from '../../receive/listen-to-files.ts';
import { findRegister } from '../register-context.ts';

/** Backup, tables and papers of a register; what makes and reads them comes when somebody asks for it. */
export class RegisterFiles extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const context = findRegister(this);
    const { store, failToLoad } = context;
    this.hidden = false;
    const press = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-backup-do], [data-write]') : null;
      if (!button) return;
      void load(import('./hand-out.ts'))
        .then(({ saveBackup, writeTable }) => {
          const kind = button.dataset['write'];
          return kind === undefined ? saveBackup(context) : writeTable(context, kind === 'csv' ? 'csv' : 'xlsx');
        })
        .catch(failToLoad);
    };
    this.addEventListener('click', press, { signal });
    const take = (files: File[]) => {
      void load(import('./take-files.ts'))
        .then(({ takeFiles }) => takeFiles(context, files))
        .catch(failToLoad);
    };
    listenToFiles(this, part(this, '[data-files-input]', HTMLInputElement), take, signal);
    this.follow(store.$state.subscribe(() => this.#tellBackup()));
  }

  #tellBackup(): void {
    const { store, now } = findRegister(this);
    const { entries, changedAt, backupAt } = store.$state.get();
    const due = judgeBackup({ count: entries.length, changedAt, backupAt }, now().getTime());
    show(this, '[data-due]', false);
    show(this, `[data-due="${due}"]`, true);
    show(this, '[data-backup-none]', backupAt === '');
    show(this, '[data-backup-made]', backupAt !== '');
    part(this, '[data-backup-day]', HTMLElement).textContent = formatTime(backupAt);
    show(this, '[data-write]', entries.length > 0);
  }
}
