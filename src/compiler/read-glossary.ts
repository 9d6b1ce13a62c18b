import { join } from 'node:path';
import { type Glossary, GlossarySchema, type Term } from '../core/regulation/glossary.ts';
import type { Handbook } from '../core/regulation/library.ts';
import { fillPlaceholders } from './check-uses.ts';
import { unknownId } from './parse-content.ts';
import { readYaml, type Tailoring, wordingFor } from './read-tailoring.ts';

const name = 'glossary.yaml';

/** Reads content/glossary.yaml, as it stands. */
export function readGlossary(root: string): Promise<Glossary> {
  return readYaml(root, name, GlossarySchema);
}

/** Id of a term on the whole site. */
export function termId(handbook: string, id: string): string {
  return `${handbook}-${id}`;
}

/**
 * The terms of all documents with the places that define them, in the order of the file.
 * @throws ContentError for an unknown handbook, chapter, provision or role, and for a word that one chapter defines twice.
 */
export async function linkGlossary(root: string, handbooks: Handbook[], tailoring: Tailoring): Promise<Term[]> {
  const file = join(root, name);
  return Object.entries(await readGlossary(root)).flatMap(([handbookId, entries]) => {
    const handbook = handbooks.find(({ id }) => id === handbookId);
    if (!handbook)
      throw unknownId(
        'handbook',
        handbookId,
        handbooks.map(({ id }) => id),
        file,
        handbookId,
      );
    const wording = wordingFor(handbookId, tailoring);
    const provisions = handbook.pages.flatMap((page) => [...page.provisions, ...page.hidden.provisions]);
    const chapters = handbook.pages.map(({ id }) => id.slice(handbookId.length + 1));
    return Object.entries(entries).map(([id, entry]): Term => {
      const path = `${handbookId}.${id}`;
      const defining = provisions.find(({ anchor }) => anchor === entry.provision);
      if (!defining) {
        const known = provisions.map(({ anchor }) => anchor);
        throw unknownId('provision', entry.provision, known, file, `${path}.provision`);
      }
      for (const chapter of entry.within ?? []) {
        if (!chapters.includes(chapter)) throw unknownId('chapter', chapter, chapters, file, `${path}.within`);
      }
      return {
        id: termId(handbookId, id),
        handbook: handbookId,
        term: fillPlaceholders(entry.term, wording, file, `${path}.term`),
        definition: fillPlaceholders(entry.definition, wording, file, `${path}.definition`),
        subject: entry.subject,
        within: entry.within,
        provision: defining.id,
        label: defining.label,
        url: defining.url,
      };
    });
  });
}
