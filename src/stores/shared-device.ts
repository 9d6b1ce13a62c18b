import { isSaidShared, sharedDeviceKey } from './shared-device-key.ts';

/** The part of the browser's Storage that the switch needs. Each call may throw. */
export type SwitchStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whether this tab stands on a device that several people use: set once, it holds for every tool. */
export interface SharedDevice {
  isOn(): boolean;
  set(isOn: boolean): void;
}

/**
 * The switch of all tools of one site, kept for as long as the tab is open, so that neither loading a page again nor going
 * to the next one begins to keep. Where even that is blocked it holds for the page.
 * @param storage of the session; a function, because reading `sessionStorage` may throw
 * @param base path of the site, so that two sites of one server keep apart
 */
export function createSharedDevice(storage: () => SwitchStorage, base: string): SharedDevice {
  const key = sharedDeviceKey(base);
  let isOn = isSaidShared(storage, base);
  return {
    isOn: () => isOn,
    set(value) {
      isOn = value;
      try {
        if (value) storage().setItem(key, 'on');
        else storage().removeItem(key);
      } catch {
        // It holds for this page.
      }
    },
  };
}
