import type { Library } from '../core/regulation/library.ts';
import { chosenOption, fillBlank, fillText, type Wording } from '../core/tailoring/wording.ts';
import type { Basis } from '../record/v1/basis.ts';
import { unset } from '../record/v1/company/unset.ts';
import { type CompanyChoices, isWord, listWordKeys, type Worded } from '../record/v1/company/words.ts';
import { fillPlaceholders } from './check-uses.ts';
import { resolveCitation } from './cite.ts';
import type { Faults, Place } from './faults.ts';
import { toKebab } from './to-kebab.ts';

/** A template with the words that this company has for what it names. A word that is more than a name would be refused in every file. */
export function toWorded<Definition extends object>(
  template: Definition,
  wording: Wording,
  file: string,
  faults: Faults,
): Worded<Definition> {
  const keys = listWordKeys(template);
  const choices: CompanyChoices = Object.fromEntries(
    keys.flatMap((key) => {
      const [kind, id = ''] = key.split(':');
      const options = Object.entries(wording.choices[id] ?? {}).map(([option, text]) => ({
        id: toKebab(option),
        text,
      }));
      return kind === 'choice' ? [[id, options]] : [];
    }),
  );
  const words = Object.fromEntries(keys.map((key) => [key, wordOf(key, wording)]));
  for (const [key, word] of Object.entries(words)) {
    // An unknown one is told where it stands, an unknown option in organization.yaml.
    if (word === '' || key.startsWith('choice:') || isWord(key, word, choices)) continue;
    const hint =
      'In organization.yaml, write a name: one line without 。 and without brackets { } < >, a role at most 60 characters.';
    faults.add(`"${word}" cannot stand for {{${key}}}.`, { file, path: 'id' }, hint);
  }
  return { template: Object.keys(choices).length > 0 ? { ...template, choices } : template, words };
}

function wordOf(key: string, wording: Wording): string {
  const [kind, id = ''] = key.split(':');
  if (kind === 'role') return fillText(`{{${key}}}`, wording);
  if (kind === 'blank') return fillBlank(id, wording);
  const chosen = chosenOption(wording, id);
  return chosen === undefined ? unset : toKebab(chosen);
}

/** The text as it is; a placeholder that names nothing is a fault. */
export function checkPlaceholders(text: string, wording: Wording, place: Place, faults: Faults): string {
  fillPlaceholders(text, wording, place, faults);
  return text;
}

/** A citation as a definition carries it; none where no provision has that id, which is a fault. */
export function toBasis(citation: string, library: Library, base: string, place: Place, faults: Faults): Basis[] {
  const provision = resolveCitation(library, citation, place, faults);
  if (!provision) return [];
  const short = library.handbooks.find(({ id }) => id === provision.handbook)?.source.short;
  const shown = library.conditions.get(citation)?.map(({ choice, is }) => ({ choice, is: toKebab(is) }));
  return [{ citation, label: `${short} ${provision.label}`, href: base + provision.url, ...(shown && { shown }) }];
}
