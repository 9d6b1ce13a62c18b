import type { Entry } from '../../core/register/entry.ts';
import type { Writing } from '../../core/register/merge.ts';
import type { RegisterRules } from '../../core/register/rules.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import type { FormDefinition, FormTable } from '../../record/v1/form/definition.ts';
import { createKeptTexts, type KeptTexts } from '../../stores/kept-texts.ts';
import { createRegisterStore, type RegisterStore } from '../../stores/register.ts';
import { RegisterLimitError } from '../../stores/register-box.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { shareContext } from '../parts/context.ts';
import { newId } from '../parts/new-id.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';

/** What the parts of a register's page share. */
export interface RegisterContext {
  root: HTMLElement;
  /** Base path of the site with a slash at both ends. */
  base: string;
  /** Name and version of what makes the files. */
  generator: string;
  store: RegisterStore;
  /** The form, in the company's words. */
  form: FormDefinition;
  /** The form before the company's words are in it, and these: a signed file holds both. */
  asked: Worded<FormDefinition>;
  rules: RegisterRules;
  /** The tables that are lists of entries, in the order of the form. */
  tables: readonly FormTable[];
  sharedDevice: SharedDevice;
  /** Who writes, under `name`. */
  writer: KeptTexts;
  /** Entries that are half typed. */
  drafts: KeptTexts;
  /** The head of the signed papers, and the cases of those that were made. */
  head: KeptTexts;
  /** What was decided about the columns of tables that were read in. */
  columns: KeptTexts;
  now(): Date;
  /** A new id of an entry. */
  newId(): string;
  /** Who writes a state, when, under an id of its own. */
  writing(): Writing;
  /** Tells something; '' takes away what was told. */
  say(words: string): void;
  /** Tells something by the names of its sentences in the page. */
  tell(names: readonly string[], texts?: Readonly<Record<string, string>>): void;
  /** Puts entries into the register and tells what was done, or why it could not be. Whether it was done. */
  put(entries: readonly Entry[], names: readonly string[], texts?: Readonly<Record<string, string>>): Promise<boolean>;
  /** A part of the code did not arrive, or broke. */
  failToLoad(error: unknown): void;
}

/** The context of the register around an element. @throws Error if the markup is not that of Register.astro */
export const findRegister = shareContext('register-tool', (root): RegisterContext => {
  const { base = '/', generator = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const { asked, form, rules } = readAsked(root);
  const now = () => new Date();
  const keepsNothing = sharedDevice.isOn();
  const store = createRegisterStore({ factory: () => indexedDB, base, formId: form.id, now, keepsNothing });
  const keptTexts = (key: string) => createKeptTexts(() => localStorage, `kitei:${base}:${key}`, keepsNothing);
  const writer = keptTexts('writer');
  const done = part(root, '[data-done]', HTMLElement);
  function say(words: string): void {
    show(root, '[data-not-loaded]', false);
    part(root, '[data-done-words]', HTMLElement).textContent = words;
    done.hidden = words === '';
    if (words !== '') done.focus();
  }
  const tell: RegisterContext['tell'] = (names, texts) => say(toWords(done, names, texts));
  return {
    root,
    base,
    generator,
    store,
    form,
    asked,
    rules,
    tables: form.parts.flatMap((one) => (one.kind === 'table' && Object.hasOwn(rules.tables, one.id) ? [one] : [])),
    sharedDevice,
    writer,
    drafts: keptTexts(`entry-draft:${form.id}`),
    head: keptTexts(`register-head:${form.id}`),
    columns: keptTexts(`register-columns:${form.id}`),
    now,
    newId: () => newId(8),
    writing: () => ({ id: newId(8), at: now().toISOString(), by: writer.$texts.get()['name'] ?? '' }),
    say,
    tell,
    async put(entries, names, texts) {
      try {
        const { conflicts } = await store.put(entries);
        const isInConflict = entries.some(({ id }) => conflicts.includes(id));
        tell(isInConflict ? [...names, 'conflict'] : names, texts);
        return true;
      } catch (error) {
        if (!(error instanceof RegisterLimitError)) throw error;
        tell([error.kind === 'entries' ? 'full' : 'long']);
        return false;
      }
    },
    failToLoad(error) {
      if (!(error instanceof Error && error.name === 'LoadError')) console.error(error);
      done.hidden = true;
      show(root, '[data-not-loaded]', true);
      part(root, '[data-not-loaded]', HTMLElement).focus();
    },
  };
});

/** The build wrote this JSON from a checked definition into the same page; nobody else can have. */
function readAsked(root: HTMLElement): Pick<RegisterContext, 'asked' | 'form' | 'rules'> {
  return JSON.parse(root.querySelector('script[data-asked]')?.textContent ?? '');
}
