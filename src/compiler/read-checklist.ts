import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ChecklistFile } from '../core/checklist/file-schema.ts';
import { type Library, noticeFor } from '../core/regulation/library.ts';
import type { ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { meaningOf } from '../record/v1/checklist/meaning.ts';
import type { Worded } from '../record/v1/company/words.ts';
import { resolveCitation } from './cite.ts';
import type { Faults } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { reduceChecklist } from './in-force/reduce-registers.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';
import { checkPlaceholders, toBasis, toWorded } from './to-worded.ts';

/**
 * Reads a check list and gives it the company's words and the addresses of what it cites.
 * @param name file name without ending; @param base the site's base path
 * @returns undefined where the file is too broken to go on with, or too little of it is left
 */
export async function readChecklist(
  name: string,
  library: Library,
  base: string,
  inForce: InForce,
  faults: Faults,
): Promise<{ asked: Worded<ChecklistDefinition>; without: readonly string[] } | undefined> {
  const file = join(faults.root, 'checklists', `${name}.yaml`);
  const read = await readYaml(`checklists/${name}.yaml`, shapes.checklist, faults);
  if (!read) return undefined;
  const reduced = reduceChecklist(read, inForce);
  if ('reason' in reduced) {
    inForce.leftOut.push({ kind: 'checklist', id: read.id, reason: reduced.reason });
    return undefined;
  }
  const { list, places, without } = reduced;
  faults.reduce(file, (path) => places.toFile(path));
  checkIds(list, name, file, faults);
  checkPlaceholders(list, library.wording, { file, path: '' }, faults);
  for (const [index, citation] of list.basis.entries()) {
    resolveCitation(library, citation, { file, path: `basis[${index}]` }, faults);
  }
  const basis = library.provisions.get(list.basis[0] ?? '');
  const handbook = library.handbooks.find(({ id }) => id === basis?.handbook);
  const { basis: _, guidanceNote = '', sections, ...head } = list;
  const template: ChecklistDefinition = {
    ...head,
    notice: noticeFor(handbook?.source.title ?? list.title) + guidanceNote,
    sections: sections.map(({ items, ...section }, s) => ({
      ...section,
      items: items.map(({ citations, ...item }, i) => ({
        ...item,
        basis: citations.flatMap((citation, c) => {
          const place = { file, path: `sections[${s}].items[${i}].citations[${c}]` };
          return toBasis(citation, library, base, place, faults);
        }),
        meaning: meaningOf(item, sha256),
      })),
    })),
  };
  return { asked: toWorded(template, library.wording, file, faults), without };
}

function checkIds(list: ChecklistFile, name: string, file: string, faults: Faults): void {
  if (list.id !== name) {
    faults.add(`id "${list.id}" differs from the file's name.`, { file, path: 'id' }, `Write "${name}".`);
  }
  const seen = new Set<string>();
  const once = (key: string, path: string) => {
    if (seen.has(key)) faults.add(`${key} stands twice.`, { file, path }, 'Ids and numbers are used once.');
    seen.add(key);
  };
  for (const [s, section] of list.sections.entries()) {
    once(`section id "${section.id}"`, `sections[${s}].id`);
    for (const [i, item] of section.items.entries()) {
      once(`"${item.id}"`, `sections[${s}].items[${i}].id`);
      once(`number ${item.number}`, `sections[${s}].items[${i}].number`);
    }
  }
}
