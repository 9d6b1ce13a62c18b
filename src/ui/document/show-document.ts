import { chosenArticles, type DocumentAnswers, findNumberFaults, givenOf } from '../../core/document/answers.ts';
import type { ComposedDocument } from '../../core/document/compose.ts';
import type { DocumentDefinition } from '../../core/document/definition.ts';
import { show } from '../parts/parts.ts';

/** Shows in the fields and boxes what the draft holds, and what is lacking in the document. */
export function showDocument(
  root: HTMLElement,
  definition: DocumentDefinition,
  answers: DocumentAnswers,
  { missing }: Pick<ComposedDocument, 'missing'>,
): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-document-field]')) {
    const text = givenOf(definition, answers, field.dataset['documentField'] ?? '');
    if (field.value !== text) field.value = text;
  }
  const faults = findNumberFaults(definition, answers);
  for (const place of root.querySelectorAll<HTMLElement>('[data-field-fault]')) {
    const id = place.dataset['fieldFault'] ?? '';
    const fault = faults.get(id);
    place.hidden = fault === undefined;
    if (place.textContent !== (fault ?? '')) place.textContent = fault ?? '';
    const field = root.querySelector(`[data-document-field="${id}"]`);
    if (fault === undefined) field?.removeAttribute('aria-invalid');
    else field?.setAttribute('aria-invalid', 'true');
  }
  const chosen = chosenArticles(definition, answers);
  for (const box of root.querySelectorAll<HTMLInputElement>('[data-article]'))
    box.checked = chosen.includes(box.dataset['article'] ?? '');
  for (const choice of root.querySelectorAll<HTMLInputElement>('[data-wording]'))
    choice.checked = choice.value === answers.wording;
  for (const line of root.querySelectorAll<HTMLElement>('[data-demand]'))
    line.hidden = !missing.some(({ what }) => what === line.dataset['demand']);
  show(root, '[data-missing]', missing.length > 0);
}
