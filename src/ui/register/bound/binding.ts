import { atom, type ReadableAtom } from 'nanostores';
import type { Entry } from '../../../core/register/entry.ts';
import { SharedFileError, type Synced, type SyncProblem, syncRegister } from '../../../core/register/sync.ts';
import { bindingPlace, dropBinding, keepBinding, readBinding } from '../../../stores/bound-file.ts';
import { RegisterLimitError } from '../../../stores/register-box.ts';
import type { RegisterContext } from '../register-context.ts';
import { isFileHandle, markOf, mayWrite, toSharedFile } from './file-handle.ts';

/** How a register stands to its file. `asks`: the browser wants a press before the page may write again. */
export type BoundState =
  | { kind: 'none' }
  | { kind: 'asks' | 'busy'; name: string }
  /** `at`: when device and file last said the same; `brought`: how many entries came from there. */
  | { kind: 'same'; name: string; at: string; brought: number; conflicts: number }
  | { kind: 'problem'; name: string; problem: SyncProblem };

/** Binds a register to a file, and keeps the two the same. */
export class Binding {
  readonly #context: RegisterContext;
  readonly #place;
  readonly #state = atom<BoundState>({ kind: 'none' });
  #handle: FileSystemFileHandle | undefined;
  #isKnown = false;
  /** What was the same the last time: the file by its mark, and the entries of the device. */
  #same: { mark: string; entries: readonly Entry[] } | undefined;
  /** One thing after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(context: RegisterContext) {
    this.#context = context;
    this.#place = bindingPlace(() => indexedDB, context.base);
  }

  get $state(): ReadableAtom<BoundState> {
    return this.#state;
  }

  /** Takes up what the device remembers; on a shared device that is left alone. */
  async resume(): Promise<void> {
    const { form, store } = this.#context;
    const kept = store.$saving.get() === 'off' ? undefined : await readBinding(this.#place, form.id, isFileHandle);
    if (!kept || this.#handle) return;
    this.#handle = kept.handle;
    this.#isKnown = kept.isKnown;
    if (await mayWrite(kept.handle, false)) await this.sync();
    else this.#state.set({ kind: 'asks', name: kept.handle.name });
  }

  /** Binds the register to a file that the person chose just now. */
  async bind(handle: FileSystemFileHandle): Promise<void> {
    await this.#queue;
    this.#handle = handle;
    this.#isKnown = false;
    this.#same = undefined;
    await this.#keep();
    await this.allow();
  }

  /** Asks for the permission, by a press. */
  async allow(): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    if (await mayWrite(handle, true)) await this.sync(true);
    else this.#state.set({ kind: 'problem', name: handle.name, problem: 'no-permission' });
  }

  /** From now on the register is on the device alone; the file stays as it is. */
  async unbind(): Promise<void> {
    await this.rest();
    await dropBinding(this.#place, this.#context.form.id);
  }

  /** Lets go of the file on this page, and remembers it for others. */
  async rest(): Promise<void> {
    this.#handle = undefined;
    this.#same = undefined;
    this.#state.set({ kind: 'none' });
    await this.#queue;
  }

  /** Makes file and device the same, where either has changed. @param isAsked whether the person asked for it */
  sync(isAsked = false): Promise<void> {
    this.#queue = this.#queue.then(() => this.#sync(isAsked)).catch((error: unknown) => this.#fail(error));
    return this.#queue;
  }

  async #sync(isAsked: boolean): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    const { kind } = this.#state.get();
    if (!isAsked && kind === 'asks') return;
    if (!isAsked && (await this.#isSame(handle))) return;
    // Trying again by itself is not worth a word.
    if (isAsked || kind === 'none' || kind === 'asks') this.#state.set({ kind: 'busy', name: handle.name });
    const { store, form } = this.#context;
    await store.look();
    const work = () =>
      syncRegister({
        form: form.id,
        file: toSharedFile(handle),
        mine: () => store.$state.get().entries,
        isKnown: this.#isKnown,
        pause,
      });
    // Two tabs of one browser need not cross each other.
    const synced: Synced =
      'locks' in navigator ? await navigator.locks.request(`kitei-register-file:${form.id}`, work) : await work();
    await this.#take(handle, synced);
  }

  async #take(handle: FileSystemFileHandle, { merged, problem, mark = '' }: Synced): Promise<void> {
    const { store, now } = this.#context;
    const news = new Set([...merged.added, ...merged.changed]);
    if (news.size > 0) await store.put(merged.entries.filter(({ id }) => news.has(id)));
    // It was let go meanwhile.
    if (this.#handle !== handle) return;
    if (problem) {
      this.#same = undefined;
      this.#state.set({ kind: 'problem', name: handle.name, problem });
      return;
    }
    this.#same = { mark, entries: store.$state.get().entries };
    if (!this.#isKnown && merged.entries.length > 0) {
      this.#isKnown = true;
      await this.#keep();
    }
    this.#state.set({
      kind: 'same',
      name: handle.name,
      at: now().toISOString(),
      brought: news.size,
      conflicts: merged.conflicts.length,
    });
  }

  async #isSame(handle: FileSystemFileHandle): Promise<boolean> {
    if (!this.#same || this.#state.get().kind !== 'same') return false;
    if (this.#same.entries !== this.#context.store.$state.get().entries) return false;
    try {
      return this.#same.mark === (await markOf(handle));
    } catch {
      // What is wrong with it is told by reading it.
      return false;
    }
  }

  /** What the store or the browser refuses: told like a fault of the file, and tried again. */
  #fail(error: unknown): void {
    const name = this.#handle?.name ?? '';
    this.#same = undefined;
    const isTooMuch = error instanceof RegisterLimitError;
    if (!isTooMuch && !(error instanceof SharedFileError)) console.error(error);
    if (this.#handle) this.#state.set({ kind: 'problem', name, problem: isTooMuch ? 'too-many' : 'failed' });
  }

  async #keep(): Promise<void> {
    const { form, sharedDevice } = this.#context;
    const handle = this.#handle;
    if (handle && !sharedDevice.isOn()) await keepBinding(this.#place, form.id, { handle, isKnown: this.#isKnown });
  }
}

/** Longer each time, and never the same for two. */
function pause(tries: number): Promise<void> {
  const chance = (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) / 65_536;
  return new Promise((resolve) => setTimeout(resolve, tries * (60 + 120 * chance)));
}
