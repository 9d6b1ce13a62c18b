import type { DocumentDefinition } from './definition.ts';

/** What a person chose and filled in: what a draft keeps, and what is saved as a file. */
export interface DocumentAnswers {
  format: 'kitei-document/1';
  /** Id and version of the definition. */
  document: string;
  version: number;
  /** By field id; a field without an entry is as it began. */
  fields: Record<string, string>;
  /** By article id: whether it stands in it. One without an entry is as it began. */
  articles: Record<string, boolean>;
  /** Whose words: ours, or the official ones where there are any. */
  wording: 'ours' | 'official';
}

export function emptyDocument({ id, version, copy }: DocumentDefinition): DocumentAnswers {
  const wording = copy === undefined ? 'ours' : 'official';
  return { format: 'kitei-document/1', document: id, version, fields: {}, articles: {}, wording };
}

/** Whether anybody has chosen or filled in anything. */
export function isDocumentTyped({ fields, articles }: DocumentAnswers): boolean {
  return Object.keys(fields).length > 0 || Object.keys(articles).length > 0;
}

export function givenOf({ fields }: DocumentDefinition, answers: DocumentAnswers, id: string): string {
  if (Object.hasOwn(answers.fields, id)) return answers.fields[id] ?? '';
  return fields.find((field) => field.id === id)?.initial ?? '';
}

/** Largest number that an article may have. */
const mostNumber = 999;

/** A number as it was typed, in whatever width; undefined for what is none from 1 to 999. */
export function toArticleNumber(text: string): number | undefined {
  const digits = text.normalize('NFKC').trim();
  const number = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return number > 0 ? number : undefined;
}

/** What the fields of numbers hold that is none, by id: in the language of the reader, and what to do. */
export function findNumberFaults(definition: DocumentDefinition, answers: DocumentAnswers): Map<string, string> {
  const faults = definition.fields.flatMap(({ id, kind, label }): [string, string][] => {
    const text = kind === 'number' ? givenOf(definition, answers, id).trim() : '';
    if (text === '' || toArticleNumber(text) !== undefined) return [];
    return [
      [
        id,
        `${label}は、1から${mostNumber}までの数字だけで書いてください（例: 12）。直すまで、案は第1条から始まります。`,
      ],
    ];
  });
  return new Map(faults);
}

/** Ids of the articles that stand in it, in order. */
export function chosenArticles({ articles }: DocumentDefinition, answers: DocumentAnswers): string[] {
  const isIn = (id: string, optional?: true) =>
    Object.hasOwn(answers.articles, id) ? answers.articles[id] === true : optional !== true;
  return articles.filter(({ id, optional }) => isIn(id, optional)).map(({ id }) => id);
}

/** Most characters of a field: longer is no draft of a contract. */
const longest = 20_000;

/** Reads what anybody may have changed; `newer`: of a version of the document that this site does not know. */
export function readDocument(
  value: unknown,
  definition: DocumentDefinition,
): { ok: true; value: DocumentAnswers } | { ok: false; newer: boolean } {
  const refused = { ok: false, newer: false } as const;
  if (!isRecord(value) || value['document'] !== definition.id) return refused;
  const { format, version, fields, articles, wording } = value;
  if (typeof format === 'string' && /^kitei-document\/[2-9]/.test(format)) return { ok: false, newer: true };
  if (format !== 'kitei-document/1' || typeof version !== 'number') return refused;
  if (version > definition.version) return { ok: false, newer: true };
  if (!isRecord(fields) || !isRecord(articles)) return refused;
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const chosen = Object.entries(articles).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return {
    ok: true,
    value: {
      ...emptyDocument(definition),
      fields: Object.fromEntries(texts.map(([id, text]) => [id, text.slice(0, longest)])),
      articles: Object.fromEntries(chosen),
      wording: wording === 'official' && definition.copy !== undefined ? 'official' : 'ours',
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
