import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { createTailoringStore, type TailoringStore } from '../../stores/tailoring.ts';
import { shareContext } from '../parts/context.ts';
import { part } from '../parts/parts.ts';

/** What the elements of the page share that makes a site a company's own. */
export interface TailoringContext {
  root: HTMLElement;
  form: HTMLFormElement;
  store: TailoringStore;
  sharedDevice: SharedDevice;
}

/** The context around an element. @throws Error if the markup is not that of pages/tailoring */
export const findTailoring = shareContext('tailoring-form', (root): TailoringContext => {
  const { base = '/' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const storage = () => {
    // The same as where the browser blocks it: nothing is found, nothing is kept, and the page says so.
    if (sharedDevice.isOn()) throw new Error('Nothing is kept on a shared device.');
    return localStorage;
  };
  const store = createTailoringStore({ storage, base, now: () => new Date() });
  return { root, form: part(root, 'form[data-values]', HTMLFormElement), store, sharedDevice };
});
