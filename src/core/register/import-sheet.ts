import type { FormTable } from '../../record/v1/form/definition.ts';
import {
  isRunningNumber,
  matchColumns,
  type OtherNames,
  type Place,
  places,
  type SheetColumn,
  weighHeadings,
} from './match-columns.ts';
import { type RowsReading, readRows } from './read-rows.ts';
import { findHead, headAt, lookUp, type SheetHead, type TableSheet } from './sheet-head.ts';

/** A sheet as it would be read: its head, where each column goes, and what comes of its rows. */
export interface SheetImport {
  head: SheetHead;
  columns: (SheetColumn & { place: Place })[];
  reading: RowsReading;
}

/** What a person said of a sheet, or said of one with the same headings before. */
export interface Chosen {
  /** The last row of the head. */
  bottom?: number | undefined;
  /** Where a column goes, by its heading. */
  places?: ReadonlyMap<string, Place> | undefined;
}

/** How much of a column is looked at to know it, and shown. */
const mostSamples = 40;

/** Reads a sheet into a table of a register. @returns undefined for a sheet without cells */
export function readSheet(
  sheet: TableSheet,
  table: FormTable,
  isCsv: boolean,
  { bottom, places: chosen }: Chosen = {},
  others: OtherNames = {},
): SheetImport | undefined {
  const head =
    bottom === undefined
      ? findHead(sheet, (headings) => weighHeadings(headings, table, others))
      : headAt(sheet, bottom);
  if (!head) return undefined;
  const columns = [...head.headings].map(([at, heading]) => ({ heading, samples: samplesOf(sheet, head, at) }));
  const guessed = matchColumns(columns, table, others);
  const ids = new Set<Place>([...table.columns.map(({ id }) => id), ...Object.values(places)]);
  const placed = columns.map((column, index) => {
    const place = chosen?.get(column.heading);
    // What was remembered may name a column that the form has no more.
    return { ...column, place: (place !== undefined && ids.has(place) ? place : guessed[index]) ?? places.nowhere };
  });
  const byHeading = new Map(placed.map(({ heading, place }) => [heading, place]));
  const { leftOut, ...reading } = readRows(sheet, head, table, byHeading, isCsv);
  const numbers = new Set(columns.filter(isRunningNumber).map(({ heading }) => heading));
  return {
    head,
    columns: placed,
    reading: { ...reading, leftOut: leftOut.filter(({ heading }) => !numbers.has(heading)) },
  };
}

function samplesOf(sheet: TableSheet, { bottom }: SheetHead, column: number): string[] {
  const cells = lookUp({ rows: sheet.rows, merges: [] });
  const samples: string[] = [];
  for (const row of sheet.rows.keys()) {
    if (samples.length >= mostSamples) break;
    const cell = row > bottom ? cells.below(row, column) : undefined;
    const text = cell?.day ?? cell?.text ?? '';
    if (text !== '') samples.push(text);
  }
  return samples;
}
