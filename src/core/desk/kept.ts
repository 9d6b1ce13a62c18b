import type { ChecklistContents, Contents } from '../../record/contents.ts';
import { findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { fillChecklist } from '../../record/v1/checklist/fill.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import { toCanonicalJson } from '../text/canonical-json.ts';
import { readKeptAnswers, readKeptDefinition } from './read-kept.ts';
import { hashText, type Sha256 } from './to-id.ts';

/**
 * What the desk keeps beside its entries, by hash, 64 hexadecimal digits of the canonical JSON: answers to check lists, and the
 * lists with the words of the company that asked. What has a hash never changes, so two desks are merged by putting all
 * together, and three hundred answers to one list hold its texts once. Of papers of other kinds nothing is kept.
 */
export interface Kept {
  answers: ReadonlyMap<string, ChecklistAnswers>;
  definitions: ReadonlyMap<string, Worded<ChecklistDefinition>>;
}

/** What a desk holds that has received nothing. */
export const nothingKept: Kept = { answers: new Map(), definitions: new Map() };

/** Where what is kept of a file stands; '' for nothing. */
export interface KeptPlaces {
  answers: string;
  definition: string;
}

/** What is to be kept of a file, and where it stands then; nothing of what could not be read again out of a backup. */
export function keepOf(file: Contents & Pick<KiteiFile, 'asked'>, sha256: Sha256): { kept: Kept; places: KeptPlaces } {
  const list = findChecklist(file);
  const asked = readKeptDefinition(file.asked);
  if (!list || !asked || !readKeptAnswers(list.answers))
    return { kept: nothingKept, places: { answers: '', definition: '' } };
  const places = { answers: toHash(list.answers, sha256), definition: toHash(asked, sha256) };
  const answers = new Map([[places.answers, list.answers]]);
  return { kept: { answers, definitions: new Map([[places.definition, asked]]) }, places };
}

/** The hash by which answers or a list are kept. */
export function toHash(value: ChecklistAnswers | Worded<ChecklistDefinition>, sha256: Sha256): string {
  return hashText(toCanonicalJson(value), sha256);
}

/** All that either of two desks keeps. */
export function mergeKept(one: Kept, other: Kept): Kept {
  return {
    answers: new Map([...one.answers, ...other.answers]),
    definitions: new Map([...one.definitions, ...other.definitions]),
  };
}

/**
 * A reader of what is kept: the answered list of a file, undefined where it is none or where a part is missing. A list is put
 * into the company's words once.
 */
export function openKept({ answers, definitions }: Kept): (places: KeptPlaces) => ChecklistContents | undefined {
  const filled = new Map<string, ChecklistDefinition>();
  return (places) => {
    const answered = answers.get(places.answers);
    const asked = definitions.get(places.definition);
    if (!answered || !asked || answered.checklist !== asked.template.id) return undefined;
    const definition = filled.get(places.definition) ?? fillChecklist(asked);
    filled.set(places.definition, definition);
    return { definition, answers: answered };
  };
}
