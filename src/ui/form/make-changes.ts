import { formFileMessage } from '../../core/form/file-message.ts';
import { toWholeAddress } from '../../core/form/fill-address.ts';
import { beginChangePaper, findRosterChanges, type RosterChange } from '../../core/form/roster-changes.ts';
import { isDate, toDateText } from '../../core/text/date.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../record/v1/form/given.ts';
import { beginHeader } from '../../stores/addressee.ts';
import { listPapers } from '../../stores/form.ts';
import { keepPaper } from '../../stores/keep-paper.ts';
import { formatTime } from '../parts/format-time.ts';
import { newCase, newId } from '../parts/new-id.ts';
import { part, show } from '../parts/parts.ts';
import { fillSlots } from '../parts/templates.ts';
import { findForm } from './form-context.ts';
import { readFormFile } from './read-form-file.ts';

/** Opens the dialog that compares two states of this roster. */
export function openChanges(root: HTMLElement): void {
  const dialog = part(root, '[data-rc-dialog]', HTMLDialogElement);
  const { store, base } = findForm(root);
  const { definition } = store;
  const papers = store.$keepsNothing.get() ? [] : listPapers(() => localStorage, base, definition);
  const own = store.$answers.get();
  const known = new Map(papers.map(({ answers }) => [answers.case, answers]));
  known.set('own', own);
  for (const side of sidesOf(dialog)) {
    const choice = part(side, '[data-side-choice]', HTMLSelectElement);
    const { own: ownName } = side.dataset;
    const options = papers
      .filter(({ answers }) => answers.case !== own.case)
      .map(({ answers, savedAt }) => new Option(nameOf(answers, savedAt), answers.case));
    const first = ownName === undefined ? [] : [new Option(ownName, 'own', true, true)];
    const [none, file] = [...choice.options].filter(({ value }) => value === '' || value === 'file');
    choice.replaceChildren(...[none, ...first, ...options, file].filter((option) => option !== undefined));
    choice.value = ownName === undefined ? (options[0]?.value ?? '') : 'own';
    const showFile = () => show(side, '[data-side-file-line]', choice.value === 'file');
    choice.onchange = showFile;
    showFile();
    complain(side, '');
  }
  show(dialog, '[data-rc-result], [data-rc-on-problem]', false);
  part(dialog, '[data-rc-do]', HTMLButtonElement).onclick = () => void make(root, dialog, known);
  part(dialog, '[data-rc-close]', HTMLButtonElement).onclick = () => dialog.close();
  dialog.showModal();
}

async function make(root: HTMLElement, dialog: HTMLElement, known: ReadonlyMap<string, FormAnswers>): Promise<void> {
  const on = readDay(dialog);
  show(dialog, '[data-rc-result], [data-rc-doubt]', false);
  show(dialog, '[data-rc-reading]', true);
  const states: (FormAnswers | undefined)[] = [];
  for (const side of sidesOf(dialog)) states.push(await readSide(root, dialog, side, known));
  show(dialog, '[data-rc-reading]', false);
  const [before, after] = states;
  if (!before || !after || on === undefined) {
    dialog.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return;
  }
  const changes = findRosterChanges(findForm(root).store.definition, before, after);
  showChanges(dialog, changes);
  if (changes.length > 0) handOver(root, dialog, after, changes, on);
  show(dialog, '[data-rc-result]', true);
  part(dialog, '[data-rc-result]', HTMLElement).focus();
}

/** As a draft of the other form; on a shared device, where nothing is kept, in the address of a new tab. */
function handOver(
  root: HTMLElement,
  dialog: HTMLElement,
  after: FormAnswers,
  changes: readonly RosterChange[],
  on: string,
): void {
  const { store, base } = findForm(root);
  const { definition, addressee } = readChangeForm(root);
  const caseId = newCase();
  const begun = {
    ...emptyFormAnswers(definition, caseId),
    header: beginHeader(definition.head.recipient ? addressee : ''),
  };
  const paper = beginChangePaper(definition, begun, { definition: store.definition, answers: after }, changes, {
    on,
    newId,
  });
  const link = part(dialog, '[data-rc-link]', HTMLAnchorElement);
  const page = root.dataset['page'] ?? '';
  const keepsNothing = store.$keepsNothing.get();
  const fill = toWholeAddress(paper);
  const isKept = !keepsNothing && keepPaper(() => localStorage, base, paper, new Date()) === 'kept';
  link.href = keepsNothing ? `${page}${fill ?? ''}` : `${page}#draft=${caseId}`;
  // A tab opened by this one knows that the device is shared; what is on this page stays on it.
  if (keepsNothing) Object.assign(link, { target: '_blank', rel: 'opener' });
  const isTooLong = keepsNothing && fill === undefined;
  show(dialog, '[data-rc-made]', isKept || (keepsNothing && !isTooLong));
  show(dialog, '[data-rc-not-made]', !keepsNothing && !isKept);
  show(dialog, '[data-rc-too-long]', isTooLong);
}

