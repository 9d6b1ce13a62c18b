import { refusedMessage, remarkMessage } from '../../../core/register/file-words.ts';
import type { SheetImport } from '../../../core/register/import-sheet.ts';
import { findNote, places } from '../../../core/register/match-columns.ts';
import type { RowsReading } from '../../../core/register/read-rows.ts';
import type { FormTable } from '../../../record/v1/form/definition.ts';
import { part } from '../../parts/parts.ts';
import { copyTemplate, fillSlots } from '../../parts/templates.ts';
import { toShortText } from '../../parts/visible-text.ts';
import type { RegisterContext } from '../register-context.ts';
import type { Taking } from './confirm-taking.ts';
import { toCount, toItem, words } from './file-words.ts';

/** So many rows are named; of more their number. */
const mostNamed = 50;
const mostSamples = 3;

/** Shows where each column goes, for correction; what kitei itself wrote beside an entry is not asked. */
export function renderColumns(
  context: RegisterContext,
  section: HTMLElement,
  { columns }: SheetImport,
  table: FormTable,
): void {
  const body = part(section, '[data-sheet-columns]', HTMLElement);
  const focused =
    document.activeElement instanceof HTMLSelectElement ? document.activeElement.dataset['place'] : undefined;
  const own: readonly string[] = [places.mark, places.struck, places.own];
  const rows = columns
    .filter(({ place }) => !own.includes(place))
    .map(({ heading, samples, place }) => {
      const shown = toShortText(heading, 80);
      const row = copyTemplate(section, 'sheet-column', {
        heading: shown,
        samples: [...new Set(samples)]
          .slice(0, mostSamples)
          .map((text) => toShortText(text, 40))
          .join('、'),
      });
      const select = part(row, 'select', HTMLSelectElement);
      select.dataset['place'] = heading;
      select.setAttribute('aria-label', words(context, ['choose'], { h: shown }));
      select.append(...listPlaces(context, table));
      select.value = place;
      return row;
    });
  body.replaceChildren(...rows);
  // Drawn anew: the focus goes where it was.
  if (focused === undefined) return;
  for (const select of body.querySelectorAll('select')) if (select.dataset['place'] === focused) select.focus();
}

function listPlaces(context: RegisterContext, table: FormTable): HTMLOptionElement[] {
  const note = findNote(table);
  return [
    ...table.columns.map(({ id, label }) => new Option(label, id)),
    ...(note ? [new Option(words(context, ['note'], { h: note.label }), places.note)] : []),
    new Option(words(context, ['nowhere']), places.nowhere),
  ];
}

/** Shows what the rows would do, what is left out, and which rows are to be looked at. */
export function renderReading(
  context: RegisterContext,
  section: HTMLElement,
  { rows, leftOut, refused, remarks }: RowsReading,
  { added, changed, conflicts, same }: Taking,
): void {
  const [r, n, c, s, k] = [rows.length, added, changed, same, conflicts].map(toCount);
  const counts = { r: r ?? '', n: n ?? '', c: c ?? '', s: s ?? '', k: k ?? '' };
  part(section, '[data-sheet-counts]', HTMLElement).textContent = words(context, ['rowsRead'], counts);
  part(section, '[data-sheet-do]', HTMLButtonElement).disabled = rows.length === 0;
  const left = part(section, '[data-sheet-left]', HTMLElement);
  left.hidden = leftOut.length === 0;
  const named = leftOut.map(({ heading, count }) =>
    words(context, ['leftColumn'], { h: toShortText(heading, 40), n: toCount(count) }),
  );
  left.textContent = words(context, ['leftOut']) + named.join('、');
  list(context, section, 'refused', refused.length, () =>
    refused.map((one) => words(context, ['refusedRow'], { r: String(one.row), m: refusedMessage(one) })),
  );
  list(context, section, 'remarks', remarks.length, () => {
    const groups = Map.groupBy(remarks, ({ heading, kind }) => `${kind} ${heading}`);
    return [...groups.values()].map((group) => {
      const [first] = group;
      const named = group
        .slice(0, 10)
        .map(({ row, text }) => words(context, ['remarkRow'], { r: String(row), t: toShortText(text, 20) }));
      return words(context, ['remark'], {
        h: toShortText(first?.heading ?? '', 40),
        n: toCount(group.length),
        r: named.join('、') + (group.length > named.length ? '…' : ''),
        m: first ? remarkMessage(first.kind) : '',
      });
    });
  });
}

function list(
  context: RegisterContext,
  section: HTMLElement,
  name: 'refused' | 'remarks',
  count: number,
  toLines: () => string[],
): void {
  const fold = part(section, `[data-sheet-${name}]`, HTMLElement);
  fold.hidden = count === 0;
  fillSlots(fold, { [name]: toCount(count) });
  const lines = toLines();
  const more = lines.length - mostNamed;
  const shown = [
    ...lines.slice(0, mostNamed),
    ...(more > 0 ? [words(context, ['moreRows'], { n: toCount(more) })] : []),
  ];
  part(fold, 'ul', HTMLElement).replaceChildren(...shown.map(toItem));
}
