import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { type ChecklistStore, createChecklistStore } from '../../stores/checklist.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { isOpenAccepted } from '../parts/accept-open.ts';
import { shareContext } from '../parts/context.ts';
import { readAddress } from '../parts/draft-address.ts';
import { provideHost } from '../sign/document-host.ts';

/** What the elements of one check list share. */
export interface ChecklistContext {
  root: HTMLElement;
  store: ChecklistStore;
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
  sharedDevice: SharedDevice;
}

/** The context of the check list around an element. @throws Error if the markup is not that of Checklist.astro */
export const findChecklist = shareContext('checklist-form', (root): ChecklistContext => {
  const { base = '/', generator = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const { draftId, keepsNothing } = readAddress(location.hash);
  const store = createChecklistStore(readDefinition(root), {
    storage: () => localStorage,
    base,
    now: () => new Date(),
    newId,
    draftId,
    keepsNothing: keepsNothing || sharedDevice.isOn(),
  });
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$answers.get().header,
    keepsNothing: () => store.$keepsNothing.get(),
    mayProceed: () => isOpenAccepted(root),
    async makeDocument() {
      const { makeChecklistDocument } = await import('./make-checklist-document.ts');
      return makeChecklistDocument(store.definition, store.$answers.get());
    },
  });
  return { root, store, base, generator, sharedDevice };
});

/** Eight hexadecimal digits; randomUUID does not exist on plain http. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The build wrote this JSON from a checked definition into the same page; nobody else can have. */
function readDefinition(root: HTMLElement): ChecklistDefinition {
  const script = root.querySelector('script[data-definition]');
  const definition: ChecklistDefinition = JSON.parse(script?.textContent ?? '');
  return definition;
}
