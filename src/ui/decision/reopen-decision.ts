import { decisionFileMessage } from '../../core/decision/file-message.ts';
import { findDecision as findRecord } from '../../record/contents.ts';
import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import { readDecisionAnswers } from '../../record/v1/decision/read-answers.ts';
import { ask } from '../parts/ask.ts';
import { part, show } from '../parts/parts.ts';
import { toShortText } from '../parts/visible-text.ts';
import { type AnswersReader, readAnswersFile } from '../receive/read-answers-file.ts';
import { findDecision } from './decision-context.ts';

/** Longest message of the verifier, in code points. */
const messageLimit = 300;

/**
 * Opens a decision out of a signed PDF: to go on with its case, or to begin another one with its answers. What is refused
 * changes nothing.
 * @param element holds the parts of EarlierCases.astro
 * @param focusNext called before a change after which the focus belongs to the next question
 */
export async function reopenDecision(element: HTMLElement, file: File, focusNext: () => void): Promise<void> {
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
  const complain = (name: string, message = '') => {
    const place = part(element, '[data-reopen-problem]', HTMLElement);
    const words = place.dataset[name] ?? '';
    place.textContent = words.replace('%s', () => toShortText(message, messageLimit));
    place.hidden = false;
  };
  if (reading.kind === 'not-loaded') return complain('notLoaded');
  if (reading.kind === 'refused') return complain('refused', reading.message);
  if (reading.kind === 'problem') {
    const place = part(element, '[data-reopen-problem]', HTMLElement);
    place.textContent = decisionFileMessage(reading.problem, definition.title);
    place.hidden = false;
    return;
  }
  const { answers, doubt } = reading;
  // What was changed after it was signed is no decision to go on with; what was never signed is the person's to judge.
  if (doubt && doubt.reason !== 'not-signed') return complain('refused', doubt.message);
  if (doubt) ask(element, '[data-doubt-dialog]', () => askHow(element, answers, focusNext));
  else askHow(element, answers, focusNext);
}

/** The same case once more, or another one that begins with its answers. */
function askHow(element: HTMLElement, answers: DecisionAnswers, focusNext: () => void): void {
  const { store } = findDecision(element);
  const dialog = part(element, '[data-reopen-dialog]', HTMLDialogElement);
  const isKept = store.listDrafts().some(({ id }) => id === answers.case);
  show(dialog, '[data-reopen-kept]', isKept && !store.$keepsNothing.get());
  dialog.returnValue = '';
  const choose = () => {
    const { returnValue } = dialog;
    if (returnValue !== 'resume' && returnValue !== 'begin') return;
    focusNext();
    if (returnValue === 'resume') store.resume(answers);
    else store.startDraft({ ...answers, header: { ...answers.header, checkedOn: '' } });
    const place = part(element, '[data-reopened]', HTMLElement);
    place.textContent = place.dataset[returnValue === 'resume' ? 'resumed' : 'copied'] ?? '';
    place.hidden = false;
  };
  dialog.addEventListener('close', choose, { once: true });
  dialog.showModal();
}
