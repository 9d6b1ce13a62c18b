import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Basis } from '../../src/record/v1/basis.ts';
import { itemsOf } from '../../src/record/v1/checklist/answer-set.ts';
import { fieldsOf, tablesOf } from '../../src/record/v1/form/given.ts';
import { shareLibrary } from '../support/share-library.ts';
import { type SystemWork, systemWorks } from './systems.ts';

interface SystemRow {
  id: string;
  name: string;
  /** Units of the sources that it is made of. */
  units: string[];
}

const rows: SystemRow[] = JSON.parse(await readFile(new URL('../fixtures/systems.json', import.meta.url), 'utf8'));
const { decisions, checklists, forms, lists, documents, provisions } = await shareLibrary('content');

/** Provisions that a thing rests on. */
type Rests = ReadonlyMap<string, readonly string[]>;

const citationsIn = (basis: readonly Basis[]) => basis.map(({ citation }) => citation);
const ofForms = (entries: typeof forms): Rests =>
  new Map(
    entries.map(({ definition, provisions, records }) => [
      definition.id,
      [
        ...provisions,
        ...[...fieldsOf(definition), ...tablesOf(definition).flatMap(({ columns }) => columns)].flatMap(({ basis }) =>
          citationsIn(basis),
        ),
        ...provisionsOfRecords(records),
      ],
    ]),
  );

function provisionsOfRecords(records: readonly string[]): string[] {
  return [...provisions.values()]
    .filter(({ handbook, deliverables }) => deliverables.some((record) => records.includes(`${handbook}:${record}`)))
    .map(({ id }) => id);
}

const things: Readonly<Record<'decisions' | 'checklists' | 'forms' | 'registers' | 'lists' | 'documents', Rests>> = {
  decisions: new Map(decisions.map(({ definition, provisions }) => [definition.id, provisions])),
  checklists: new Map(checklists.map((list) => [list.id, itemsOf(list).flatMap(({ basis }) => citationsIn(basis))])),
  forms: ofForms(forms),
  registers: ofForms(forms.filter(({ register }) => register)),
  lists: new Map(lists.map(({ id, places }) => [id, places.map(({ citation }) => citation)])),
  documents: new Map(documents.map(({ id, basis }) => [id, citationsIn(basis)])),
};

const keys = ['decisions', 'checklists', 'forms', 'registers', 'lists', 'documents'] as const;

/** What works for a system, each with the provisions that it rests on; undefined for what is not there. */
function worksOf(work: SystemWork): { name: string; rests: readonly string[] | undefined }[] {
  return keys.flatMap((key) => (work[key] ?? []).map((id) => ({ name: `${key}: ${id}`, rests: things[key].get(id) })));
}

test('every system of the sources is named once', () => {
  expect(Object.keys(systemWorks).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(rows).toHaveLength(124);
});

describe.each(rows)('$name ($id)', ({ id, units }) => {
  const work: SystemWork = systemWorks[id] ?? {};
  const works = worksOf(work);

  test('has what is named for it, and that rests on it', () => {
    expect(works.filter(({ rests }) => rests === undefined).map(({ name }) => name)).toEqual([]);
    for (const page of work.pages ?? []) expect(hasPage(page), page).toBe(true);
    expect(works.length + (work.pages ?? []).length > 0 || work.read !== undefined).toBe(true);
    const own = [...provisions.values()].filter((provision) => provision.units.some((unit) => units.includes(unit)));
    const ids = new Set(own.map((provision) => provision.id));
    const idle = works.filter(({ rests = [] }) => !rests.some((citation) => ids.has(citation)));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});

test('no more than two can only be read, and each says why', () => {
  const read = Object.entries(systemWorks).filter(([, work]) => worksOf(work).length + (work.pages ?? []).length === 0);
  expect(read.map(([id]) => id)).toEqual(['ipa5-sys-senmon', 'hosaka-sys-rireki']);
  expect(read.filter(([, { read: why = '' }]) => why === '')).toEqual([]);
});

/** Whether the site has a page at this address. */
function hasPage(address: string): boolean {
  const name = address.replace(/^\/|\/$/g, '');
  const places = [`${name}.astro`, `${name}/index.astro`, `${name.split('/')[0]}/[handbook].astro`];
  return places.some((place) => existsSync(new URL(`../../src/pages/${place}`, import.meta.url)));
}
