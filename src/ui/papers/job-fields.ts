import { isDate } from '../../core/text/date.ts';
import { isMoment } from '../../core/text/moment.ts';
import type { FieldKind } from '../../record/v1/form/definition.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import { show, today } from '../parts/parts.ts';
import { tidyDay } from '../parts/tidy-day.ts';

/** A field that a person types or chooses in. */
export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Puts an answer into its field, and says where it is no day. */
export function putText(field: TextField, text: string): void {
  field.value = text;
  showUnread(field);
}

/**
 * Once a field is left, a day or a time stands there in the form that the papers take; where it is none, the page says so.
 * `take` is told of what changed.
 */
export function tidyField(target: EventTarget | null, take: (field: TextField) => void): void {
  if (!(target instanceof HTMLInputElement)) return;
  const kind = dayKindOf(target);
  if (!kind) return;
  if (kind === 'date') {
    const took = () => {
      take(target);
      showUnread(target);
    };
    tidyDay(target, took);
    showUnread(target);
    return;
  }
  const text = toSentText({ kind }, target.value);
  if (text !== target.value) {
    target.value = text;
    take(target);
  }
  showUnread(target);
}

/** 今日 and 今. */
export function fillNow(target: EventTarget | null, take: (field: TextField) => void): void {
  const button = target instanceof Element ? target.closest('[data-now]') : null;
  const field = button?.parentElement?.querySelector('input');
  const kind = field && dayKindOf(field);
  if (!field || !kind) return;
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  field.value = kind === 'date' ? today(now) : `${today(now)} ${two(now.getHours())}:${two(now.getMinutes())}`;
  take(field);
  showUnread(field);
}

function dayKindOf({ dataset }: HTMLElement): Extract<FieldKind, 'date' | 'moment'> | undefined {
  const { kind } = dataset;
  return kind === 'date' || kind === 'moment' ? kind : undefined;
}

function showUnread(field: TextField): void {
  const kind = dayKindOf(field);
  const place = field.closest<HTMLElement>('.k-jobfield');
  if (!kind || !place) return;
  const isRead = field.value === '' || (kind === 'date' ? isDate : isMoment)(field.value);
  show(place, '[data-unread]', !isRead);
  if (isRead) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
}
