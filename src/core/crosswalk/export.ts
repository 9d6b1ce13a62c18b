import { conflictKinds } from '../regulation/conflicts.ts';
import { type ComparedDocument, modalityWords, recordKinds, type TopicRow } from './crosswalk.ts';

/** One line of the CSV file; which ones go into it, the reader's choice decides. */
export interface ExportRow {
  /** A line about several topics stands once in a file of all of them. */
  topics: string[];
  document: string;
  cells: string[];
}

/** What the page loads when somebody asks for the CSV file. */
export interface ExportData {
  format: 'kitei-compare/1';
  heads: string[];
  rows: ExportRow[];
}

const heads = [
  ...['区分', '主題', '文書', '出典', '内容', '求め方', 'いつ', '提出物・記録', '提出物・記録の種類'],
  ...['最も厳しい', '理由・従い方', '確かさ', '調べた日'],
];

/** The whole crosswalk as rows of texts: what the documents ask for, by topic, then where they differ. */
export function toExportData(topics: readonly TopicRow[], documents: readonly ComparedDocument[]): ExportData {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const duties = topics.flatMap(({ id, name, cells }) =>
    cells.flatMap(({ handbook, provisions, records }) =>
      provisions.map((provision): ExportRow => {
        const record = records.find(({ id }) => id === provision.deliverable);
        return {
          topics: [id],
          document: handbook,
          cells: [
            ...['条', name, shorts.get(handbook) ?? '', provision.label, provision.text],
            ...[modalityWords[provision.modality], provision.when?.text ?? ''],
            ...[record?.name ?? '', record ? recordKinds[record.kind] : '', '', '', '', ''],
          ],
        };
      }),
    ),
  );
  const conflicts = [...new Set(topics.flatMap((topic) => topic.conflicts))].flatMap((conflict) =>
    conflict.positions.map(({ handbook, says, citations, isStrictest }): ExportRow => {
      const topicNames = conflict.topics.map((topic) => names.get(topic) ?? '').join('、');
      return {
        topics: conflict.topics,
        document: handbook,
        cells: [
          ...[`${conflictKinds[conflict.kind]}: ${conflict.title}`, topicNames, shorts.get(handbook) ?? ''],
          ...[citations.map(({ label }) => label).join('、'), says ?? '定めはない。', '', '', '', ''],
          ...[isStrictest ? '○' : '', conflict.why, conflict.certainty, conflict.date],
        ],
      };
    }),
  );
  return { format: 'kitei-compare/1', heads, rows: [...duties, ...conflicts] };
}

/** The rows of a file. @param topic id, or undefined for all; @param chosen document ids; none chosen is all */
export function selectRows(data: ExportData, topic: string | undefined, chosen: readonly string[]): string[][] {
  const rows = data.rows.filter(
    ({ topics, document }) =>
      (topic === undefined || topics.includes(topic)) && (chosen.length === 0 || chosen.includes(document)),
  );
  return [data.heads, ...rows.map(({ cells }) => cells)];
}

/** Whether a loaded value is what `toExportData` gives. */
export function isExportData(value: unknown): value is ExportData {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'kitei-compare/1';
}
