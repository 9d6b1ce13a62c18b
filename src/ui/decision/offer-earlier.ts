import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import { decide } from '../../record/v1/decision/decide.ts';
import { answerText } from '../../record/v1/decision/describe.ts';
import { openCase } from '../../stores/decision-texts.ts';
import type { DraftEntry } from '../../stores/draft-list.ts';
import { formatTime } from '../parts/format-time.ts';
import { download, part } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';
import { bringParts, listCases } from './earlier-cases.ts';

/**
 * Lists what earlier visits to a decision left in this browser, each to be taken up or removed.
 * @param root the questions, with the parts of EarlierCases.astro
 * @param focusNext called before a change after which the focus belongs to the next question
 * @throws LoadError when the parts do not arrive
 */
export async function offerEarlier(root: HTMLElement, focusNext: () => void, signal: AbortSignal): Promise<void> {
  const { store } = findDecision(root);
  await bringParts(root);
  if (signal.aborted) return;
  const place = part(root, '[data-earlier]', HTMLElement);
  const list = part(root, '[data-earlier-list]', HTMLElement);
  const forget = (entry: DraftEntry<DecisionAnswers>, row: HTMLElement) => {
    localStorage.removeItem(entry.key);
    row.remove();
    place.hidden = list.childElementCount === 0;
    focusNext();
    store.takeAnswers({});
  };
  const isStarted = Object.keys(store.$given.get().answers).length > 0;
  const rows = isStarted ? [] : listCases(root).map((entry) => toRow(entry));
  list.replaceChildren(...rows);
  place.hidden = rows.length === 0;

  function toRow(entry: DraftEntry<DecisionAnswers>): HTMLElement {
    const template = part(root, `[data-earlier-template="${entry.kind}"]`, HTMLTemplateElement);
    const row = part(document.importNode(template.content, true), 'li', HTMLElement);
    const on = (selector: string, act: () => void) => row.querySelector(selector)?.addEventListener('click', act);
    on('[data-forget]', () => forget(entry, row));
    if (entry.kind !== 'readable') {
      on('[data-keep]', () => download(`${entry.kind}-record.json`, 'application/json', entry.text));
      return row;
    }
    describe(row, entry.value);
    part(row, '[data-saved-at]', HTMLElement).textContent = formatTime(entry.savedAt);
    on('[data-resume]', () => {
      focusNext();
      place.hidden = true;
      openCase(store, entry.id);
    });
    return row;
  }

  /** By its conclusion and first answers, which a person knows it by. */
  function describe(row: HTMLElement, { answers, header }: DecisionAnswers): void {
    const verdict = decide(store.definition, answers);
    const outcome = verdict.kind === 'decided' ? verdict.result.outcomes[0]?.id : undefined;
    const title = findDecision(root).root.querySelector(`[data-outcome="${outcome}"] [data-title]`)?.textContent;
    const name = part(row, '[data-name]', HTMLElement);
    name.textContent = title ?? name.dataset['unfinished'] ?? '';
    const asked = verdict.steps.filter(({ question }) => question.kind !== 'setting');
    const words = asked.slice(0, 3).map(({ question, answer }) => answerText(question, answer));
    part(row, '[data-answers]', HTMLElement).textContent = [...words, header.business]
      .filter((text) => text !== '')
      .join('、');
    for (const which of row.querySelectorAll('[data-which]')) which.textContent = `（${name.textContent}）`;
  }
}
