import { readDay } from '../../core/desk/read-day.ts';
import type { Remedy } from '../../core/desk/remedies.ts';
import { beginRemark, change, remarkId } from '../../core/desk/write.ts';
import { isDate } from '../../core/text/date.ts';
import { part } from '../parts/parts.ts';
import type { DeskContext } from './desk-context.ts';

/** Keeps what was typed of an item; a day that is none stays in its field, with what to do. */
export async function writeRemark(
  context: DeskContext,
  { row, item, doneOn }: Remedy,
  field: HTMLInputElement | HTMLTextAreaElement,
): Promise<void> {
  const company = row.company?.id ?? row.id;
  const key = field.dataset['mend'];
  const isDone = field instanceof HTMLInputElement && field.type === 'checkbox';
  if (isDone && field.checked === (doneOn !== '')) return;
  const typed = key === 'due-on' ? readDay(field.value, context.today(), 'coming') : field.value.trim();
  if (key === 'due-on' && !sayWhether(field, typed === '' || isDate(typed))) return;
  const text = isDone ? (field.checked ? context.today() : '') : typed;
  const cells = key === 'due-on' ? { 'due-on': text } : key === 'done-on' ? { 'done-on': text } : { text };
  const known = context.entryOf(remarkId(company, item.id, context.sha256));
  const entry = known
    ? change<'remark'>(known, cells, context.writing())
    : beginRemark(company, item.id, cells, context.writing(), context.sha256);
  await context.put([entry]);
}

/** Says beside a field that its day is none. @returns whether it is one */
function sayWhether(field: HTMLElement, isRight: boolean): boolean {
  const cell = field.closest('td');
  if (!cell) return isRight;
  const words = part(cell, '[data-mend-wrong]', HTMLElement);
  words.hidden = isRight;
  words.textContent = isRight ? '' : '期限を、年月日の順に入力してください。例: 2026-12-25';
  if (isRight) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  return isRight;
}
