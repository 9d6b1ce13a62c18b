import type { PeopleList } from '../../core/people/person.ts';
import { createPeopleStore, type PeopleStore } from '../../stores/people.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { shareContext } from '../parts/context.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';

/** What the parts of the page of people share. */
export interface PeopleContext {
  root: HTMLElement;
  base: string;
  generator: string;
  store: PeopleStore;
  sharedDevice: SharedDevice;
  /** Changes the list and tells what was done, with the way back. */
  act(edit: (list: PeopleList) => PeopleList | undefined, words: string): Promise<void>;
  /** Tells something by the names of its sentences, one behind the other. */
  say(names: readonly string[], texts?: Readonly<Record<string, string>>): void;
  /** A part of the code did not arrive. */
  failToLoad(error: unknown): void;
}

/** The context of the page of people around an element. */
export const findPeople = shareContext('people-list', (root): PeopleContext => {
  const { base = '/', generator = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const store = createPeopleStore({
    factory: () => indexedDB,
    base,
    now: () => new Date(),
    keepsNothing: sharedDevice.isOn(),
  });
  let undoable: { before: PeopleList; after: PeopleList } | undefined;
  const place = () => part(root, '[data-done]', HTMLElement);

  function tell(words: string): void {
    undoable = undefined;
    show(root, '[data-undo], [data-not-loaded], [data-not-erased]', false);
    part(root, '[data-done-words]', HTMLElement).textContent = words;
    place().hidden = words === '';
    if (words !== '') place().focus();
  }

  /** Whatever is done by now, on another page too, is not taken back any more. */
  store.$state.listen(({ list }) => {
    if (undoable && undoable.after !== list) tell('');
  });
  part(root, '[data-undo]', HTMLElement).addEventListener('click', () => {
    const { before, after } = undoable ?? {};
    if (!before) return;
    undoable = undefined;
    const isSame = (list: PeopleList) => JSON.stringify(list) === JSON.stringify(after);
    void store.change((list) => (isSame(list) ? before : undefined)).then(() => tell(place().dataset['undone'] ?? ''));
  });

  return {
    root,
    base,
    generator,
    store,
    sharedDevice,
    async act(edit, words) {
      const before = store.$state.get().list;
      undoable = undefined;
      await store.change(edit);
      const after = store.$state.get().list;
      tell(words);
      undoable = { before, after };
      show(root, '[data-undo]', true);
    },
    say(names, texts = {}) {
      tell(toWords(place(), names, texts));
    },
    failToLoad(error) {
      if (!(error instanceof Error && error.name === 'LoadError')) console.error(error);
      tell('');
      show(root, '[data-not-loaded]', true);
      part(root, '[data-not-loaded]', HTMLElement).focus();
    },
  };
});
