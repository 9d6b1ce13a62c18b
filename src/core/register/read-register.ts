import { get } from '../../record/v1/read-values.ts';
import { type BackupProblem, openBackup } from '../backup/open-backup.ts';
import { mostFileBytes } from '../text/limits.ts';
import { type Entry, mostEntries, type Register } from './entry.ts';
import { readEntry } from './read-entry.ts';

const format = 'kitei-register/1';

/** Why a text is no register, or none of this one. `at` is the place of the entry, counted from 1. */
export type RegisterProblem =
  | BackupProblem
  | { kind: 'other-register' }
  | { kind: 'too-many' }
  | { kind: 'entry'; at: number };

export type RegisterReading = { ok: true; register: Register } | { ok: false; problem: RegisterProblem };

/** A register as JSON: backup files and files that are shared hold the same, an entry a line, so that tools can compare them. */
export function writeRegister({ form, entries }: Register): string {
  const lines = entries.map((entry) => JSON.stringify(entry));
  return `{"format":"${format}","form":"${form}","entries":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Reads a register strictly: a key too many or a hidden character, and the whole is refused.
 * @param form id of the register that it should be
 */
export function readRegister(text: string, form: string): RegisterReading {
  const fail = (problem: RegisterProblem): RegisterReading => ({ ok: false, problem });
  const backup = openBackup(text, format, mostFileBytes);
  if (!backup.ok) return backup;
  const { value } = backup;
  const entries = get(value, 'entries');
  if (!Array.isArray(entries)) return fail({ kind: 'other-file' });
  if (get(value, 'form') !== form) return fail({ kind: 'other-register' });
  if (entries.length > mostEntries) return fail({ kind: 'too-many' });
  const read = new Map<string, Entry>();
  for (const [index, one] of entries.entries()) {
    const entry = readEntry(one);
    if (!entry || read.has(entry.id)) return fail({ kind: 'entry', at: index + 1 });
    read.set(entry.id, entry);
  }
  return { ok: true, register: { form, entries: [...read.values()] } };
}

const messages: Readonly<Record<Exclude<RegisterProblem['kind'], 'entry'>, string>> = {
  'too-large': 'このファイルは大きすぎます（20 MB まで）。「控えを保存」で作ったファイルを選んでください。',
  'not-json':
    'このファイルは読み取れません。壊れているか、別の文字コード（Shift_JIS など）で保存し直されています。「控えを保存」で作ったファイルを、そのまま選んでください。',
  'other-file': 'このファイルは管理簿の控えではありません。「控えを保存」で作ったファイルを選んでください。',
  'other-register': 'このファイルは、ほかの管理簿の控えです。その管理簿の頁で読み込んでください。',
  newer: 'この控えは、より新しい版のサイトで作られています。この頁を開き直してから、もう一度選んでください。',
  'too-many': `一つの管理簿に載せられるのは ${mostEntries.toLocaleString('en')} 件までです。年度などで分けた控えを選んでください。`,
};

/** What to tell the reader. */
export function registerMessage(problem: RegisterProblem): string {
  const said =
    problem.kind === 'entry'
      ? `控えの ${problem.at} 件目が、このサイトの書き方と違います。手で直したファイルは取り込めません。「控えを保存」で作り直してください。`
      : messages[problem.kind];
  return `${said}管理簿は変わっていません。`;
}
