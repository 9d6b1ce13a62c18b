import type { Remedy } from '../../core/desk/remedies.ts';
import { formatDate } from '../../core/text/date.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A row of 改善一覧, from the page's template. @param root holds the template */
export function renderMendRow(root: ParentNode, one: Remedy): HTMLElement {
  const row = findPart(copyTemplate(root, 'desk-mend-row'), 'tr');
  row.dataset['mendRow'] = one.id;
  for (const field of fieldsOf(row))
    field.setAttribute(
      'aria-label',
      `${field.dataset['name']}（${toShortText(one.company, 60)} No.${one.item.number}）`,
    );
  return row;
}

/** Writes into a row what stands there by now; a field in which somebody types, or whose text could not be kept, stays. */
export function fillMendRow(row: HTMLElement, one: Remedy): void {
  const { company, item, state, plannedOn, evidence, note, remark, doneOn, isOverdue } = one;
  fillSlots(row, {
    company: toShortText(company, 100),
    number: String(item.number),
    question: toShortText(item.text, 400),
    state: toShortText(state, 100),
    plannedOn: formatDate(plannedOn),
    note: toShortText([evidence && `記録 ${evidence}`, note].filter(Boolean).join('　'), 1000),
    doneOn: formatDate(doneOn),
  });
  markOverdue(part(row, '[data-overdue]', HTMLElement), isOverdue);
  // Paper has what is kept in the place of the fields.
  part(row, '[data-said-text]', HTMLElement).textContent = remark?.text ?? '';
  part(row, '[data-said-due]', HTMLElement).textContent = formatDate(remark?.dueOn ?? '');
  const texts: Record<string, string> = { text: remark?.text ?? '', 'due-on': remark?.dueOn ?? '' };
  for (const field of fieldsOf(row)) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = doneOn !== '';
    else if (field !== document.activeElement && !field.hasAttribute('aria-invalid'))
      field.value = texts[field.dataset['mend'] ?? ''] ?? '';
  }
}

/** The tag is there or not, for paper shows what is only hidden. */
function markOverdue(place: HTMLElement, isOverdue: boolean): void {
  const tag = Object.assign(document.createElement('span'), {
    className: 'k-tag',
    textContent: place.dataset['words'],
  });
  tag.dataset['kind'] = 'must';
  place.replaceChildren(...(isOverdue ? [tag] : []));
}

function fieldsOf(row: HTMLElement): NodeListOf<Field> {
  return row.querySelectorAll<Field>('[data-mend]');
}
