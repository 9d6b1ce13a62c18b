import type { FieldProblem } from '../../record/v1/header/validate-fields.ts';
import { part } from './parts.ts';

/**
 * Shows problems twice: at each field, and as a list of links above the form. Fields that are sound are cleared.
 * The list is shown only while there are problems; moving the focus to it is the caller's business.
 */
export function showProblems(root: HTMLElement, problems: readonly FieldProblem[]): HTMLElement {
  const summary = part(root, '[data-errors]', HTMLElement);
  summary.hidden = problems.length === 0;
  part(summary, '[data-error-count]', HTMLElement).textContent = String(problems.length);
  part(summary, '[data-error-list]', HTMLElement).replaceChildren(...problems.map(toLine));

  const messages = new Map(problems.map(({ fieldId, message }) => [fieldId, message]));
  for (const field of root.querySelectorAll<HTMLElement>('[data-header], [data-field]')) {
    const message = messages.get(field.id);
    if (message === undefined) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
    const place = document.getElementById(`${field.id}-e`);
    if (!place) continue;
    place.textContent = message ?? '';
    place.hidden = message === undefined;
    place.removeAttribute('data-mended');
  }
  return summary;
}

/**
 * Takes the marks off fields that are sound again. Nothing moves: a message that vanished while somebody presses a
 * button would pull the button away from under the pointer.
 */
export function unmarkMended(root: HTMLElement, problems: readonly FieldProblem[]): void {
  const left = new Set(problems.map(({ fieldId }) => fieldId));
  // Key files and passwords say themselves what is wrong, and when no more.
  for (const field of root.querySelectorAll<HTMLElement>(':is([data-header], [data-field])[aria-invalid="true"]')) {
    if (left.has(field.id)) continue;
    field.removeAttribute('aria-invalid');
    document.getElementById(`${field.id}-e`)?.setAttribute('data-mended', '');
  }
}

function toLine({ fieldId, message }: FieldProblem): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: `#${fieldId}`, textContent: message });
  link.addEventListener('click', (event) => {
    const field = document.getElementById(fieldId);
    if (!field) return;
    // Following the fragment would scroll the label out of sight and leave the focus behind.
    event.preventDefault();
    field.focus();
  });
  const line = document.createElement('li');
  line.append(link);
  return line;
}
