import { join } from 'node:path';
import type { Glossary, Term } from '../core/regulation/glossary.ts';
import type { Handbook } from '../core/regulation/library.ts';
import { fillPlaceholders } from './check-uses.ts';
import type { Faults } from './faults.ts';
import { namedHandbooks } from './known.ts';
import { readRegister } from './parse-yaml.ts';
import { type Tailoring, wordingFor } from './read-tailoring.ts';
import { shapes } from './shapes.ts';

const name = 'glossary.yaml';

/** Reads content/glossary.yaml, as it stands. */
export async function readGlossary(faults: Faults): Promise<Glossary> {
  return readRegister(name, shapes.glossary, faults, {});
}

/** Id of a term on the whole site. */
export function termId(handbook: string, id: string): string {
  return `${handbook}-${id}`;
}

/** The terms of all documents with the places that define them, in the order of the file. */
export async function linkGlossary(handbooks: Handbook[], tailoring: Tailoring, faults: Faults): Promise<Term[]> {
  const file = join(faults.root, name);
  return Object.entries(tailoring.inForce.keep(await readGlossary(faults))).flatMap(([handbookId, entries]) => {
    const handbook = handbooks.find(({ id }) => id === handbookId);
    if (!handbook) {
      faults.unknown('handbook', handbookId, namedHandbooks(handbooks), { file, path: handbookId }, 'sources/');
      return [];
    }
    const wording = wordingFor(handbookId, tailoring);
    const provisions = handbook.pages.flatMap((page) => [...page.provisions, ...page.hidden.provisions]);
    const chapters = handbook.pages.map(({ id }) => id.slice(handbookId.length + 1) || 'index');
    const folder = `handbooks/${handbookId}/`;
    return Object.entries(entries).flatMap(([id, entry]): Term[] => {
      const at = (key: string) => ({ file, path: `${handbookId}.${id}.${key}` });
      for (const [index, chapter] of (entry.within ?? []).entries()) {
        faults.checkKnown('chapter', chapter, chapters, at(`within[${index}]`), folder);
      }
      const term = fillPlaceholders(entry.term, wording, at('term'), faults);
      const definition = fillPlaceholders(entry.definition, wording, at('definition'), faults);
      const defining = provisions.find(({ anchor }) => anchor === entry.provision);
      if (!defining) {
        const known = provisions.map(({ anchor }) => anchor);
        faults.unknown('provision', entry.provision, known, at('provision'), folder);
        return [];
      }
      const { subject, within } = entry;
      const { id: provision, label, url } = defining;
      const whole = termId(handbookId, id);
      return [{ id: whole, handbook: handbookId, term, definition, subject, within, provision, label, url }];
    });
  });
}
