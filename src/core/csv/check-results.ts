import { findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { countAnswers } from '../../record/v1/checklist/count.ts';
import { toJapanClock } from '../text/japan-time.ts';
import { listSaid, type Said } from './said.ts';

/** One received file and what its check found. */
export interface CheckResult {
  fileName: string;
  /** Of its bytes, as hexadecimal digits; '' when they were not read. */
  sha256: string;
  /** What became of it, and why, in words. */
  state: string;
  reason: string;
  /** The grades, in the same order for every file. */
  grades: readonly { name: string; label: string }[];
  /** What is to be known about it beside other files of the list. */
  remarks: readonly string[];
  checkedAt: Date;
  /** Only of a file that is as it was signed: nothing in any other is believed. */
  signed?: SignedResult;
}

export interface SignedResult {
  commonName: string;
  organization: string;
  /** As people compare it. */
  fingerprint: string;
  claimedTime: Date;
  documentNumber: string;
  file: KiteiFile;
}

/** Columns for items; a hostile file could ask for thousands. What finds no column goes into one cell at the end. */
const mostItemColumns = 500;

/** One question: two files with other words under one number get a column each. */
type ItemColumn = Omit<Said, 'text'>;

/** `2026-11-21 15:20`, the time in Japan. */
function toMinute(moment: Date): string {
  const { date, time } = toJapanClock(moment);
  return `${date} ${time}`;
}

/** `検証結果_YYYYMMDD-HHmm.csv`, the time in Japan. @param ending with its dot */
export function resultsFileName(checkedAt: Date, ending: '.csv' | '.xlsx'): string {
  const { date, time } = toJapanClock(checkedAt);
  return `検証結果_${date.replaceAll('-', '')}-${time.replace(':', '')}${ending}`;
}

/**
 * The results as rows of texts: the names of the columns first, then one row for each file, in order.
 * @param verifier name and version of what made the check, e.g. `kitei 0.1.0`
 */
export function tabulateResults(results: readonly CheckResult[], verifier: string): string[][] {
  const said = new Map(results.map((result) => [result, result.signed ? listSaid(result.signed.file) : []]));
  const columns = toItemColumns(results, said);
  const heads = [
    ...['ファイル名', 'ファイルのSHA-256', '状態', '理由'],
    ...(results[0]?.grades ?? []).map(({ name }) => name),
    'ほかのファイルとの関係',
    ...signedHeads,
    ...columns.map(({ title }) => title),
    ...['そのほかの項目', '調べた日時（日本時間・この端末の時計）', '調べたもの'],
  ];
  const rows = results.map((result) => [
    ...[result.fileName, result.sha256, result.state, result.reason],
    ...result.grades.map(({ label }) => label),
    result.remarks.join('\n'),
    ...(result.signed ? toSignedCells(result.signed) : signedHeads.map(() => '')),
    ...toItemCells(said.get(result) ?? [], columns),
    ...[toMinute(result.checkedAt), verifier],
  ]);
  return [heads, ...rows];
}

const signedHeads = [
  ...['署名者の氏名', '署名者の会社名', '署名鍵の指紋', '署名の時刻（日本時間・署名者の時計）', '文書番号'],
  ...['会社名', '確認者', '確認日', '提出先', '業務名'],
  ...['様式', '様式のID', '様式の版', '項目数', '○', '×', '対象外', '選択・記入の回答', '未回答'],
];

function toSignedCells({ file, ...signed }: SignedResult): string[] {
  const { definition, answers } = file;
  const { company, checker, checkedOn, recipient, business } = answers.header;
  const list = findChecklist(file);
  const counts = list && countAnswers(list.definition, list.answers);
  return [
    ...[
      signed.commonName,
      signed.organization,
      signed.fingerprint,
      toMinute(signed.claimedTime),
      signed.documentNumber,
    ],
    ...[company, checker, checkedOn, recipient, business],
    ...[definition.title, definition.id, String(definition.version)],
    // A decision has no items to count.
    ...[
      ...[counts?.asked, counts?.circles, counts?.crosses, counts?.notApplicable],
      ...[counts && counts.asked > counts.total ? counts.othersAnswered : undefined, counts?.unanswered],
    ].map((count) => (count === undefined ? '' : String(count))),
  ];
}

function toItemColumns(results: readonly CheckResult[], said: ReadonlyMap<CheckResult, readonly Said[]>): ItemColumn[] {
  const asked = results.flatMap(({ signed }) => (signed ? [signed.file] : []));
  const isOne = new Set(asked.map(({ definition, answers }) => `${answers.kind} ${definition.id}`)).size === 1;
  const columns = new Map<string, ItemColumn>();
  for (const result of results) {
    for (const { key, title } of said.get(result) ?? []) {
      if (columns.size >= mostItemColumns) break;
      columns.set(key, { key, title: isOne ? title : `${result.signed?.file.definition.id} ${title}` });
    }
  }
  return [...columns.values()];
}

/** One cell for each column, and one for what has none. */
function toItemCells(said: readonly Said[], columns: readonly ItemColumn[]): string[] {
  const texts = new Map(said.map(({ key, text }) => [key, text]));
  const known = new Set(columns.map(({ key }) => key));
  const others = said.filter(({ key }) => !known.has(key)).map(({ title, text }) => `${title}: ${text}`);
  return [...columns.map(({ key }) => texts.get(key) ?? ''), others.join('\n')];
}
