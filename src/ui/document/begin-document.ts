import { emptyDocument, givenOf, readDocument } from '../../core/document/answers.ts';
import { composeDocument } from '../../core/document/compose.ts';
import type { DocumentDefinition } from '../../core/document/definition.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import { emptyHeader } from '../../record/v1/header/header.ts';
import { createDocumentStore, type DocumentStore } from '../../stores/document.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { announceOpenings } from '../drafts/announce-opening.ts';
import { defineDrafts } from '../drafts/define-drafts.ts';
import { provideDrafts } from '../drafts/draft-host.ts';
import { showSaving } from '../drafts/show-saving.ts';
import { attempt } from '../parts/attempt.ts';
import { readAddress } from '../parts/draft-address.ts';
import { toDom } from '../parts/markup.ts';
import { newId } from '../parts/new-id.ts';
import { download, part, show, today } from '../parts/parts.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';
import { toDocumentMarkup } from './document-markup.ts';
import { showDocument } from './show-document.ts';

const begun = new WeakSet<HTMLElement>();

/** Brings the fields of a document to life: what is typed goes to the store, and the paper below follows. */
export function beginDocument(root: HTMLElement, signal: AbortSignal): void {
  if (begun.has(root)) return;
  begun.add(root);
  const store = openStore(root);
  const { definition } = store;
  show(root, '[data-edit], [data-with-scripts]', true);
  show(root, '[data-begin]', false);
  root.addEventListener('input', ({ target }) => take(store, target), { signal });
  listenToButtons(root, store, signal);
  announceOpenings({ root, store }, signal);
  const stops = [
    store.$saving.subscribe((saving) => showSaving(root, saving)),
    store.$answers.subscribe((answers) => {
      const composed = composeDocument(definition, answers);
      showDocument(root, definition, answers, composed);
      part(root, '.k-folio', HTMLElement).replaceChildren(toDom(toDocumentMarkup(composed)));
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    begun.delete(root);
  });
  if (!customElements.get('draft-list')) defineDrafts();
}

function openStore(root: HTMLElement): DocumentStore {
  const { base = '/' } = root.dataset;
  // The build wrote this JSON from a checked definition into the same page; nobody else can have.
  const definition: DocumentDefinition = JSON.parse(root.querySelector('script[data-asked]')?.textContent ?? '');
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const { draftId, keepsNothing } = readAddress(location.hash);
  const store = createDocumentStore(definition, {
    storage: () => localStorage,
    base,
    now: () => new Date(),
    newId,
    draftId,
    keepsNothing: keepsNothing || sharedDevice.isOn(),
  });
  provideDrafts({
    root,
    base,
    store,
    sharedDevice,
    describe(answers) {
      const answered = Object.values(answers.fields).filter((text) => text !== '').length;
      const name = givenOf(definition, answers, definition.named);
      return { name, facts: { answered: String(answered) }, answered };
    },
    exportAnswers() {
      const text = `${JSON.stringify(store.$answers.get(), null, 2)}\n`;
      download(fileNameOf(store, '.json'), 'application/json', text);
    },
  });
  return store;
}

function take(store: DocumentStore, target: EventTarget | null): void {
  if (target instanceof HTMLInputElement && target.dataset['article'] !== undefined)
    store.choose(target.dataset['article'], target.checked);
  else if (target instanceof HTMLInputElement && target.dataset['wording'] !== undefined)
    store.word(target.value === 'official' ? 'official' : 'ours');
  else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    const id = target.dataset['documentField'];
    if (id !== undefined) store.fill(id, target.value);
  }
}

function listenToButtons(root: HTMLElement, store: DocumentStore, signal: AbortSignal): void {
  const file = part(root, '[data-import-file]', HTMLInputElement);
  const on = (selector: string, act: () => void) =>
    part(root, selector, HTMLButtonElement).addEventListener('click', act, { signal });
  on('[data-word-file]', () =>
    attempt(root, '[data-word-failed]', async () => {
      const { writeDocx } = await import('./write-docx.ts');
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      const composed = composeDocument(store.definition, store.$answers.get());
      download(fileNameOf(store, '.docx'), type, writeDocx(composed));
    }),
  );
  on('[data-import]', () => file.click());
  file.addEventListener('change', () => void readFile(root, store, file), { signal });
}

/** What a file holds begins a draft of its own: nothing that is typed is lost. */
async function readFile(root: HTMLElement, store: DocumentStore, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const reading = await readTextFile(file)
    .then((text) => readDocument(JSON.parse(text), store.definition))
    // No JSON, or a file that has gone, unless there are words for it.
    .catch((error: unknown) => ({ ok: false, words: decodingWords(error) }) as const);
  const words = 'words' in reading ? reading.words : undefined;
  part(root, '[data-not-decoded]', HTMLElement).textContent = words ?? '';
  show(root, '[data-not-decoded]', words !== undefined);
  show(root, '[data-not-read]', !reading.ok && words === undefined);
  if (reading.ok) store.startDraft({ ...emptyDocument(store.definition), ...reading.value });
  // The same file chosen again must be a change again.
  input.value = '';
}

function fileNameOf({ definition, $answers }: DocumentStore, ending: string): string {
  const name = givenOf(definition, $answers.get(), definition.named);
  const header = { ...emptyHeader(), company: name, checkedOn: today(new Date()) };
  return documentFileName(`${definition.title}（案）`, header, ending);
}
