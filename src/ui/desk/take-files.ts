import { type Kept, mergeKept, nothingKept } from '../../core/desk/kept.ts';
import { receive } from '../../core/desk/receive.ts';
import type { Entry } from '../../core/register/entry.ts';
import { RegisterLimitError } from '../../stores/register-box.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { RunEnd } from '../receive/check-queue.ts';
import type { Collected } from './collect-files.ts';
import type { DeskApp } from './desk-app.ts';
import { Intake, type IntakeListener } from './intake.ts';

/** So many files that were left out are named; of more their number. */
const mostNamed = 200;

/** What a sitting has come to. */
interface Sitting {
  added: number;
  again: number;
  same: number;
  left: { name: string; message: string }[];
  done: number;
  total: number;
  isFull: boolean;
}

const nothing = (): Sitting => ({ added: 0, again: 0, same: 0, left: [], done: 0, total: 0, isFull: false });

let taking: { intake: Intake; root: HTMLElement } | undefined;

/** Takes files onto the desk: checks them, keeps what was found, and tells how far it has come. */
export async function takeFiles(app: DeskApp, { files, isCut }: Collected, signal: AbortSignal): Promise<void> {
  if (taking?.root !== app.root) {
    const intake = new Intake(app.base, new Receiver(app));
    taking = { intake, root: app.root };
    signal.addEventListener('abort', () => {
      intake.close();
      taking = undefined;
    });
  }
  if (files.length > 0) await taking.intake.take(files);
  if (isCut) tellMore(app, 'cut');
}

/** Gives up what is under way. */
export function cancelTaking(): void {
  taking?.intake.cancel();
}

function tellMore({ root }: DeskApp, name: string): void {
  const status = part(root, '[data-intake-status]', HTMLElement);
  status.textContent = (status.textContent ?? '') + toWords(status, [name]);
}

/** Milliseconds between two announcements of progress: often enough to know it goes on, too seldom to annoy. */
const announceEvery = 3000;

class Receiver implements IntakeListener {
  readonly #app: DeskApp;
  #sitting = nothing();
  #isOver = true;
  #announced = 0;

  constructor(app: DeskApp) {
    this.#app = app;
  }

  async found(files: Parameters<IntakeListener['found']>[0]): Promise<void> {
    const { store, $open, sha256, writing } = this.#app;
    const into = $open.get()?.campaign.id ?? '';
    const { at, by } = writing();
    const known = new Map(store.$state.get().entries.map((entry) => [entry.id, entry]));
    const entries: Entry[] = [];
    let kept: Kept = nothingKept;
    for (const file of files) {
      const received = receive({ ...file, into }, known.get(file.sha256), { at, by }, sha256);
      kept = mergeKept(kept, received.kept);
      if (received.entry) entries.push(received.entry);
      if (known.has(file.sha256)) this.#sitting.again += 1;
      else this.#sitting.added += 1;
    }
    try {
      await store.put(entries, kept);
    } catch (error) {
      if (!(error instanceof RegisterLimitError)) throw error;
      this.#sitting.isFull = true;
      cancelTaking();
    }
  }

  same(): void {
    this.#sitting.same += 1;
  }

  left(name: string, message: string): void {
    this.#sitting.left.push({ name, message });
  }

  progress(done: number, total: number): void {
    const { root, $isTaking } = this.#app;
    if (this.#isOver) {
      this.#sitting = nothing();
      this.#isOver = false;
      this.#announced = 0;
      $isTaking.set(true);
      show(root, '[data-left-out]', false);
      show(root, '[data-do="cancel"]', true);
    }
    Object.assign(this.#sitting, { done, total });
    const bar = part(root, '[data-intake-progress]', HTMLProgressElement);
    bar.hidden = false;
    bar.max = Math.max(1, total);
    bar.value = done;
    if (performance.now() - this.#announced < announceEvery) return;
    this.#announced = performance.now();
    this.#tell(['running']);
  }

  ended(end: RunEnd): void {
    const { root, $isTaking } = this.#app;
    const { added, again, same, left, isFull } = this.#sitting;
    this.#isOver = true;
    $isTaking.set(false);
    show(root, '[data-intake-progress], [data-do="cancel"]', false);
    this.#tell([
      end.kind === 'done' ? 'finished' : end.kind === 'cancelled' ? 'cancelled' : 'unloaded',
      'added',
      ...(again > 0 ? ['again'] : []),
      ...(same > 0 ? ['same'] : []),
      ...(left.length > 0 ? ['left'] : []),
      ...(isFull ? ['full'] : []),
    ]);
    this.#listLeft();
    const { activeElement } = document;
    // To the table, unless the person has gone on reading elsewhere.
    if (
      !added ||
      (activeElement && activeElement !== document.body && !activeElement.closest('[data-drop], [data-do="cancel"]'))
    )
      return;
    part(root, '[data-table-heading]', HTMLElement).focus();
  }

  #tell(names: readonly string[]): void {
    const { added, again, same, left, done, total } = this.#sitting;
    const status = part(this.#app.root, '[data-intake-status]', HTMLElement);
    const counts = { added, again, same, left: left.length };
    const words = names.map((name) =>
      toWords(status, [name], {
        d: done.toLocaleString('en'),
        t: total.toLocaleString('en'),
        n: (name in counts ? counts[name as keyof typeof counts] : 0).toLocaleString('en'),
      }),
    );
    status.textContent = words.join('');
  }

  #listLeft(): void {
    const { root } = this.#app;
    const { left } = this.#sitting;
    show(root, '[data-left-out]', left.length > 0);
    part(root, '[data-left-count]', HTMLElement).textContent = String(left.length);
    const list = part(root, '[data-left-list]', HTMLElement);
    const lines = left.slice(0, mostNamed).map(({ name, message }) => `${toShortText(name, 120)}: ${message}`);
    const rest = left.length - lines.length;
    if (rest > 0) lines.push(toWords(list, ['rest'], { n: String(rest) }));
    list.replaceChildren(...lines.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  }
}
