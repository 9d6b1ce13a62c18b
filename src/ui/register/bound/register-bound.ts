import { LiveElement } from '../../parts/live-element.ts';
import { load } from '../../parts/load.ts';
import { show } from '../../parts/parts.ts';
import { findRegister } from '../register-context.ts';

/** The file in a shared folder that a register is bound to, where the browser can. */
export class RegisterBound extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const context = findRegister(this);
    this.hidden = false;
    const can = 'showSaveFilePicker' in window && 'showOpenFilePicker' in window;
    show(this, '[data-bound-cannot]', !can);
    show(this, '[data-bound-can]', can);
    if (!can) return;
    let opening: Promise<(what: string) => Promise<void>> | undefined;
    const open = () => {
      opening ??= load(import('./keep-bound.ts')).then(({ keepBound }) => keepBound(this, context, signal));
      // One that did not arrive may be asked for again.
      opening.catch(() => {
        opening = undefined;
      });
      return opening;
    };
    const press = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-bound-do]') : null;
      if (!button) return;
      void open()
        .then((act) => act(button.dataset['boundDo'] ?? ''))
        .catch(context.failToLoad);
    };
    this.addEventListener('click', press, { signal });
    // Without a connection the buttons say so when they are pressed.
    void open().catch(() => {});
  }
}
