import { computed } from 'nanostores';
import {
  dropPerson,
  movePerson,
  putPerson,
  findPeople as searchPeople,
  sortPeople,
  withoutSigned,
} from '../../core/people/edit.ts';
import { type Person, textOf } from '../../core/people/person.ts';
import { judgeBackup } from '../../core/text/backup-due.ts';
import type { PeopleSaving } from '../../stores/people.ts';
import { isPeopleKept, peoplePlace } from '../../stores/people-box.ts';
import { ask } from '../parts/ask.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { newId } from '../parts/new-id.ts';
import { download, part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { findPeople } from './people-context.ts';
import { listenToKeeps, showKeeps } from './people-keeps.ts';
import { takePledges } from './pledge-drop.ts';
import { renderPerson } from './render-person.ts';
import '../parts/watch-characters.ts';

/** The page of people: shows the list and changes it; what reads files comes when somebody asks for it. */
class PeopleListElement extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findPeople(this);
    show(this, '[data-scripted]', true);
    this.addEventListener('click', ({ target }) => target instanceof Element && this.#press(target), { signal });
    part(this, '[data-find]', HTMLInputElement).addEventListener('input', () => this.#render(), { signal });
    this.#listenToKeeping(signal);
    this.#listenToFiles(signal);
    this.follow(store.$state.subscribe(() => this.#render()));
    this.follow(store.$saving.subscribe((saving) => this.#showSaving(saving)));
    this.follow(
      store.$trouble.subscribe((trouble) => {
        show(this, '[data-trouble]', false);
        if (trouble) show(this, `[data-trouble="${trouble.kind}"]`, true);
      }),
    );
    // Another page of this browser may have changed it.
    const look = () => void store.look();
    window.addEventListener('focus', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    look();
    const isAtRisk = (saving: PeopleSaving, count: number) =>
      count > 0 && (saving === 'off' || saving === 'failed' || saving === 'held');
    warnBeforeLeaving(
      computed(
        [store.$saving, store.$state],
        (saving, { list, changedAt, backupAt }) => isAtRisk(saving, list.people.length) && changedAt > backupAt,
      ),
      signal,
    );
  }

  #listenToKeeping(signal: AbortSignal): void {
    const { store, sharedDevice, say } = findPeople(this);
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.checked = sharedDevice.isOn();
    const keep = () => {
      sharedDevice.set(box.checked);
      say([]);
      void store.keepNothing(box.checked);
    };
    box.addEventListener('change', keep, { signal });
    listenToKeeps(findPeople(this), signal);
  }

  #listenToFiles(signal: AbortSignal): void {
    const context = findPeople(this);
    const input = part(this, '[data-import-file]', HTMLInputElement);
    const read = () => {
      const [file] = input.files ?? [];
      if (!file) return;
      void load(import('./people-import.ts'))
        .then(({ importPeopleFile }) => importPeopleFile(context, file))
        .catch(context.failToLoad)
        // Emptied, so that the same file can be chosen again after it was mended.
        .finally(() => {
          input.value = '';
        });
    };
    input.addEventListener('change', read, { signal });
    const pledges = this.querySelector<HTMLInputElement>('[data-pledge-files]');
    if (pledges) takePledges(context, pledges, signal);
  }

  #press(target: Element): void {
    const context = findPeople(this);
    const { store } = context;
    const on = (selector: string, act: (button: HTMLElement) => unknown) => {
      const button = target.closest<HTMLElement>(selector);
      if (button) void Promise.resolve(act(button)).catch(context.failToLoad);
    };
    on('[data-add]', () => this.#edit(undefined));
    on('[data-paste]', async () => (await load(import('./people-import.ts'))).askForTable(context));
    on('[data-sort]', () => context.act(sortPeople, this.#words(['sorted'])));
    on('[data-import]', () => part(this, '[data-import-file]', HTMLInputElement).click());
    on('[data-backup-do]', async () => (await load(import('./people-files.ts'))).saveBackup(context));
    on('[data-write]', async ({ dataset }) => {
      await (await load(import('./people-files.ts'))).writeTable(context, dataset['write'] === 'xlsx' ? 'xlsx' : 'csv');
    });
    on('[data-take-out]', () => download('people-kept.txt', 'text/plain', store.$trouble.get()?.text ?? ''));
    on('[data-erase-all]', () => ask(this, '[data-erase-all-dialog]', () => void this.#eraseAll()));
    on('[data-do]', (button) => this.#act(button));
  }

  async #act(button: HTMLElement): Promise<void> {
    const context = findPeople(this);
    const { store, act } = context;
    const id = button.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? '';
    const person = store.$state.get().list.people.find((one) => one.id === id);
    if (!person) return;
    const named = { n: textOf(person, 'name') };
    switch (button.dataset['do']) {
      case 'edit':
        return this.#edit(person);
      case 'remove':
        return act((list) => dropPerson(list, id), this.#words(['removed'], named));
      case 'sign':
        return (await load(import('./person-dialog.ts'))).askSignature(context, person);
      case 'unsign': {
        const pledge = person.signed[Number(button.closest<HTMLElement>('[data-at]')?.dataset['at'])];
        if (pledge)
          await act((list) => putPerson(list, withoutSigned(person, pledge)), this.#words(['unsigned'], named));
        return;
      }
      default:
        return this.#move(id, button.dataset['do'] === 'up' ? -1 : 1);
    }
  }

  async #move(id: string, by: -1 | 1): Promise<void> {
    await findPeople(this).store.change((list) => movePerson(list, id, by));
    const row = this.querySelector(`[data-person="${id}"]`);
    const [button, back] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    // Drawn anew: the focus goes where it was, at an end to the way back.
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-do="${button}"]:not(:disabled)`);
    (wanted ?? row?.querySelector<HTMLButtonElement>(`[data-do="${back}"]`))?.focus();
  }

  async #edit(person: Person | undefined): Promise<void> {
    const { act, store } = findPeople(this);
    const { askPerson } = await load(import('./person-dialog.ts'));
    const given = person ?? { id: newId(8), texts: {}, signed: [] };
    const edited = await askPerson(this, given, store.$state.get().list, person !== undefined);
    if (!edited) return;
    const names = [person ? 'changed' : 'added'];
    await act((list) => putPerson(list, edited), this.#words(names, { n: textOf(edited, 'name') }));
  }

  async #eraseAll(): Promise<void> {
    const { store, say } = findPeople(this);
    const isGone = await store.eraseAll();
    this.#showSaving(store.$saving.get());
    say(isGone ? ['erased'] : []);
    show(this, '[data-not-erased]', !isGone);
    if (!isGone) part(this, '[data-not-erased]', HTMLElement).focus();
  }

  #words(names: readonly string[], texts: Readonly<Record<string, string>> = {}): string {
    return toWords(part(this, '[data-done]', HTMLElement), names, texts);
  }

  #showSaving(saving: PeopleSaving): void {
    show(this, '[data-saving]', false);
    show(this, `[data-saving="${saving}"]`, true);
    if (saving !== 'off') return;
    void isPeopleKept(peoplePlace(() => indexedDB, findPeople(this).base)).then((isKept) =>
      show(this, '[data-kept-there]', isKept),
    );
  }

  #render(): void {
    const { list, changedAt, backupAt } = findPeople(this).store.$state.get();
    const count = list.people.length;
    const words = part(this, '[data-find]', HTMLInputElement).value;
    const found = searchPeople(list, words);
    const isFinding = words.trim() !== '';
    part(this, '[data-count]', HTMLElement).textContent = String(count);
    part(this, '[data-found-count]', HTMLElement).textContent = String(found.length);
    show(this, '[data-empty]', count === 0);
    show(this, '[data-sort]', count > 1);
    show(this, '[data-write], .k-actions > [data-erase-all]', count > 0);
    show(this, '[data-find-line]', count > 5 || isFinding);
    show(this, '[data-found]', isFinding);
    const rows = found.map((person) => renderPerson(this, person, list));
    part(this, '[data-rows]', HTMLElement).replaceChildren(...rows);
    if (isFinding) show(this, '[data-order]', false);
    const due = judgeBackup({ count, changedAt, backupAt }, Date.now());
    show(this, '[data-due]', false);
    show(this, `[data-due="${due}"]`, true);
    show(this, '[data-backup-none]', backupAt === '');
    show(this, '[data-backup-made]', backupAt !== '');
    if (backupAt !== '') part(this, '[data-backup-day]', HTMLElement).textContent = formatTime(backupAt);
    showKeeps(this, list.keeps);
  }
}

customElements.define('people-list', PeopleListElement);
