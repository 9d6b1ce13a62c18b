import { findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { describeAnswer, itemsOf } from '../../record/v1/checklist/answer-set.ts';
import { countAnswers } from '../../record/v1/checklist/count.ts';
import type { CheckItem, ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { toJapanClock } from '../text/japan-time.ts';

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
interface ItemColumn {
  key: string;
  title: string;
}

/** `2026-11-21 15:20`, the time in Japan. */
function toMinute(moment: Date): string {
  const { date, time } = toJapanClock(moment);
  return `${date} ${time}`;
}

/** `検証結果_YYYYMMDD-HHmm.csv`, the time in Japan. */
export function resultsFileName(checkedAt: Date): string {
  const { date, time } = toJapanClock(checkedAt);
  return `検証結果_${date.replaceAll('-', '')}-${time.replace(':', '')}.csv`;
}

/**
 * The results as rows of texts: the names of the columns first, then one row for each file, in order.
 * @param verifier name and version of what made the check, e.g. `kitei 0.1.0`
 */
export function tabulateResults(results: readonly CheckResult[], verifier: string): string[][] {
  const columns = toItemColumns(
    results.flatMap(({ signed }) => (signed && findChecklist(signed.file)?.definition) ?? []),
  );
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
    ...toItemCells(result.signed, columns),
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

function toItemColumns(definitions: readonly ChecklistDefinition[]): ItemColumn[] {
  const isOneList = new Set(definitions.map(({ id }) => id)).size === 1;
  const columns = new Map<string, ItemColumn>();
  for (const definition of definitions) {
    for (const item of itemsOf(definition)) {
      if (columns.size >= mostItemColumns) break;
      const title = `${isOneList ? '' : `${definition.id} `}${toTitle(definition, item)}`;
      const key = toKey(definition, item);
      columns.set(key, { key, title });
    }
  }
  return [...columns.values()];
}

/** One cell for each column, and one for the items that have none. */
function toItemCells(signed: SignedResult | undefined, columns: readonly ItemColumn[]): string[] {
  const list = signed && findChecklist(signed.file);
  if (!list) return [...columns.map(() => ''), ''];
  const { definition, answers } = list;
  const said = new Map<string, string>();
  const known = new Set(columns.map(({ key }) => key));
  const others: string[] = [];
  for (const item of itemsOf(definition)) {
    const answer = describeAnswer(answers, item);
    const key = toKey(definition, item);
    if (known.has(key)) said.set(key, answer);
    else others.push(`${toTitle(definition, item)}: ${answer}`);
  }
  return [...columns.map(({ key }) => said.get(key) ?? ''), others.join('\n')];
}

function toTitle({ version }: ChecklistDefinition, { number, text }: CheckItem): string {
  return `第${version}版 No.${number} ${text}`;
}

function toKey({ id, version }: ChecklistDefinition, item: CheckItem): string {
  return JSON.stringify([id, version, item.id, item.number, item.text]);
}
