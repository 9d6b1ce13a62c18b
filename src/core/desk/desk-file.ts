import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import { get } from '../../record/v1/read-values.ts';
import { type BackupProblem, hasOnly, openBackup } from '../backup/open-backup.ts';
import { type Entry, mostEntries, stateOf, textOf } from '../register/entry.ts';
import { mergeEntries } from '../register/merge.ts';
import { readEntry } from '../register/read-entry.ts';
import { toCanonicalJson } from '../text/canonical-json.ts';
import { type Kept, mergeKept, toHash } from './kept.ts';
import { readKeptAnswers, readKeptDefinition } from './read-kept.ts';
import { deskTables, isDeskTable } from './tables.ts';
import type { Sha256 } from './to-id.ts';

const format = 'kitei-desk/1';

/** Longest backup, in letters: some ten thousand files. */
export const longestDesk = 64 * 1024 * 1024;
/** Most lists with the words of a company. */
const mostDefinitions = 1000;

/** A desk as it is stored: entries, and what is kept beside them. */
export interface StoredDesk {
  entries: readonly Entry[];
  kept: Kept;
}

/** Why a text is no backup of a desk. `at` is the place of the entry, counted from 1. */
export type DeskProblem =
  | BackupProblem
  | { kind: 'too-many' }
  | { kind: 'entry' | 'answers' | 'definition'; at: number };

export type DeskReading = { ok: true; desk: StoredDesk } | { ok: false; problem: DeskProblem };

/**
 * A desk as JSON, a line for each entry and for all that is kept, each kind in an order of its own: the same desk is the same
 * text. Hashes are not written; whoever reads it makes them again.
 * @returns undefined where it would be too long to be read again: campaigns are saved apart then, see pickCampaigns()
 */
export function writeDesk({ entries, kept }: StoredDesk): string | undefined {
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = (values: readonly unknown[]) => `[\n${values.map((one) => toCanonicalJson(one)).join(',\n')}\n]`;
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const text = [
    `{"format":"${format}"`,
    `"entries":${lines(ordered)}`,
    `"answers":${lines(sorted(kept.answers))}`,
    `"definitions":${lines(sorted(kept.definitions))}}\n`,
  ].join(',\n');
  return text.length <= longestDesk ? text : undefined;
}

/** Reads a backup strictly: anything that this site would not have written, and the whole is refused. */
export function readDesk(text: string, sha256: Sha256): DeskReading {
  const fail = (problem: DeskProblem): DeskReading => ({ ok: false, problem });
  const backup = openBackup(text, format, longestDesk);
  if (!backup.ok) return backup;
  const { value } = backup;
  const [entries, answers, definitions] = ['entries', 'answers', 'definitions'].map((key) => get(value, key));
  if (!Array.isArray(entries) || !Array.isArray(answers) || !Array.isArray(definitions))
    return fail({ kind: 'other-file' });
  if (!hasOnly(value, ['format', 'entries', 'answers', 'definitions'])) return fail({ kind: 'other-file' });
  if (Math.max(entries.length, answers.length) > mostEntries || definitions.length > mostDefinitions)
    return fail({ kind: 'too-many' });
  const read = new Map<string, Entry>();
  for (const [index, one] of entries.entries()) {
    const entry = readEntry(one);
    if (!entry || read.has(entry.id) || !isOfDesk(entry)) return fail({ kind: 'entry', at: index + 1 });
    read.set(entry.id, entry);
  }
  const kept = {
    answers: new Map<string, ChecklistAnswers>(),
    definitions: new Map<string, Worded<ChecklistDefinition>>(),
  };
  for (const [index, one] of answers.entries()) {
    const answered = readKeptAnswers(one);
    if (!answered) return fail({ kind: 'answers', at: index + 1 });
    kept.answers.set(toHash(answered, sha256), answered);
  }
  for (const [index, one] of definitions.entries()) {
    const asked = readKeptDefinition(one);
    if (!asked) return fail({ kind: 'definition', at: index + 1 });
    kept.definitions.set(toHash(asked, sha256), asked);
  }
  return { ok: true, desk: { entries: [...read.values()], kept } };
}

