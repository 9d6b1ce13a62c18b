import type { MadeRecord } from '../../record/make-record.ts';
import { aboutOf } from '../../record/v1/checklist/about.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import { countAnswers } from '../../record/v1/checklist/count.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { fillChecklist } from '../../record/v1/checklist/fill.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import { type ChecklistStore, createChecklistStore } from '../../stores/checklist.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { type DraftWords, provideDrafts } from '../drafts/draft-host.ts';
import { isOpenAccepted } from '../parts/accept-open.ts';
import { shareContext } from '../parts/context.ts';
import { readAddress } from '../parts/draft-address.ts';
import { newId } from '../parts/new-id.ts';
import { makeAnswersRecord, provideHost } from '../sign/document-host.ts';
import { exportAnswers } from './export-answers.ts';

/** What the elements of one check list share. */
export interface ChecklistContext {
  root: HTMLElement;
  store: ChecklistStore;
  /** The list before the company's words are in it, and these: a file of it holds both. */
  asked: Worded<ChecklistDefinition>;
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
  sharedDevice: SharedDevice;
}

/** The context of the check list around an element. @throws Error if the markup is not that of Checklist.astro */
export const findChecklist = shareContext('checklist-form', (root): ChecklistContext => {
  const { base = '/', generator = '', addressee = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const { draftId, keepsNothing } = readAddress(location.hash);
  const asked = readAsked(root);
  const store = createChecklistStore(fillChecklist(asked), {
    storage: () => localStorage,
    base,
    now: () => new Date(),
    newId: () => newId(),
    draftId,
    addressee,
    keepsNothing: keepsNothing || sharedDevice.isOn(),
  });
  const context = { root, store, asked, base, generator, sharedDevice };
  provideDrafts({
    root,
    base,
    store,
    sharedDevice,
    describe: (answers) => describeDraft(store.definition, answers),
    exportAnswers: () => exportAnswers(store),
  });
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$answers.get().header,
    keepsNothing: () => store.$keepsNothing.get(),
    mayProceed: () => isOpenAccepted(root),
    makeRecord: () => makeChecklistRecord(context),
  });
  return context;
});

/** What the answers make, as it will be signed. */
export function makeChecklistRecord({ asked, store }: ChecklistContext): Promise<MadeRecord> {
  return makeAnswersRecord(asked, store.$answers.get());
}

function describeDraft(definition: ChecklistDefinition, answers: ChecklistAnswers): DraftWords {
  const { asked, unanswered } = countAnswers(definition, answers);
  const answered = asked - unanswered;
  const { recipient, company } = answers.header;
  return { name: aboutOf(definition, answers) || recipient, facts: { company, answered: String(answered) }, answered };
}

/** The build wrote this JSON from a checked definition into the same page; nobody else can have. */
function readAsked(root: HTMLElement): Worded<ChecklistDefinition> {
  return JSON.parse(root.querySelector('script[data-asked]')?.textContent ?? '');
}
