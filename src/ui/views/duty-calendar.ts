import { type PeriodicDuty, type Plan, toDutyCalendar } from '../../core/calendar/duty-calendar.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part } from '../parts/parts.ts';

interface CalendarData {
  name: string;
  from: string;
  chosen: string;
  duties: PeriodicDuty[];
}

/** Around the list of duties that come again: fields for period and month, and the calendar file made from them. */
class DutyCalendar extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    for (const field of this.querySelectorAll<HTMLElement>('[data-plan]')) field.hidden = false;
    for (const words of this.querySelectorAll<HTMLElement>('[data-fixed]')) words.hidden = true;
    const save = (event: Event) => {
      event.preventDefault();
      this.#save();
    };
    part(this, 'form', HTMLFormElement).addEventListener('submit', save, { signal });
  }

  #save(): void {
    const rows = [...this.querySelectorAll<HTMLElement>('tr[data-duty]')].map(readRow);
    for (const { every, month } of rows) for (const field of [every, month]) field?.removeAttribute('aria-invalid');
    const done = part(this, '[data-done]', HTMLElement);
    done.textContent = '';
    const half = rows.find(({ every, month }) => every && month.value !== '' && every.value === '');
    // A yearly duty of the company's own month waits for that month; any other chosen period needs one.
    const open = rows.find(
      ({ every, month }) => every && !every.dataset['usual'] && every.value !== '' && !month.value,
    );
    if (half) {
      this.#refuse('period', half.every);
      return;
    }
    if (open) {
      this.#refuse('month', open.month);
      return;
    }

    const data = this.#data();
    const plans = new Map(rows.map((row) => [row.id, row]));
    const planOf = ({ id, every }: PeriodicDuty): Plan => {
      const row = plans.get(id);
      return { every: every ?? (row?.every?.value || undefined), month: Number(row?.month.value) || undefined };
    };
    const site = new URL(this.dataset['base'] ?? '/', location.href).href;
    const calendar = toDutyCalendar(data.duties, planOf, { ...data, site });
    if (calendar === undefined) {
      this.#refuse('none', rows[0]?.month);
      return;
    }
    part(this, '[data-fault]', HTMLElement).hidden = true;
    download('duties.ics', 'text/calendar;charset=utf-8', calendar);
    done.textContent = calendar.split('BEGIN:VEVENT').length - 1 + (done.dataset['words'] ?? '');
  }

  #refuse(message: string, field: HTMLSelectElement | undefined): void {
    const fault = part(this, '[data-fault]', HTMLElement);
    fault.textContent = fault.dataset[message] ?? '';
    fault.hidden = false;
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }

  #data(): CalendarData {
    // The page's own build wrote it.
    return JSON.parse(part(this, 'script[type="application/json"]', HTMLScriptElement).text);
  }
}

interface Row {
  id: string;
  /** Missing where the source states the period. */
  every: HTMLSelectElement | undefined;
  month: HTMLSelectElement;
}

function readRow(row: HTMLElement): Row {
  return {
    id: row.dataset['duty'] ?? '',
    every: row.querySelector<HTMLSelectElement>('select[name="every"]') ?? undefined,
    month: part(row, 'select[name="month"]', HTMLSelectElement),
  };
}

customElements.define('duty-calendar', DutyCalendar);
