import { decisionFileMessage } from '../../core/decision/file-message.ts';
import { findDecision as findRecord } from '../../record/contents.ts';
import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import { readDecisionAnswers } from '../../record/v1/decision/read-answers.ts';
import { resumeCase } from '../../stores/decision-texts.ts';
import { ask } from '../parts/ask.ts';
import { LoadError } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { toShortText } from '../parts/visible-text.ts';
import { type AnswersReader, readAnswersFile } from '../receive/read-answers-file.ts';
import { findDecision } from './decision-context.ts';
import { bringParts, listCases } from './earlier-cases.ts';

/** Longest message of the verifier, in code points. */
const messageLimit = 300;

/**
 * Opens a decision out of a signed PDF: to go on with its case, or to begin another one with its answers. What is refused
 * changes nothing.
 * @param element the questions; @param input the field that a file was chosen in
 * @param focusNext called before a change after which the focus belongs to the next question
 * @throws LoadError when some of what verifies does not arrive
 */
export async function reopenDecision(
  element: HTMLElement,
  input: HTMLInputElement,
  focusNext: () => void,
): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  await bringParts(element);
  show(element, '[data-reopen-problem], [data-reopened]', false);
  show(element, '[data-reopening]', true);
  try {
    await read(element, file, focusNext);
  } finally {
    show(element, '[data-reopening]', false);
    // The same file chosen again must be a change again.
    input.value = '';
  }
}

async function read(element: HTMLElement, file: File, focusNext: () => void): Promise<void> {
  const { root, store } = findDecision(element);
  const { base = '/', generator = '' } = root.dataset;
  const { definition } = store;
  const reader: AnswersReader<DecisionAnswers> = {
    // Only a PDF is offered; a text is of another kind.
    readText: () => ({ ok: false, problem: { kind: 'not-ours' } }),
    readRecord(found) {
      const answers = findRecord(found)?.answers;
      return answers ? readDecisionAnswers(answers, definition) : { ok: false, problem: { kind: 'other-list' } };
    },
  };
  const reading = await readAnswersFile(file, reader, { base, generator, definitions: [] });
  const complain = (message: string) => {
    const place = part(element, '[data-reopen-problem]', HTMLElement);
    place.textContent = message;
    place.hidden = false;
  };
  const refuse = (message: string) => {
    const { refused = '' } = part(element, '[data-reopened]', HTMLElement).dataset;
    complain(refused.replace('%s', () => toShortText(message, messageLimit)));
  };
  if (reading.kind === 'not-loaded') throw new LoadError('What verifies did not arrive.');
  if (reading.kind === 'undecoded') return complain(reading.message);
  if (reading.kind === 'refused') return refuse(reading.message);
  if (reading.kind === 'problem') return complain(decisionFileMessage(reading.problem, definition.title));
  const { answers, doubt } = reading;
  // What was changed after it was signed is no decision to go on with; what was never signed is the person's to judge.
  if (doubt && doubt.reason !== 'not-signed') return refuse(doubt.message);
  if (doubt) ask(element, '[data-doubt-dialog]', () => askHow(element, answers, focusNext));
  else askHow(element, answers, focusNext);
}

/** The same case once more, or another one that begins with its answers. */
function askHow(element: HTMLElement, answers: DecisionAnswers, focusNext: () => void): void {
  const { store } = findDecision(element);
  const dialog = part(element, '[data-reopen-dialog]', HTMLDialogElement);
  show(
    dialog,
    '[data-reopen-kept]',
    listCases(element).some(({ id }) => id === answers.case),
  );
  dialog.returnValue = '';
  const choose = () => {
    const { returnValue } = dialog;
    if (returnValue !== 'resume' && returnValue !== 'begin') return;
    focusNext();
    if (returnValue === 'resume') resumeCase(store, answers);
    else store.begin({ answers: answers.answers, header: { ...answers.header, checkedOn: '' } });
    const place = part(element, '[data-reopened]', HTMLElement);
    place.textContent = place.dataset[returnValue === 'resume' ? 'resumed' : 'copied'] ?? '';
    place.hidden = false;
  };
  dialog.addEventListener('close', choose, { once: true });
  dialog.showModal();
}
