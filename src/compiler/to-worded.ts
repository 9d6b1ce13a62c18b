import { ContentError } from '../core/content-error.ts';
import type { Library } from '../core/regulation/library.ts';
import { chosenOption, fillBlank, fillText, type Wording } from '../core/tailoring/wording.ts';
import type { Basis } from '../record/v1/basis.ts';
import { type CompanyChoices, isWord, listWordKeys, unset, type Worded } from '../record/v1/company/words.ts';
import { fillPlaceholders } from './check-uses.ts';
import { toKebab } from './to-kebab.ts';

/**
 * A template with the words that this company has for what it names.
 * @throws ContentError for a word that could be more than a name: it would be refused in every file
 */
export function toWorded<Definition extends object>(
  template: Definition,
  wording: Wording,
  file: string,
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
    if (isWord(key, word, choices)) continue;
    throw new ContentError(`"${word}" cannot stand for {{${key}}}.`, {
      file,
      path: key,
      hint: 'In organization.yaml, write a name: one line without 。 and without brackets { } < >, a role at most 60 characters.',
    });
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

/** The text as it is. @throws ContentError for a placeholder that names nothing */
export function checkPlaceholders(text: string, wording: Wording, file: string, path: string): string {
  fillPlaceholders(text, wording, file, path);
  return text;
}

/** A citation as a definition carries it; undefined where no provision has that id. */
export function toBasis(
  citation: string,
  { provisions, hidden, conditions, handbooks }: Pick<Library, 'provisions' | 'hidden' | 'conditions' | 'handbooks'>,
  base: string,
): Basis | undefined {
  const provision = provisions.get(citation) ?? hidden.get(citation);
  if (!provision) return undefined;
  const short = handbooks.find(({ id }) => id === provision.handbook)?.source.short;
  const shown = conditions.get(citation)?.map(({ choice, is }) => ({ choice, is: toKebab(is) }));
  return { citation, label: `${short} ${provision.label}`, href: base + provision.url, ...(shown && { shown }) };
}
