import { readSheet, type SheetImport } from '../../../core/register/import-sheet.ts';
import { otherNamesFor } from '../../../core/register/known-sheets.ts';
import { type Place, weighHeadings } from '../../../core/register/match-columns.ts';
import type { RowsPlan } from '../../../core/register/plan-rows.ts';
import { findHead, type TableSheet } from '../../../core/register/sheet-head.ts';
import type { FormTable } from '../../../record/v1/form/definition.ts';
import { part } from '../../parts/parts.ts';
import { fillSlots } from '../../parts/templates.ts';
import { toShortText } from '../../parts/visible-text.ts';
import type { RegisterContext } from '../register-context.ts';
import { askSheets } from './ask-sheets.ts';
import { sayTaken, tellFile, words } from './file-words.ts';
import { findPlaces, keepPlaces } from './kept-places.ts';
import { renderColumns, renderReading } from './render-sheet.ts';
import { planFor } from './take-rows.ts';

/** What is decided about the sheet that is open. */
interface Wanted {
  sheet: TableSheet;
  table: FormTable;
  bottom?: number | undefined;
  places?: ReadonlyMap<string, Place> | undefined;
  isRemembered?: boolean;
}

/**
 * Opens a table: shows where its columns go and what its rows would do, and takes them when the person says so.
 * @param onRead called when it is the person's turn
 */
export async function openSheetImport(context: RegisterContext, file: File, onRead: () => void): Promise<void> {
  const reading = await askSheets(new Uint8Array(await file.arrayBuffer()));
  if (!reading.ok) {
    tellFile(context, file, words(context, ['notTable'], { m: reading.message }));
    return;
  }
  await context.store.look();
  const open = new OpenSheet(context, reading.sheets, reading.isCsv, file.name);
  onRead();
  await open.decide();
}

class OpenSheet {
  readonly #context: RegisterContext;
  readonly #sheets: readonly TableSheet[];
  readonly #isCsv: boolean;
  readonly #section: HTMLElement;
  readonly #kept;
  #wanted: Wanted;
  #made: { read: SheetImport; plan: RowsPlan } | undefined;
  readonly #fileName: string;

