import type { Answers } from '../../record/v1/decision/answers.ts';
import type { DecisionStore } from '../../stores/decision.ts';
import { formatTime } from '../parts/format-time.ts';
import { download, part } from '../parts/parts.ts';

/**
 * Tells what an earlier visit to a decision left in this browser, and lets the person take it up or remove it.
 * @param root holds the notices of Questions.astro
 * @param focusNext called before a change after which the focus belongs to the next question
 */
export function offerEarlier(
  root: HTMLElement,
  store: DecisionStore,
  focusNext: () => void,
  signal: AbortSignal,
): void {
  const { opening } = store;
  const notice = root.querySelector<HTMLElement>(`[data-opening="${opening.kind}"]`);
  if (!notice) return;
  if (opening.kind === 'damaged' || opening.kind === 'newer') {
    notice.hidden = false;
    const keep = () => download(`${opening.kind}-record.json`, 'application/json', opening.text);
    notice.querySelector('[data-keep]')?.addEventListener('click', keep, { signal });
    return;
  }
  if (opening.kind !== 'restored') return;
  const { answers } = store.$given.get();
  const isStarted = Object.keys(answers).length > 0;
  // Loading the page again goes on where it was; what was typed then belongs to it.
  if (isStarted && isSame(opening.value.answers, answers)) {
    store.resume();
    return;
  }
  if (isStarted || Object.keys(opening.value.answers).length === 0) return;
  notice.hidden = false;
  part(notice, '[data-saved-at]', HTMLElement).textContent = formatTime(opening.savedAt);
  const on = (selector: string, act: () => void) => {
    const press = () => {
      focusNext();
      notice.hidden = true;
      act();
    };
    part(notice, selector, HTMLButtonElement).addEventListener('click', press, { signal });
  };
  on('[data-resume]', () => store.resume());
  on('[data-forget]', () => store.erase());
  const stop = store.$given.listen((given) => {
    if (Object.keys(given.answers).length > 0) notice.hidden = true;
  });
  signal.addEventListener('abort', stop);
}

function isSame(a: Answers, b: Answers): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
