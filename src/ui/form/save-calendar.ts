import { toPaperCalendar } from '../../core/calendar/paper-calendar.ts';
import { toSentForm } from '../../record/v1/form/answer-set.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import { download, part, today } from '../parts/parts.ts';
import { findForm } from './form-context.ts';

/** Hands out the days of the open paper that are to come, as a calendar file, and says how many there are. */
export function saveCalendar(root: HTMLElement): void {
  const { definition, $answers } = findForm(root).store;
  const answers = toSentForm(definition, $answers.get());
  const calendar = toPaperCalendar(definition, answers, today(new Date()));
  const said = part(root, '[data-calendar-said]', HTMLElement);
  const { count = '', none = '' } = said.dataset;
  said.textContent = calendar ? `${calendar.count}${count}` : none;
  if (!calendar) return;
  download(documentFileName(definition.title, answers.header, '.ics'), 'text/calendar;charset=utf-8', calendar.text);
}
