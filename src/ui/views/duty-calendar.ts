import { type PeriodicDuty, type Plan, toDutyCalendar } from '../../core/calendar/duty-calendar.ts';
import type { CalendarEvent } from '../../core/calendar/write-calendar.ts';
import { keepPlanChoices, type PlanChoice, readPlanChoices } from '../../stores/plan-choices.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part, show } from '../parts/parts.ts';

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
      void this.#save().catch((error: unknown) => {
        console.error(error);
        this.#refuse('kept', this.#boxOf('registers') ?? this.#boxOf('evidence'));
      });
    };
    part(this, 'form', HTMLFormElement).addEventListener('submit', save, { signal });
    this.#keepChoices(signal);
  }

  /** What is chosen stands there again the next time; a shared device keeps nothing. */
  #keepChoices(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    if (createSharedDevice(() => sessionStorage, base).isOn()) return;
    show(this, '[data-with-kept]', true);
    const place = { storage: () => localStorage, base };
    const kept = readPlanChoices(place);
    for (const { id, every, month } of this.#rows()) {
      const choice = Object.hasOwn(kept, id) ? kept[id] : undefined;
      if (!choice) continue;
      if (every) every.value = choice.every;
      month.value = choice.month;
    }
    const keep = () => {
      const chosen = this.#rows().map(({ id, every, month }): [string, PlanChoice] => [
        id,
        { every: every?.value ?? '', month: month.value },
      ]);
      // What stands on no page any more, because a document is switched off, stays chosen.
      const isKept = keepPlanChoices(place, { ...readPlanChoices(place), ...Object.fromEntries(chosen) });
      show(this, '[data-unkept]', !isKept);
    };
    this.addEventListener('change', keep, { signal });
  }

  #rows(): Row[] {
    return [...this.querySelectorAll<HTMLElement>('tr[data-duty]')].map(readRow);
  }

  /** Whether days that the device keeps go in; missing where the site has nothing of the kind. */
  #boxOf(name: 'registers' | 'evidence'): HTMLInputElement | undefined {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? undefined;
  }

  async #readKept(): Promise<CalendarEvent[]> {
    const { base = '/' } = this.dataset;
    const [registers, evidence] = [this.#boxOf('registers'), this.#boxOf('evidence')];
    const events: CalendarEvent[] = [];
    if (registers?.checked) {
      const { readRegisterDates } = await import('./register-dates.ts');
      events.push(...(await readRegisterDates(base, registers.value.split(' '), new Date())));
    }
    if (evidence?.checked) {
      const { readEvidenceDates } = await import('./evidence-dates.ts');
      events.push(...(await readEvidenceDates(base, evidence.value.split(' '))));
    }
    return events;
  }

  async #save(): Promise<void> {
    const rows = this.#rows();
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
    const calendar = toDutyCalendar(data.duties, planOf, { ...data, site }, await this.#readKept());
    if (calendar === undefined) {
      this.#refuse('none', rows[0]?.month);
      return;
    }
    part(this, '[data-fault]', HTMLElement).hidden = true;
    download('duties.ics', 'text/calendar;charset=utf-8', calendar);
    done.textContent = calendar.split('BEGIN:VEVENT').length - 1 + (done.dataset['words'] ?? '');
  }

  #refuse(message: string, field: HTMLElement | undefined): void {
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
