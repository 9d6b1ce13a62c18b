import { type Conflict, conflictKinds, type Reason, sidesOf } from '../regulation/conflicts.ts';
import { modalityWords } from '../regulation/field-names.ts';
import { type Judged, judge } from '../regulation/judge-conflict.ts';
import { phaseWords, recordKinds } from '../regulation/record-list.ts';
import type { ComparedDocument, RecordDuty, TopicRow } from './crosswalk.ts';

/** One line of the CSV file; which ones go into it, the reader's choice decides. */
export interface ExportRow {
  /** A line about several topics stands once in a file of all of them. */
  topics: string[];
  document: string;
  cells: string[];
}

/** A contradiction or difference: what it is and why hangs on the documents that the reader chose. */
export interface ExportConflict extends Judged {
  topics: string[];
  title: string;
  topicNames: string;
  positions: { document: string; short: string; citations: string; says: string; when: string }[];
  reasons: Reason[];
  certainty: string;
  date: string;
}

/** What the page loads when somebody asks for the CSV file. */
export interface ExportData {
  format: 'kitei-compare/2';
  heads: string[];
  rows: ExportRow[];
  conflicts: ExportConflict[];
}

const heads = [
  ...['区分', '主題', '文書', '出典', '内容', '求め方', 'いつ', '提出物・記録', '提出物・記録の種類', '時期'],
  ...['最も厳しい', '理由・従い方', '確かさ', '調べた日'],
];

/** The whole crosswalk as texts: what the documents ask for and want handed in, by topic, then where they differ. */
export function toExportData(topics: readonly TopicRow[], documents: readonly ComparedDocument[]): ExportData {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const duties = topics.flatMap(({ id, name, cells }) =>
    cells.flatMap(({ handbook, provisions, records }) => {
      const short = shorts.get(handbook) ?? '';
      return [
        ...provisions.map((provision): ExportRow => {
          const named = records.filter((record) => record.provisions.includes(provision));
          const cells = [
            provision.label,
            provision.text,
            modalityWords[provision.modality],
            provision.when?.text ?? '',
          ];
          const row = ['条', name, short, ...cells, ...recordCells(named), '', '', '', ''];
          return { topics: [id], document: handbook, cells: row };
        }),
        ...records.map((record): ExportRow => {
          const sources = record.sources.map(({ label }) => label).join('、');
          const row = ['提出物・記録', name, short, sources, toSentence(record), '', timesOf(record)];
          return { topics: [id], document: handbook, cells: [...row, ...recordCells([record]), '', '', '', ''] };
        }),
      ];
    }),
  );
  const conflicts = [...new Set(topics.flatMap((topic) => topic.conflicts))].map((conflict) =>
    toExportConflict(conflict, names, shorts),
  );
  return { format: 'kitei-compare/2', heads, rows: duties, conflicts };
}

/** Name, kind and phase of records. */
function recordCells(records: readonly RecordDuty[]): string[] {
  const all = (text: (record: RecordDuty) => string) => [...new Set(records.map(text))].join('、');
  return [
    all(({ name }) => name),
    all(({ kind }) => recordKinds[kind]),
    all(({ phases }) => phases.map((phase) => phaseWords[phase]).join('、')),
  ];
}

/** Who makes it, for whom, and who approves. */
function toSentence({ by, to, approvedBy, form, elsewhere }: RecordDuty): string {
  if (elsewhere) return 'この文書は名を挙げるだけで、だれがいつ作るかを定めていない。';
  const facts = [
    ['だれが', by.join('、')],
    ['相手', to?.text],
    ['承認', approvedBy?.text],
    ['様式', form?.text],
  ];
  return facts.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('。');
}

function timesOf({ when, except }: RecordDuty): string {
  return [...when, ...except.map(({ text }) => `省略・代替できるのは、${text}`)].join('。');
}

function toExportConflict(
  conflict: Conflict,
  names: ReadonlyMap<string, string>,
  shorts: ReadonlyMap<string, string>,
): ExportConflict {
  const { title, topics, isWords, reasons, certainty, date } = conflict;
  return {
    topics,
    title,
    topicNames: topics.map((topic) => names.get(topic) ?? '').join('、'),
    isWords,
    sides: sidesOf(conflict),
    positions: conflict.positions.map(({ handbook, says, citations }) => ({
      document: handbook,
      short: shorts.get(handbook) ?? '',
      citations: citations.map(({ label }) => label).join('、'),
      says: says ?? '定めはない。',
      when: citations.flatMap(({ label, when }) => (when === undefined ? [] : [`${label}: ${when}`])).join('。'),
    })),
    reasons,
    certainty,
    date,
  };
}

/** The rows of a file. @param topic id, or undefined for all; @param chosen document ids; none chosen is all */
export function selectRows(data: ExportData, topic: string | undefined, chosen: readonly string[]): string[][] {
  const isChosen = (document: string) => chosen.length === 0 || chosen.includes(document);
  const isOnTopic = ({ topics }: { topics: string[] }) => topic === undefined || topics.includes(topic);
  const rows = data.rows.filter((row) => isOnTopic(row) && isChosen(row.document)).map(({ cells }) => cells);
  const conflicts = data.conflicts.filter(isOnTopic).flatMap((conflict) => toRows(conflict, isChosen));
  return [data.heads, ...rows, ...conflicts];
}

/** What a difference is between the chosen documents; nothing, where fewer than two of them say something. */
function toRows(conflict: ExportConflict, isChosen: (document: string) => boolean): string[][] {
  const { title, topicNames, positions, reasons, certainty, date } = conflict;
  const { isShown, kind, strictest } = judge(conflict, isChosen);
  if (!isShown) return [];
  const why = reasons.filter(({ documents }) => documents.every(isChosen)).map(({ text }) => text);
  return positions
    .filter(({ document }) => isChosen(document))
    .map(({ document, short, citations, says, when }) => [
      ...[`${conflictKinds[kind]}: ${title}`, topicNames, short, citations, says, '', when, '', '', ''],
      ...[strictest.includes(document) ? '○' : '', why.join(''), certainty, date],
    ]);
}

/** Whether a loaded value is what `toExportData` gives. */
export function isExportData(value: unknown): value is ExportData {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'kitei-compare/2';
}