  constructor(context: RegisterContext, sheets: readonly TableSheet[], isCsv: boolean, fileName: string) {
    this.#context = context;
    this.#sheets = sheets;
    this.#isCsv = isCsv;
    this.#section = part(context.root, '[data-sheet]', HTMLElement);
    this.#kept = context.columns;
    const best = this.#guess();
    this.#wanted = this.#begin(best.sheet, best.table);
    this.#fileName = toShortText(fileName, 80);
    fillSlots(this.#section, { file: this.#fileName });
    const names = part(this.#section, '[data-sheet-name]', HTMLSelectElement);
    names.replaceChildren(...sheets.map(({ name }, index) => new Option(toShortText(name, 40), String(index))));
    part(this.#section, '[data-sheet-many]', HTMLElement).hidden = sheets.length < 2;
  }

  /** Until the person takes the rows, or stops. */
  async decide(): Promise<void> {
    const { say, put } = this.#context;
    this.#render();
    this.#section.hidden = false;
    part(this.#section, '[data-sheet-heading]', HTMLElement).focus();
    const isTaken = await this.#wait();
    const made = this.#made;
    this.#section.hidden = true;
    if (!isTaken || !made) {
      say(words(this.#context, ['stopped']));
      return;
    }
    keepPlaces(this.#kept, this.#wanted.table.id, placesOf(made.read));
    const { entries } = made.plan;
    if (entries.length === 0 || (await put(entries, []))) say(sayTaken(this.#context, countPlan(made.plan)));
  }

  #wait(): Promise<boolean> {
    const controller = new AbortController();
    const { signal } = controller;
    return new Promise((resolve) => {
      const on = (selector: string, isTaken: boolean) =>
        part(this.#section, selector, HTMLButtonElement).addEventListener(
          'click',
          () => {
            controller.abort();
            resolve(isTaken);
          },
          { signal },
        );
      on('[data-sheet-do]', true);
      on('[data-sheet-stop]', false);
      this.#section.addEventListener('change', ({ target }) => this.#change(target), { signal });
    });
  }

  #change(target: EventTarget | null): void {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return;
    const { sheet, table } = this.#wanted;
    if (target.matches('[data-sheet-name]')) {
      const chosen = this.#sheets[Number(target.value)] ?? sheet;
      this.#wanted = this.#begin(chosen, this.#guess([chosen]).table);
    } else if (target.matches('[data-sheet-table]')) {
      this.#wanted = { sheet, table: this.#context.tables.find(({ id }) => id === target.value) ?? table };
    } else if (target.matches('[data-sheet-head]')) {
      const bottom = Number(target.value);
      if (Number.isInteger(bottom) && bottom > 0) this.#wanted = { sheet, table, bottom };
    } else if (this.#made) {
      const places = placesOf(this.#made.read);
      places.set(target.dataset['place'] ?? '', target.value);
      this.#wanted = { sheet, table, bottom: this.#made.read.head.bottom, places };
    }
    this.#render();
  }

  #sayFrom(row: number): string {
    return words(this.#context, ['from'], { f: this.#fileName, r: String(row) });
  }

  /** The sheet and the list that suit each other best. */
  #guess(sheets = this.#sheets): Wanted {
    const pairs = sheets.flatMap((sheet) =>
      this.#context.tables.map((table) => {
        const others = otherNamesFor(this.#context.form.id, table.id);
        const weigh = (headings: readonly string[]) => weighHeadings(headings, table, others);
        return { sheet, table, weight: weigh([...(findHead(sheet, weigh)?.headings.values() ?? [])]) };
      }),
    );
    const best = pairs.reduce((max, one) => (one.weight > max.weight ? one : max));
    return { sheet: best.sheet, table: best.table };
  }

  #begin(sheet: TableSheet, guessed: FormTable): Wanted {
    const known = findPlaces(this.#kept, sheet);
    const table = this.#context.tables.find(({ id }) => id === known?.table);
    if (!known || !table) return { sheet, table: guessed };
    return { sheet, table, bottom: known.bottom, places: known.places, isRemembered: true };
  }

  #render(): void {
    const { sheet, table, isRemembered = false, ...chosen } = this.#wanted;
    const others = otherNamesFor(this.#context.form.id, table.id);
    const read = readSheet(sheet, table, this.#isCsv, chosen, others);
    if (!read) throw new Error('A sheet with cells has no head.');
    const { rows, columns } = read.reading;
    const from = rows.map((row) => ({ ...row, from: this.#sayFrom(row.row) }));
    const plan = planFor(this.#context, this.#context.store.$state.get().entries, table.id, from, columns);
    this.#made = { read, plan };
    part(this.#section, '[data-sheet-name]', HTMLSelectElement).value = String(this.#sheets.indexOf(sheet));
    part(this.#section, '[data-sheet-table]', HTMLSelectElement).value = table.id;
    part(this.#section, '[data-sheet-head]', HTMLInputElement).value = String(read.head.bottom);
    part(this.#section, '[data-sheet-remembered]', HTMLElement).hidden = !isRemembered;
    renderColumns(this.#context, this.#section, read, table);
    renderReading(this.#context, this.#section, read.reading, countPlan(plan));
  }
}

function countPlan({ merged, same }: RowsPlan): Record<'added' | 'changed' | 'conflicts' | 'same', number> {
  const { added, changed, conflicts } = merged;
  return { added: added.length, changed: changed.length, conflicts: conflicts.length, same };
}

function placesOf({ columns }: SheetImport): Map<string, Place> {
  return new Map(columns.map(({ heading, place }) => [heading, place]));
}
