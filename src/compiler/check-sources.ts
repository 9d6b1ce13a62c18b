import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Handbook } from '../core/regulation/library.ts';
import type { Source } from '../core/regulation/registers.ts';
import type { Faults } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';

/**
 * Holds that each page stands in the folder of a handbook, each folder has its source, and each source its folder: a
 * page that no source knows would be built, and nobody would know it.
 * @param sources names of the files in sources/ that are in force; @returns the ids of all handbooks, sorted
 */
export async function checkSources(sources: readonly string[], inForce: InForce, faults: Faults): Promise<string[]> {
  const path = join(faults.root, 'handbooks');
  const files = existsSync(path) ? await readdir(path, { recursive: true }) : [];
  const sourceOf = (id: string) => join(faults.root, 'sources', `${id}.yaml`);
  /** The first page of each folder. */
  const pages = new Map<string, string>();
  for (const page of files.filter((file) => file.endsWith('.mdx')).sort()) {
    const [id = '', name, ...deeper] = page.split(sep);
    if (inForce.isOff(id)) continue;
    if (name === undefined || deeper.length > 0) {
      const place = { file: join(path, page), line: 1, path: '' };
      faults.add('the page is in no handbook.', place, `Move it to ${join(path, '<handbook>', basename(page))}.`);
    } else if (!pages.has(id)) pages.set(id, join(path, page));
  }
  for (const [id, file] of pages) {
    if (sources.includes(id)) continue;
    faults.add(`the handbook "${id}" has no source.`, { file, line: 1, path: '' }, `Write ${sourceOf(id)}.`);
    faults.lose(sourceOf(id));
  }
  for (const id of sources) {
    if (pages.has(id)) continue;
    const hint = `Write ${join(path, id, 'index.mdx')}, or remove the source.`;
    faults.add('no page restates it.', { file: sourceOf(id), line: 1, path: '' }, hint);
    faults.lose(join(path, id, ''));
  }
  return [...new Set([...sources, ...pages.keys()])].sort();
}

/** Holds that the units begin with the prefix that anchors are without. */
export function checkPrefix({ unitPrefix, units }: Source, file: string, faults: Faults): void {
  const strange = units.flatMap(({ id }, index) => (id.startsWith(unitPrefix) ? [] : [{ id, index }]));
  if (strange.length === units.length) {
    faults.add(`no unit begins with "${unitPrefix}".`, { file, path: 'unitPrefix' }, `The first is "${units[0]?.id}".`);
    faults.lose(file);
    return;
  }
  for (const { id, index } of strange) {
    const hint = `Every unit of this source begins with "${unitPrefix}".`;
    faults.add(`the unit "${id}" has another prefix.`, { file, path: `units[${index}].id` }, hint);
  }
}

/**
 * Nothing is left out: each unit of a source is restated by one provision or omitted with a reason, each heading is a
 * section or omitted; and no id stands for two units.
 */
export function checkUnits(handbooks: readonly Handbook[], faults: Faults): void {
  const seen = new Map<string, string>();
  for (const { id, source, pages } of handbooks) {
    const file = join(faults.root, 'sources', `${id}.yaml`);
    const placeOf = new Map<string, { file: string; path: string }>();
    for (const [index, unit] of source.units.entries()) {
      const place = { file, path: `units[${index}].id` };
      const other = seen.get(unit.id);
      if (other)
        faults.add(`the unit "${unit.id}" stands twice (also at ${other}).`, place, 'An id is one place of a source.');
      seen.set(unit.id, `${file} units[${index}]`);
      placeOf.set(unit.id, place);
    }
    const omitted = new Set<string>();
    for (const [index, { id: unit }] of source.omitted.entries()) {
      const place = { file, path: `omitted[${index}].id` };
      faults.checkKnown('unit', unit, placeOf.keys(), place);
      if (omitted.has(unit)) faults.add(`the unit "${unit}" is omitted twice.`, place, 'Name it once.');
      omitted.add(unit);
    }
    if (faults.isLost(`sources/${id}.yaml`)) continue;
    // What a page restates that is no page, nobody knows.
    const folder = `handbooks/${id}/`;
    if (faults.isLost(folder, '')) continue;
    const provisions = pages.flatMap((page) => [...page.provisions, ...page.hidden.provisions]);
    const restated = new Set(provisions.flatMap(({ units }) => units));
    const sections = pages.flatMap((page) => [...page.sections, ...page.hidden.sections]);
    const headings = new Set(sections.map(({ anchor }) => source.unitPrefix + anchor));
    for (const { id: unit, heading } of source.units) {
      const place = placeOf.get(unit) ?? { file, path: 'units' };
      // One with another prefix is told already.
      const isLost =
        !unit.startsWith(source.unitPrefix) ||
        faults.isLost(folder, unit) ||
        faults.isLost(folder, unit.slice(source.unitPrefix.length));
      if (restated.has(unit) && omitted.has(unit)) {
        const hint = 'Take it from omitted, or from the provision.';
        faults.add(`the unit "${unit}" is restated and omitted.`, place, hint);
      } else if (!omitted.has(unit) && !restated.has(unit) && !(heading && headings.has(unit)) && !isLost) {
        const how = heading ? 'Give a <Section> its anchor' : 'Name it in the units of a <Provision>';
        const hint = `${how}, or name it under omitted with the reason.`;
        faults.add(`no page of "${id}" has the unit "${unit}".`, place, hint);
      }
    }
  }
}
