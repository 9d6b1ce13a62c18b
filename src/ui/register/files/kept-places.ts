import type { Chosen } from '../../../core/register/import-sheet.ts';
import type { Place } from '../../../core/register/match-columns.ts';
import { headAt, type TableSheet } from '../../../core/register/sheet-head.ts';
import { get } from '../../../record/v1/read-values.ts';
import type { KeptTexts } from '../../../stores/kept-texts.ts';

/** How many sets of headings are remembered; the oldest goes. */
const mostKept = 30;
/** Rows of a sheet that may be its head. */
const mostRows = 30;

/** Remembers where the columns of a sheet go. */
export function keepPlaces(kept: KeptTexts, table: string, places: ReadonlyMap<string, Place>): void {
  const key = toKey(places.keys());
  const known = Object.keys(kept.$texts.get()).filter((one) => one !== key);
  for (const old of known.slice(0, Math.max(0, known.length - mostKept + 1))) kept.put(old, '');
  kept.put(key, JSON.stringify({ table, places: [...places] }));
}

/** What was decided about a sheet with these headings, and the row where they stand. */
export function findPlaces(kept: KeptTexts, sheet: TableSheet): (Required<Chosen> & { table: string }) | undefined {
  const texts = kept.$texts.get();
  if (Object.keys(texts).length === 0) return undefined;
  for (const bottom of [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, mostRows)) {
    const { headings } = headAt(sheet, bottom);
    const key = toKey(headings.values());
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    const [table, places] = [get(value, 'table'), get(value, 'places')];
    if (typeof table !== 'string' || !Array.isArray(places)) continue;
    const pairs = places.filter(
      (pair): pair is [string, Place] => Array.isArray(pair) && pair.every((one) => typeof one === 'string'),
    );
    return { bottom, table, places: new Map(pairs) };
  }
  return undefined;
}

function toKey(headings: Iterable<string>): string {
  return [...headings].sort().join('\n');
}
