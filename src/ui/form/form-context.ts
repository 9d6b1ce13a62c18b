import type { MadeRecord } from '../../record/make-record.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import { toSentForm } from '../../record/v1/form/answer-set.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { fillForm } from '../../record/v1/form/fill.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import { createFormStore, type FormStore } from '../../stores/form.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { type DraftWords, provideDrafts } from '../drafts/draft-host.ts';
import { shareContext } from '../parts/context.ts';
import { readAddress } from '../parts/draft-address.ts';
import { newCase, newId } from '../parts/new-id.ts';
import { download } from '../parts/parts.ts';
import { makeAnswersRecord, provideHost } from '../sign/document-host.ts';

/** A form whose papers this one begins with. */
export type Source = Pick<FormDefinition, 'id' | 'version' | 'title'>;

/** What the elements of one form share. */
export interface FormContext {
  root: HTMLElement;
  store: FormStore;
  /** The form before the company's words are in it, and these: a file of it holds both. */
  asked: Worded<FormDefinition>;
  sources: readonly Source[];
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
}

/** The context of the form around an element. @throws Error if the markup is not that of Form.astro */
export const findForm = shareContext('form-tool', (root): FormContext => {
  const { base = '/', generator = '', addressee = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const { draftId, keepsNothing } = readAddress(location.hash);
  const { asked, sources } = readAsked(root);
  const store = createFormStore(fillForm(asked), {
    storage: () => localStorage,
    base,
    now: () => new Date(),
    newId: newCase,
    newRowId: newId,
    draftId,
    addressee,
    keepsNothing: keepsNothing || sharedDevice.isOn(),
  });
  const context = { root, store, asked, sources, base, generator };
  provideDrafts<FormAnswers>({
    root,
    base,
    store,
    sharedDevice,
    describe: (answers) => describePaper(store.definition, answers),
    exportAnswers: () => exportPaper(store),
  });
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$answers.get().header,
    keepsNothing: () => store.$keepsNothing.get(),
    mayProceed: () => true,
    makeRecord: () => makeFormRecord(context),
  });
  return context;
});

/** What the answers make, as it will be signed. */
export function makeFormRecord({ asked, store }: Pick<FormContext, 'asked' | 'store'>): Promise<MadeRecord> {
  return makeAnswersRecord(asked, store.$answers.get());
}

/** The answers as they would be sent: a file may be handed on, and must hold nothing that the page does not show. */
function exportPaper({ definition, $answers }: FormStore): void {
  const answers = toSentForm(definition, $answers.get());
  const name = documentFileName(definition.title, answers.header, '.json');
  download(name, 'application/json', `${JSON.stringify(answers, null, 2)}\n`);
}

function describePaper(definition: FormDefinition, answers: FormAnswers): DraftWords {
  const { header, fields, tables } = toSentForm(definition, answers);
  const { recipient, business, company, checkedOn } = header;
  const cells = Object.values(tables).flatMap((rows) => rows.flatMap(({ cells }) => Object.values(cells)));
  const answered = [...Object.values(header).filter((text) => text !== ''), ...Object.values(fields), ...cells].length;
  return { name: recipient, facts: { business, company, checkedOn, answered: String(answered) }, answered };
}

/** The build wrote this JSON from a checked definition into the same page; nobody else can have. */
function readAsked(root: HTMLElement): Pick<FormContext, 'asked' | 'sources'> {
  return JSON.parse(root.querySelector('script[data-asked]')?.textContent ?? '');
}
