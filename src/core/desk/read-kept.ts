import type { Basis } from '../../record/v1/basis.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { AnswerAsked } from '../../record/v1/checklist/asked.ts';
import type { CheckItem, ChecklistDefinition, ChecklistSection } from '../../record/v1/checklist/definition.ts';
import { readAnswersValue } from '../../record/v1/checklist/read-answers.ts';
import { findWordFault, type Template, type Worded } from '../../record/v1/company/words.ts';
import { damage, get, readText, refuseExtra } from '../../record/v1/read-values.ts';
import { findUnsafe } from '../text/characters.ts';
import { idForm } from '../text/id.ts';

/** As in the schemas of the record: what a signed file may hold, and no more. */
const most = {
  sections: 200,
  items: 2000,
  basis: 100,
  shown: 20,
  options: 100,
  choices: 300,
  choiceOptions: 50,
  words: 300,
};
const longest = { text: 20_000, line: 1000, answer: 100_000 };
const hashForm = /^[0-9a-f]{16}$/;
const settingForm = /^[A-Za-z][A-Za-z0-9-]{0,99}$/;

/** Answers to a check list, whichever it is, checked and copied; undefined for anything else. */
export function readKeptAnswers(value: unknown): ChecklistAnswers | undefined {
  const [id, version] = [get(value, 'checklist'), get(value, 'version')];
  if (typeof id !== 'string' || !idForm.test(id) || typeof version !== 'number') return undefined;
  if (!isClean(value, longest.answer)) return undefined;
  const read = readAnswersValue(value, { id, version });
  return read.ok ? read.answers : undefined;
}

/**
 * A check list with a company's words, checked and copied; undefined for anything else. Written by hand, as strict as the
 * schema by which files are read, so that a page that opens a backup needs no schema library.
 */
export function readKeptDefinition(value: unknown): Worded<ChecklistDefinition> | undefined {
  try {
    refuseExtra(value, ['template', 'words'], '');
    const read = { template: readTemplate(get(value, 'template')), words: readWords(get(value, 'words')) };
    return isClean(read, longest.text) && findWordFault(read) === undefined ? read : undefined;
  } catch {
    // What reads values says where; of a kept list it is enough that it is damaged.
    return undefined;
  }
}

/** Whether no text is longer than that or has hidden characters. */
function isClean(value: unknown, length: number): boolean {
  if (typeof value === 'string') return value.length <= length && !findUnsafe(value, { lines: true });
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => isClean(inner, length));
}

const keys = [
  'id',
  'version',
  'title',
  'lead',
  'notice',
  'addedFields',
  'notApplicable',
  'each',
  'states',
  'evidenceName',
];

function readTemplate(value: unknown): Template<ChecklistDefinition> {
  refuseExtra(value, [...keys, 'sections', 'choices'], 'template');
  const sections = readSome(value, 'sections', most.sections, readSection);
  const ids = sections.flatMap(({ items }) => items.map(({ id }) => id));
  if (new Set(ids).size < ids.length) return damage('sections');
  return {
    id: readText(get(value, 'id'), 'id', idForm),
    version: readVersion(get(value, 'version')),
    title: line(value, 'title'),
    lead: text(value, 'lead'),
    notice: text(value, 'notice'),
    ...ifThere(value, 'addedFields', (one) => readLines(one, ['legend', 'note'] as const)),
    ...ifThere(value, 'notApplicable', () => line(value, 'notApplicable')),
    ...ifThere(value, 'each', (one) => readText(one, 'each', idForm)),
    ...ifThere(value, 'states', (one) => readLines(one, ['done', 'partial', 'notDone'] as const)),
    ...ifThere(value, 'evidenceName', () => line(value, 'evidenceName')),
    sections,
    ...ifThere(value, 'choices', readChoices),
  };
}

function readSection(value: unknown): ChecklistSection {
  refuseExtra(value, ['id', 'title', 'items'], 'section');
  return {
    id: readText(get(value, 'id'), 'id', idForm),
    title: line(value, 'title'),
    items: readSome(value, 'items', most.items, readItem),
  };
}