function showChanges(dialog: HTMLElement, changes: readonly RosterChange[]): void {
  const template = part(dialog, '[data-rc-template]', HTMLTemplateElement);
  const items = changes.map((change) => {
    const item = part(document.importNode(template.content, true), 'li', HTMLElement);
    fillSlots(item, { ...change });
    show(item, '[data-rc-before]', change.before !== '');
    show(item, '[data-rc-after]', change.after !== '');
    return item;
  });
  part(dialog, '[data-rc-list]', HTMLElement).replaceChildren(...items);
  part(dialog, '[data-rc-count]', HTMLElement).textContent = String(changes.length);
  show(dialog, '[data-rc-none]', changes.length === 0);
  show(dialog, '[data-rc-made], [data-rc-not-made], [data-rc-too-long]', false);
}

/** A state as it was chosen; undefined where the page has said what is wrong. */
async function readSide(
  root: HTMLElement,
  dialog: HTMLElement,
  side: HTMLElement,
  known: ReadonlyMap<string, FormAnswers>,
): Promise<FormAnswers | undefined> {
  complain(side, '');
  const { store, base, generator } = findForm(root);
  const { value } = part(side, '[data-side-choice]', HTMLSelectElement);
  if (value !== 'file') return known.get(value) ?? complain(side, wordsOf(side, 'missing'));
  const [file] = part(side, '[data-side-file]', HTMLInputElement).files ?? [];
  if (!file) return complain(side, wordsOf(side, 'missing'));
  const reading = await readFormFile(file, store.definition, [], { base, generator, definitions: [] });
  if (reading.kind === 'not-loaded') return complain(side, wordsOf(side, 'notLoaded'));
  if (reading.kind === 'problem') return complain(side, formFileMessage(reading.problem, store.definition.title));
  if (reading.kind === 'undecoded') return complain(side, reading.message);
  const refused = reading.kind === 'refused' ? reading : reading.doubt;
  const isUnsigned = reading.kind === 'answers' && reading.doubt?.reason === 'not-signed';
  if (refused && !isUnsigned)
    return complain(
      side,
      wordsOf(side, 'refused').replace('%s', () => refused.message),
    );
  if (isUnsigned) show(dialog, '[data-rc-doubt]', true);
  return reading.kind === 'answers' ? reading.answers.answers : undefined;
}

function readDay(dialog: HTMLElement): string | undefined {
  const field = part(dialog, '[data-rc-on]', HTMLInputElement);
  const day = toDateText(field.value.trim());
  const isWrong = day !== '' && !isDate(day);
  show(dialog, '[data-rc-on-problem]', isWrong);
  if (isWrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  return isWrong ? undefined : day;
}

function sidesOf(dialog: HTMLElement): HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>('[data-side]')];
}

function wordsOf(side: HTMLElement, name: string): string {
  return part(side, '[data-side-problem]', HTMLElement).dataset[name] ?? '';
}

function complain(side: HTMLElement, message: string): undefined {
  const place = part(side, '[data-side-problem]', HTMLElement);
  place.textContent = message;
  place.hidden = message === '';
  for (const field of side.querySelectorAll('select, input')) field.removeAttribute('aria-invalid');
  if (message !== '') part(side, '[data-side-choice]', HTMLSelectElement).setAttribute('aria-invalid', 'true');
  return undefined;
}

function nameOf({ header }: FormAnswers, savedAt: string): string {
  const names = [header.recipient, header.business, header.checkedOn].filter((text) => text !== '');
  return [...names, `${formatTime(savedAt)} 保存`].join('、');
}

/** The build wrote this JSON from a checked definition into the same page; nobody else can have. */
function readChangeForm(root: HTMLElement): { definition: FormDefinition; addressee: string } {
  return JSON.parse(root.querySelector('script[data-change-form]')?.textContent ?? '');
}
