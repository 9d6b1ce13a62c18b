import type { Library } from '../core/regulation/library.ts';
import { chosenOption, fillBlank, fillText, type Wording } from '../core/tailoring/wording.ts';
import type { Basis } from '../record/v1/basis.ts';
import { unset } from '../record/v1/company/unset.ts';
import { type CompanyChoices, issuerKey, isWord, listWordKeys, type Worded } from '../record/v1/company/words.ts';
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
      const options = Object.entries(wording.choices[id] ?? {});
      return kind === 'choice' ? [[id, options.map(([option, text]) => ({ id: toKebab(option), text }))]] : [];
    }),
  );
  const issuer = wording.values.get(issuerKey);
  const words = {
    ...Object.fromEntries(keys.map((key) => [key, wordOf(key, wording)])),
    ...(issuer && { [issuerKey]: issuer }),
  };
  for (const [key, word] of Object.entries(words)) {
    // An unknown one is told where it stands, an unknown option in organization.yaml.
    // That of the site is told where it is written.
    if (word === '' || key === issuerKey || key.startsWith('choice:') || isWord(key, word, choices)) continue;
    const hint =
      'organization.yaml には、名前を書いてください。1 行で、「。」と { } < > を入れずに、役割は 60 文字までです。';
    faults.add(`「${word}」は、{{${key}}} の言葉にできません。`, { file, path: 'id' }, hint);
  }
  return { template: Object.keys(choices).length > 0 ? { ...template, choices } : template, words };
}

function wordOf(key: string, wording: Wording): string {
  const [kind, id = ''] = key.split(':');
  if (kind === 'role') return fillText(`{{${key}}}`, wording);
  if (kind === 'blank') return wording.values.has(wording.blanks[id]?.path ?? '') ? fillBlank(id, wording) : unset;
  const chosen = chosenOption(wording, id);
  return chosen === undefined ? unset : toKebab(chosen);
}

/** Holds that each placeholder in the texts of a file names something. */
export function checkPlaceholders(value: unknown, wording: Wording, { file, path }: Place, faults: Faults): void {
  if (typeof value === 'string') fillPlaceholders(value, wording, { file, path }, faults);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`.replace(/^\./, '');
    checkPlaceholders(inner, wording, { file, path: at }, faults);
  }
}

/** A citation as a definition carries it; none where no provision has that id, which is a fault. */
export function toBasis(citation: string, library: Library, base: string, place: Place, faults: Faults): Basis[] {
  const provision = resolveCitation(library, citation, place, faults);
  if (!provision) return [];
  const short = library.handbooks.find(({ id }) => id === provision.handbook)?.source.short;
  const shown = library.conditions.get(citation)?.map(({ choice, is }) => ({ choice, is: toKebab(is) }));
  return [{ citation, label: `${short} ${provision.label}`, href: base + provision.url, ...(shown && { shown }) }];
}
