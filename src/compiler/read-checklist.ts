import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChecklistFile, ChecklistFileSchema } from '../core/checklist/file-schema.ts';
import { ContentError } from '../core/content-error.ts';
import { type Library, noticeFor } from '../core/regulation/library.ts';
import type { ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { meaningOf } from '../record/v1/checklist/meaning.ts';
import type { Worded } from '../record/v1/company/words.ts';
import { parseContent, parseYaml, unknownId } from './parse-content.ts';
import { checkPlaceholders, toBasis, toWorded } from './to-worded.ts';

/**
 * Reads a check list and gives it the company's words and the addresses of what it cites.
 * @param name file name without ending; @param base the site's base path
 * @throws ContentError for a broken citation, a placeholder that names nothing, and an id or number used twice.
 */
export async function readChecklist(
  root: string,
  name: string,
  library: Library,
  base: string,
): Promise<Worded<ChecklistDefinition>> {
  const file = join(root, 'checklists', `${name}.yaml`);
  const list = parseContent(ChecklistFileSchema, parseYaml(await readFile(file, 'utf8'), file), file);
  checkIds(list, name, file);
  for (const [index, citation] of list.basis.entries())
    if (!toBasis(citation, library, base)) refuse(library, citation, file, `basis[${index}]`);
  const basis = library.provisions.get(list.basis[0] ?? '');
  const handbook = library.handbooks.find(({ id }) => id === basis?.handbook);
  const template: ChecklistDefinition = {
    id: list.id,
    version: list.version,
    title: list.title,
    lead: checkPlaceholders(list.lead, library.wording, file, 'lead'),
    notice: noticeFor(handbook?.source.title ?? list.title),
    sections: list.sections.map((section, s) => ({
      id: section.id,
      title: section.title,
      items: section.items.map((item, i) => {
        const at = `sections[${s}].items[${i}]`;
        const fill = (key: 'text' | 'guidance' | 'evidence') =>
          checkPlaceholders(item[key], library.wording, file, `${at}.${key}`);
        const text = fill('text');
        return {
          id: item.id,
          number: item.number,
          text,
          guidance: fill('guidance'),
          evidence: fill('evidence'),
          basis: item.citations.map((citation, c) => {
            return toBasis(citation, library, base) ?? refuse(library, citation, file, `${at}.citations[${c}]`);
          }),
          meaning: meaningOf({ text }, sha256),
        };
      }),
    })),
  };
  return toWorded(template, library.wording, file);
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function refuse({ provisions }: Library, citation: string, file: string, path: string): never {
  throw unknownId('citation', citation, provisions.keys(), file, path);
}

function checkIds(list: ChecklistFile, name: string, file: string): void {
  if (list.id !== name) {
    throw new ContentError(`id "${list.id}" differs from the file's name.`, {
      file,
      path: 'id',
      hint: `Write "${name}".`,
    });
  }
  const seen = new Set<string>();
  for (const [s, section] of list.sections.entries()) {
    for (const [i, item] of section.items.entries()) {
      const path = `sections[${s}].items[${i}]`;
      for (const key of [item.id, `number ${item.number}`]) {
        if (seen.has(key))
          throw new ContentError(`"${key}" stands twice.`, { file, path, hint: 'Ids and numbers are used once.' });
        seen.add(key);
      }
    }
  }
}