function readItem(value: unknown): CheckItem {
  const known = ['id', 'number', 'text', 'guidance', 'evidence', 'answer', 'basis', 'meaning', 'clauses'];
  refuseExtra(value, known, 'item');
  const asked = text(value, 'text');
  return {
    id: readText(get(value, 'id'), 'id', idForm),
    number: readNumber(get(value, 'number')),
    text: asked === '' ? damage('text') : asked,
    ...ifThere(value, 'guidance', () => text(value, 'guidance')),
    ...ifThere(value, 'evidence', () => text(value, 'evidence')),
    ...ifThere(value, 'answer', readAsked),
    basis: readSome(value, 'basis', most.basis, readBasis),
    meaning: readText(get(value, 'meaning'), 'meaning', hashForm),
    ...ifThere(value, 'clauses', (one) => readText(one, 'clauses', hashForm)),
  };
}

function readNumber(value: unknown): number | string {
  if (typeof value === 'number') return readVersion(value);
  const read = readText(value, 'number');
  return read.length >= 1 && read.length <= 20 ? read : damage('number');
}

function readAsked(value: unknown): AnswerAsked {
  const kind = get(value, 'kind');
  if (kind === 'one' || kind === 'several') {
    refuseExtra(value, ['kind', 'options'], 'answer');
    const options = readSome(value, 'options', most.options, (one) => readLine(one, 'options'));
    return options.length > 0 && new Set(options).size === options.length ? { kind, options } : damage('options');
  }
  if (kind === 'number') {
    refuseExtra(value, ['kind', 'unit'], 'answer');
    return { kind, ...ifThere(value, 'unit', () => line(value, 'unit')) };
  }
  refuseExtra(value, ['kind'], 'answer');
  return kind === 'text' || kind === 'date' ? { kind } : damage('kind');
}

function readBasis(value: unknown): Basis {
  refuseExtra(value, ['citation', 'label', 'href', 'shown'], 'basis');
  const citation = readText(get(value, 'citation'), 'citation', /^[a-z][a-z0-9-]*:[A-Za-z0-9.-]+$/);
  const href = readText(get(value, 'href'), 'href', /^(?!\/\/)[\w./~%-]*(?:#[\w.~%-]*)?$/);
  if (citation.length > 200 || href.length > longest.line) return damage('basis');
  const shown = ifThere(value, 'shown', () =>
    readSome(value, 'shown', most.shown, (one) => {
      refuseExtra(one, ['choice', 'is'], 'shown');
      return {
        choice: readText(get(one, 'choice'), 'choice', settingForm),
        is: readText(get(one, 'is'), 'is', settingForm),
      };
    }),
  );
  return { citation, label: line(value, 'label'), href, ...shown };
}

function readChoices(value: unknown) {
  return readRecord(value, most.choices, settingForm, (options) =>
    readList(options, 'choices', most.choiceOptions, (one) => {
      refuseExtra(one, ['id', 'text'], 'choices');
      return { id: readText(get(one, 'id'), 'id', idForm), text: line(one, 'text') };
    }),
  );
}

function readWords(value: unknown): Record<string, string> {
  return readRecord(value, most.words, /^(?:role|blank|choice|site):[A-Za-z0-9-]{1,100}$/, (one) => {
    const word = readText(one, 'words');
    return word.length <= 400 ? word : damage('words');
  });
}

function readRecord<T>(value: unknown, count: number, form: RegExp, read: (value: unknown) => T): Record<string, T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damage('record');
  const entries = Object.entries(value);
  if (entries.length > count || entries.some(([key]) => !form.test(key))) return damage('record');
  return Object.fromEntries(entries.map(([key, one]) => [key, read(one)]));
}

function readSome<T>(value: unknown, key: string, count: number, read: (value: unknown) => T): T[] {
  return readList(get(value, key), key, count, read);
}

function readList<T>(list: unknown, at: string, count: number, read: (value: unknown) => T): T[] {
  return Array.isArray(list) && list.length <= count ? list.map((one) => read(one)) : damage(at);
}

function readLines<Key extends string>(value: unknown, names: readonly Key[]): Record<Key, string> {
  refuseExtra(value, names, 'lines');
  return Object.fromEntries(names.map((name) => [name, line(value, name)])) as Record<Key, string>;
}

function ifThere<Key extends string, T>(value: unknown, key: Key, read: (value: unknown) => T): { [K in Key]?: T } {
  const one = get(value, key);
  return one === undefined ? {} : ({ [key]: read(one) } as { [K in Key]?: T });
}

function readVersion(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : damage('version');
}

function line(value: unknown, key: string): string {
  return readLine(get(value, key), key);
}

function readLine(value: unknown, at: string): string {
  const read = readText(value, at);
  return read.length >= 1 && read.length <= longest.line ? read : damage(at);
}

function text(value: unknown, key: string): string {
  const read = readText(get(value, key), key);
  return read.length <= longest.text ? read : damage(key);
}
