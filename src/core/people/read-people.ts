import type { PersonKey } from '../../record/v1/form/definition.ts';
import { get } from '../../record/v1/read-values.ts';
import { type BackupProblem, hasOnly, openBackup } from '../backup/open-backup.ts';
import { countCharacters, findForbidden, findUnsafe } from '../text/characters.ts';
import { isDate } from '../text/date.ts';
import { idForm, madeIdForm } from '../text/id.ts';
import { longestJson } from '../text/limits.ts';
import {
  isPersonKey,
  isSensitive,
  keepTexts,
  longestPersonText,
  mostPeople,
  mostSigned,
  type PeopleList,
  type Person,
  type SignedPledge,
} from './person.ts';

const format = 'kitei-people/1';

/** Why a text is no list of people. `at` is the place of the person, counted from 1. */
export type PeopleProblem =
  | BackupProblem
  | { kind: 'too-many' }
  | { kind: 'person'; at: number }
  /** Two people with one id. */
  | { kind: 'twice'; at: number };

export type PeopleReading = { ok: true; list: PeopleList } | { ok: false; problem: PeopleProblem };

/** A list as JSON: the device and backup files hold the same. */
export function writePeople({ keeps, people }: PeopleList): string {
  const entries = people.map(({ id, texts, signed }) => ({
    id,
    texts: keepTexts(texts, keeps),
    signed: signed.map(({ form, title, documentNumber, on }) => ({ form, title, documentNumber, on })),
  }));
  return `${JSON.stringify({ format, keeps, people: entries }, null, 2)}\n`;
}

/** Reads a list strictly: a key too many, a hidden character, something that the list says it does not keep, and the whole is refused. */
export function readPeople(text: string): PeopleReading {
  const backup = openBackup(text, format, longestJson);
  if (!backup.ok) return backup;
  const { value } = backup;
  const entries = get(value, 'people');
  const keeps = readKeeps(get(value, 'keeps'));
  if (!Array.isArray(entries) || !keeps || !hasOnly(value, ['format', 'keeps', 'people']))
    return fail({ kind: 'other-file' });
  if (entries.length > mostPeople) return fail({ kind: 'too-many' });
  const people = new Map<string, Person>();
  for (const [index, entry] of entries.entries()) {
    const person = readPerson(entry, keeps);
    if (!person) return fail({ kind: 'person', at: index + 1 });
    if (people.has(person.id)) return fail({ kind: 'twice', at: index + 1 });
    people.set(person.id, person);
  }
  return { ok: true, list: { keeps, people: [...people.values()] } };
}

function readKeeps(value: unknown): PersonKey[] | undefined {
  if (!Array.isArray(value) || value.length > new Set(value).size) return undefined;
  return value.every((key): key is PersonKey => isPersonKey(key) && isSensitive(key)) ? value : undefined;
}

/** One person, or undefined where anything is not as the page itself writes it. */
function readPerson(value: unknown, keeps: readonly PersonKey[]): Person | undefined {
  const id = get(value, 'id');
  const signed = get(value, 'signed');
  const texts = readTexts(get(value, 'texts'), keeps);
  if (!hasOnly(value, ['id', 'texts', 'signed']) || typeof id !== 'string' || !madeIdForm.test(id)) return undefined;
  if (!texts || !Array.isArray(signed) || signed.length > mostSigned) return undefined;
  const pledges = signed.map(readPledge);
  return pledges.every((pledge) => pledge !== undefined) ? { id, texts, signed: pledges } : undefined;
}

function readTexts(value: unknown, keeps: readonly PersonKey[]): Person['texts'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const isOurs = ([key, text]: [string, unknown]) =>
    isPersonKey(key) && (!isSensitive(key) || keeps.includes(key)) && isKeptLine(text) && text !== '';
  if (!entries.every(isOurs)) return undefined;
  const texts: Person['texts'] = Object.fromEntries(entries);
  return texts.name === undefined ? undefined : texts;
}

function readPledge(value: unknown): SignedPledge | undefined {
  const keys = ['form', 'title', 'documentNumber', 'on'];
  const [form, title, documentNumber, on] = keys.map((key) => get(value, key));
  if (!hasOnly(value, keys) || typeof form !== 'string' || !idForm.test(form)) return undefined;
  if (!isKeptLine(title) || !isKeptLine(documentNumber) || typeof on !== 'string' || !isDate(on)) return undefined;
  return { form, title, documentNumber, on };
}

/** Whether a text may be put into a list: one line, nothing hidden in it. */
export function isLine(text: unknown): text is string {
  return isKeptLine(text) && !findForbidden(text, { lines: false });
}

/** What stands in a list since less was forbidden stays readable. */
function isKeptLine(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    countCharacters(text) <= longestPersonText &&
    text === text.trim() &&
    !findUnsafe(text, { lines: false })
  );
}

const problems: Readonly<Record<Exclude<PeopleProblem['kind'], 'person' | 'twice'>, string>> = {
  'too-large':
    'このファイルは、人の一覧としては大きすぎます。「控えを保存」で作ったファイルを選んでください。一覧は変わっていません。',
  'not-json':
    'このファイルは読み取れません。壊れているか、別の文字コード（Shift_JIS など）で保存し直されています。「控えを保存」で作ったファイルを、そのまま選んでください。一覧は変わっていません。',
  'other-file':
    'このファイルは人の一覧の控えではありません。「控えを保存」で作ったファイルを選んでください。一覧は変わっていません。',
  newer:
    'この控えは、より新しい版のサイトで作られています。この頁を開き直してから、もう一度選んでください。一覧は変わっていません。',
  'too-many': `一覧に載せられるのは ${mostPeople.toLocaleString('en')} 人までです。分けて保存した控えを選んでください。一覧は変わっていません。`,
};

/** What to tell the reader. */
export function peopleMessage(problem: PeopleProblem): string {
  if (problem.kind === 'person')
    return `控えの ${problem.at} 人目が、このサイトの書き方と違います。手で直したファイルは取り込めません。「控えを保存」で作り直してください。一覧は変わっていません。`;
  if (problem.kind === 'twice')
    return `控えの ${problem.at} 人目と同じ番号の人が、前にもいます。手で直したファイルは取り込めません。「控えを保存」で作り直してください。一覧は変わっていません。`;
  return problems[problem.kind];
}

function fail(problem: PeopleProblem): PeopleReading {
  return { ok: false, problem };
}
