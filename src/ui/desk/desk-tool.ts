import { deskStoreId, isDeskKept, saysKeep } from '../../stores/desk-place.ts';
import { isSaidShared } from '../../stores/shared-device-key.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import '../parts/watch-characters.ts';
import { listenToDrops } from '../receive/listen-to-files.ts';
import { collectChosen, collectDropped } from './collect-files.ts';
import type { DeskApp } from './desk-app.ts';

/** The client's desk: what draws and keeps it comes when there is something to draw, or when somebody asks for something. */
class DeskTool extends LiveElement {
  #app: Promise<DeskApp> | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    show(this, '[data-scripted]', true);
    show(this, '[data-drop]', true);
    part(this, '[data-keep]', HTMLInputElement).checked = saysKeep(() => localStorage, base);
    part(this, '[data-keep-nothing]', HTMLInputElement).checked = isSaidShared(() => sessionStorage, base);
    const press = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
      if (button) this.#ask(signal, (app) => app.press(button.dataset['do'] ?? '', button));
    };
    this.addEventListener('click', press, { signal });
    const change = ({ target }: Event) => target instanceof HTMLElement && this.#change(target, signal);
    this.addEventListener('change', change, { signal });
    this.#listenToDrops(signal);
    const isKept = isDeskKept({
      factory: () => indexedDB,
      name: `kitei:${base}:register:${deskStoreId}`,
      table: 'entries',
    });
    void isKept.then((isThere) => isThere && !signal.aborted && this.#ask(signal, () => undefined));
  }

  #change(target: HTMLElement, signal: AbortSignal): void {
    if (target instanceof HTMLInputElement && target.matches('[data-files], [data-backup-file]')) {
      const files = [...(target.files ?? [])];
      const isBackup = target.matches('[data-backup-file]');
      // Emptied, so that the same file can be chosen again.
      target.value = '';
      const [first] = files;
      if (isBackup) this.#ask(signal, (app) => first && app.readBackup(first));
      else if (first) this.#ask(signal, (app) => app.take(collectChosen(files)));
    } else if (target.matches('[data-keep], [data-keep-nothing], [data-writer], [data-campaign]'))
      this.#ask(signal, (app) => app.change(target));
  }

  #listenToDrops(signal: AbortSignal): void {
    const drop = part(this, '[data-drop]', HTMLElement);
    const take = (transfer: DataTransfer) => {
      if (drop.closest('[hidden]') !== null) return;
      const collected = collectDropped(transfer);
      this.#ask(signal, async (app) => app.take(await collected));
    };
    listenToDrops(drop, take, signal);
  }

  /** Has the desk do something, once it is there. */
  #ask(signal: AbortSignal, act: (app: DeskApp) => unknown): void {
    this.#app ??= load(import('./open-desk.ts')).then(({ openDesk }) => openDesk(this, signal));
    const app = this.#app;
    void app
      .then(async (opened) => {
        await act(opened);
      })
      .catch((error: unknown) => this.#fail(error, app));
  }

  #fail(error: unknown, app: Promise<DeskApp>): void {
    if (!(error instanceof Error && error.name === 'LoadError')) console.error(error);
    const words = part(this, '[data-not-loaded]', HTMLElement);
    words.hidden = false;
    words.focus();
    // A desk that did not arrive is asked for again with the next press.
    app.catch(() => {
      this.#app = undefined;
    });
  }
}

customElements.define('desk-tool', DeskTool);
