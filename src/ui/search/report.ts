import { part, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';

/** What whoever keeps the texts should know of a question that they do not answer. */
export interface Unanswered {
  question: string;
  /** Words that no text has. */
  absent: readonly string[];
  /** As the reader sees them. */
  filters: readonly string[];
  /** Where the search can be seen. */
  address: string;
}

/** Copies it as a short text; where the clipboard is closed (plain http), the text stands there to be copied by hand. */
export async function reportUnanswered(root: ParentNode, { question, absent, filters, address }: Unanswered) {
  const place = part(root, '[data-report]', HTMLElement);
  const field = part(place, 'textarea', HTMLTextAreaElement);
  const status = part(place, '[role=status]', HTMLElement);
  const none = place.dataset['no'] ?? '';
  field.value = toWords(place, ['text'], {
    q: question,
    w: absent.join('、') || none,
    f: filters.join('、') || none,
    d: today(new Date()),
    u: address,
  });
  const label = part(place, 'label', HTMLElement);
  try {
    await navigator.clipboard.writeText(field.value);
    label.hidden = true;
    status.textContent = status.dataset['copied'] ?? '';
  } catch {
    // No clipboard here, or it was refused.
    label.hidden = false;
    status.textContent = status.dataset['selected'] ?? '';
    field.focus();
    field.select();
  }
}