/** All that either of two desks has; in whatever order desks are put together, the result is the same. */
export function mergeDesks(one: StoredDesk, other: StoredDesk): StoredDesk {
  return { entries: mergeEntries(one.entries, other.entries).entries, kept: mergeKept(one.kept, other.kept) };
}

/** The part of a desk that is about some campaigns; files that are said to belong to none, or to another one, are left out. */
export function pickCampaigns({ entries, kept }: StoredDesk, campaigns: ReadonlySet<string>): StoredDesk {
  const column = (entry: Entry, name: string) => textOf(stateOf(entry), name);
  const companies = new Set(
    entries.flatMap((entry) =>
      entry.table === 'company' && campaigns.has(column(entry, 'campaign')) ? [entry.id] : [],
    ),
  );
  const picked = entries.filter((entry) => {
    if (entry.table === 'campaign') return campaigns.has(entry.id);
    if (entry.table === 'company') return companies.has(entry.id);
    if (entry.table !== 'return') return companies.has(column(entry, 'company'));
    return ['campaign', 'request', 'into'].some((name) => campaigns.has(column(entry, name)));
  });
  return { entries: picked, kept: keptOf(picked, kept) };
}

/** What of all that is kept some entries lead to. */
function keptOf(entries: readonly Entry[], { answers, definitions }: Kept): Kept {
  const states = entries.flatMap((entry) => entry.states);
  const [wanted, asked] = ['answers', 'definition'].map(
    (column) => new Set(states.map((state) => textOf(state, column))),
  );
  return {
    answers: new Map([...answers].filter(([hash]) => wanted?.has(hash))),
    definitions: new Map([...definitions].filter(([hash]) => asked?.has(hash))),
  };
}

/** An entry of a table that there is, with columns that it has; of a file the id is its hash. */
function isOfDesk({ id, table, states }: Entry): boolean {
  if (!isDeskTable(table) || (table === 'return' && !/^[0-9a-f]{64}$/.test(id))) return false;
  const columns: readonly string[] = deskTables[table];
  return states.every(({ cells }) => Object.keys(cells).every((column) => columns.includes(column)));
}

const unchanged = '依頼と返送の記録は変わっていません。';

/** Japanese: what to do about it. */
export function deskMessage(problem: DeskProblem): string {
  return `${describe(problem)}${unchanged}`;
}

function describe(problem: DeskProblem): string {
  switch (problem.kind) {
    case 'too-large':
      return `このファイルは大きすぎます（${longestDesk / 1024 / 1024} MB まで）。依頼ごとに分けて保存した控えを選んでください。`;
    case 'not-json':
      return 'このファイルは読み取れません。壊れているか、別の文字コード（Shift_JIS など）で保存し直されています。「控えを保存」で作ったファイルを、そのまま選んでください。';
    case 'other-file':
      return 'このファイルは依頼の控えではありません。「控えを保存」で作ったファイルを選んでください。';
    case 'newer':
      return 'この控えは、より新しい版のサイトで作られています。この頁を開き直してから、もう一度選んでください。';
    case 'too-many':
      return `一つの控えから読み込めるのは ${mostEntries.toLocaleString('en')} 件までです。依頼ごとに分けて保存した控えを選んでください。`;
    case 'entry':
      return `控えの ${problem.at} 件目が、このサイトの書き方と違います。手で直したファイルは取り込めません。「控えを保存」で作り直してください。`;
    case 'answers':
      return `控えの ${problem.at} 番目の回答が、このサイトの書き方と違います。手で直したファイルは取り込めません。「控えを保存」で作り直してください。`;
    case 'definition':
      return `控えの ${problem.at} 番目のリストが、このサイトの書き方と違います。手で直したファイルは取り込めません。「控えを保存」で作り直してください。`;
  }
}
