import { toCssString } from '../../core/text/css-string.ts';
import { words } from '../../record/v1/layout/words.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';

/** Remembers what stands at the foot of each sheet while this document is printed: title, company, number. */
export function keepFoot({ title, company, number }: SummaryDocument, place: HTMLElement): void {
  const facts = [title, company, number && `${words.number} ${number}`];
  place.dataset['foot'] = facts.filter(Boolean).join('\u3000');
}

/** The document that is on the paper: the one under review, or what a form makes of itself for the printer. */
const printed = '[data-review]:not([hidden]) [data-foot], [data-printed-paper][data-foot]:not(:empty)';

// The tools lay out their papers on the same event, and listen before this part of the code arrives.
window.addEventListener('beforeprint', () => {
  const { style } = document.documentElement;
  const place = document.querySelector<HTMLElement>(printed);
  // A blank paper has the foot of its page.
  if (!place || place.closest('[data-prints="blank"]')) style.removeProperty('--k-foot');
  else style.setProperty('--k-foot', toCssString(place.dataset['foot'] ?? ''));
});
