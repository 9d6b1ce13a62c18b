import type { Drafted } from '../../stores/drafted.ts';

/** What the fragment of the address names: a fragment is never sent to a server. */
export interface DraftAddress {
  /** `#draft=…`, whatever stands there. */
  draftId: string | undefined;
  /** `#shared`: so that loading the page again on a shared device does not begin to keep. */
  keepsNothing: boolean;
}

// Behind it may stand what a sentence or a chat has left there.
const draftForm = /^#draft(?:=|%3d)([a-z0-9-]*)/i;
const shared = '#shared';

/** @param hash `location.hash` */
export function readAddress(hash: string): DraftAddress {
  return { draftId: draftForm.exec(hash)?.[1], keepsNothing: /^#shared\b/.test(hash) };
}

/**
 * Writes what is open into the address. A fragment that leads to a place on the page stays until there is something to
 * be written; following such a link changes the fragment, and calling this again puts the draft back.
 * @param push whether going back leads to what was there before
 */
export function writeAddress(store: Pick<Drafted<unknown>, '$saving' | '$opened'>, push = false): void {
  const saving = store.$saving.get();
  const isStored = saving !== 'idle' && saving !== 'blocked';
  const hash = saving === 'off' ? shared : isStored ? `#draft=${store.$opened.get().id}` : '';
  const { draftId, keepsNothing } = readAddress(location.hash);
  const isPlace = draftId === undefined && !keepsNothing;
  if (location.hash === hash || (hash === '' && isPlace)) return;
  const address = hash || location.pathname + location.search;
  if (push) history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
}
