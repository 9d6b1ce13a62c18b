import { sha256 } from '@noble/hashes/sha2.js';
import { ContentError } from '../core/content-error.ts';
import type { DecisionFile, ReadFrom } from '../core/decision/file-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import type { ListReading, Need } from '../core/returned-list/returned-list.ts';
import { chosenOption } from '../core/tailoring/wording.ts';
import { identifyAsked } from '../record/identity.ts';
import type { ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { currentVersion } from '../record/versions.ts';
import { unknownId } from './parse-content.ts';
import type { DecisionDraft } from './read-decision-draft.ts';

/**
 * The questions of a decision that a returned check list answers, with the numbers that the company has set.
 * @throws ContentError for a list, option, choice, blank or field that is not there
 */
export function readReadings({ parsed, file }: DecisionDraft, library: Library): ListReading[] {
  return parsed.questions.flatMap((question, index): ListReading[] => {
    if (question.kind !== 'one' || !question.readFrom) return [];
    const { id, options, readFrom } = question;
    const at = `questions[${index}].readFrom`;
    const list = library.checklists.find((one) => one.id === readFrom.checklist);
    const asked = library.tools.find(
      ({ kind, asked }) => kind === 'checklist' && asked.template.id === list?.id,
    )?.asked;
    if (!list || !asked) {
      const known = library.checklists.map((one) => one.id);
      throw unknownId('check list', readFrom.checklist, known, file, `${at}.checklist`);
    }
    const known = options.map((option) => option.id);
    for (const [key, option] of Object.entries(readFrom.options)) {
      if (!known.includes(option)) throw unknownId('option', option, known, file, `${at}.options.${key}`);
    }
    return [
      {
        question: id,
        list: identifyAsked(currentVersion.tools.checklist, asked, sha256),
        title: list.title,
        options: readFrom.options,
        need: toNeed(readFrom, list, library, file, at),
        fields: toFields(readFrom, parsed, file, `${at}.fields`),
      },
    ];
  });
}

function toNeed(
  { level, least }: ReadFrom,
  list: ChecklistDefinition,
  { wording, fillIns }: Library,
  file: string,
  at: string,
): Need {
  const known = wording.choices[level];
  if (!known) throw unknownId('choice', level, Object.keys(wording.choices), file, `${at}.level`);
  const options = Object.keys(known);
  const stranger = Object.keys(least).find((option) => !options.includes(option));
  if (stranger !== undefined) throw unknownId('option', stranger, options, file, `${at}.least`);
  for (const option of options) {
    const needed = Object.hasOwn(least, option) ? least[option] : undefined;
    if (needed === undefined) {
      throw new ContentError(`nothing for the option "${option}" of "${level}".`, {
        file,
        path: `${at}.least`,
        hint: `Give one for each of: ${options.join(', ')}.`,
      });
    }
    if (needed !== 'all' && !Object.hasOwn(wording.blanks, needed.blank))
      throw unknownId('blank', needed.blank, Object.keys(wording.blanks), file, `${at}.least.${option}.blank`);
  }
  const asked = (path: string) => fillIns.find((item) => item.path === path)?.question ?? path;
  const chosen = chosenOption(wording, level);
  const needed = chosen === undefined ? undefined : least[chosen];
  if (needed === undefined) return { kind: 'unset', setting: asked(`choices.${level}`) };
  if (needed === 'all') return { kind: 'all' };
  const path = wording.blanks[needed.blank]?.path ?? '';
  const number = toNumber(wording.values.get(path));
  const total = list.sections.reduce((sum, { items }) => sum + items.length, 0);
  if (number === undefined || number < 1 || number > total) return { kind: 'no-number', setting: asked(path) };
  return { kind: 'least', count: needed.count, least: number };
}

/** What the company wrote may be anything: １５ is a number, 約15 is none. */
function toNumber(text = ''): number | undefined {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

function toFields(
  { fields = {} }: ReadFrom,
  { report }: DecisionFile,
  file: string,
  at: string,
): ListReading['fields'] {
  const some = report?.fields ?? [];
  for (const [fact, id] of Object.entries(fields)) {
    const field = some.find((one) => one.id === id);
    if (!field) {
      const known = some.map((one) => one.id);
      throw unknownId('field', id, known, file, `${at}.${fact}`);
    }
    if (field.kind !== 'date') continue;
    throw new ContentError(`the field "${id}" takes a date.`, {
      file,
      path: `${at}.${fact}`,
      hint: 'Name a field of kind line or text.',
    });
  }
  return fields;
}
