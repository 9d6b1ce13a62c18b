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
      faults.add(
        '頁が、どの手引にも入っていません。',
        place,
        `${join(path, '<手引>', basename(page))} に移してください。`,
      );
    } else if (!pages.has(id)) pages.set(id, join(path, page));
  }
  for (const [id, file] of pages) {
    if (sources.includes(id)) continue;
    faults.add(
      `手引「${id}」の拠り所がありません。`,
      { file, line: 1, path: '' },
      `${sourceOf(id)} を書いてください。`,
    );
    faults.lose(sourceOf(id));
  }
  for (const id of sources) {
    if (pages.has(id)) continue;
    const hint = `${join(path, id, 'index.mdx')} を書くか、このファイルを消してください。`;
    faults.add('この文書の頁がありません。', { file: sourceOf(id), line: 1, path: '' }, hint);
    faults.lose(join(path, id, ''));
  }
  return [...new Set([...sources, ...pages.keys()])].sort();
}

/** Holds that the units begin with the prefix that anchors are without. */
export function checkPrefix({ unitPrefix, units }: Source, file: string, faults: Faults): void {
  const strange = units.flatMap(({ id }, index) => (id.startsWith(unitPrefix) ? [] : [{ id, index }]));
  if (strange.length === units.length) {
    faults.add(
      `「${unitPrefix}」で始まる unit がありません。`,
      { file, path: 'unitPrefix' },
      `初めの unit は「${units[0]?.id}」です。`,
    );
    faults.lose(file);
    return;
  }
  for (const { id, index } of strange) {
    const hint = `この文書の unit は、全部「${unitPrefix}」で始めてください。`;
    faults.add(`unit「${id}」の始まりが違います。`, { file, path: `units[${index}].id` }, hint);
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
        faults.add(
          `unit「${unit.id}」が二度あります（もう一つは ${other}）。`,
          place,
          '一つの id は、文書の一か所だけにしてください。',
        );
      seen.set(unit.id, `${file} units[${index}]`);
      placeOf.set(unit.id, place);
    }
    const omitted = new Set<string>();
    for (const [index, { id: unit }] of source.omitted.entries()) {
      const place = { file, path: `omitted[${index}].id` };
      faults.checkKnown('unit', unit, placeOf.keys(), place);
      if (omitted.has(unit))
        faults.add(`unit「${unit}」が omitted に二度あります。`, place, '一度だけ書いてください。');
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
        const hint = 'omitted か条の、どちらかから消してください。';
        faults.add(`unit「${unit}」が、頁にも omitted にもあります。`, place, hint);
      } else if (!omitted.has(unit) && !restated.has(unit) && !(heading && headings.has(unit)) && !isLost) {
        const how = heading ? '<Section> にその anchor を付ける' : '<Provision> の units に書く';
        const hint = `${how}か、omitted に理由を添えて書いてください。`;
        faults.add(`「${id}」の頁に unit「${unit}」がありません。`, place, hint);
      }
    }
  }
}
