import { chosenArticles, type DocumentAnswers, givenOf, toArticleNumber } from './answers.ts';
import type { Article, Clause, Demand, DocumentDefinition, DocumentLine } from './definition.ts';
import { type Filling, fillOfficial, fillOurs } from './fill-text.ts';

/** A document as it stands: what screen, paper and the Word file show, in order. */
export interface ComposedDocument {
  title: string;
  /** Whose words it is in, and what to do before using it. */
  notices: string[];
  parts: ComposedPart[];
  /** What must stand in it and does not. */
  missing: Demand[];
}

export type ComposedPart =
  | { kind: 'heading'; text: string }
  /** `level` 0 for a paragraph, 1 and 2 for what is listed below one. */
  | { kind: 'paragraph'; mark: string; text: string; level: 0 | 1 | 2; end?: true }
  | { kind: 'table'; title: string; columns: string[]; rows: string[][] };

/** Puts a document together: what was left out falls away, the rest is numbered anew, and what refers to it follows. */
export function composeDocument(definition: DocumentDefinition, answers: DocumentAnswers): ComposedDocument {
  const chosen = chosenArticles(definition, answers);
  const filling = toFilling(definition, answers, chosen);
  const isOfficial = answers.wording === 'official';
  const own: string[] = [];
  const first = firstNumber(definition, answers);
  const articles = definition.articles
    .filter(({ id }) => chosen.includes(id))
    .flatMap((article, index): ComposedPart[] => {
      const { parts, isOwn } = composeArticle(definition, article, filling, isOfficial);
      if (isOwn) own.push(articleName(definition, index + first));
      return parts;
    });
  const ends = [...definition.opening, ...definition.closing];
  if (isOfficial && ends.some((line) => lacksOfficial(line, filling))) own.push('前文か末尾');
  const lines = (some: readonly DocumentLine[]) => some.map((line) => composeLine(line, filling, isOfficial));
  return {
    title: fillOurs(definition.heading, filling),
    notices: toNotices(definition, isOfficial, own),
    parts: [
      ...lines(definition.opening),
      ...articles,
      ...lines(definition.closing),
      ...composeTables(definition, answers, chosen),
    ],
    missing: definition.demands.filter((demand) => !demand.articles.some((id) => chosen.includes(id))),
  };
}

/** Number of the first article: the clauses may go into a contract that has others before them. */
function firstNumber(definition: DocumentDefinition, answers: DocumentAnswers): number {
  return toArticleNumber(givenOf(definition, answers, 'first-article')) ?? 1;
}

function articleName({ style }: Pick<DocumentDefinition, 'style'>, number: number): string {
  return style === 'contract' ? `第${number}条` : `${number}.`;
}

function toFilling(definition: DocumentDefinition, answers: DocumentAnswers, chosen: readonly string[]): Filling {
  const first = firstNumber(definition, answers);
  const numbers = new Map(chosen.map((id, index) => [id, articleName(definition, index + first)]));
  return {
    fields: new Map(
      definition.fields.map(({ id, blank, kind }) => [id, { value: givenOf(definition, answers, id), blank, kind }]),
    ),
    articles: numbers,
    captions: new Map(definition.articles.map(({ id, caption }) => [caption, numbers.get(id) ?? ''])),
  };
}

/** `isOwn`: some of it is in our words although the official ones are wanted. */
function composeArticle(
  definition: DocumentDefinition,
  { id, caption, clauses }: Article,
  filling: Filling,
  isOfficial: boolean,
): { parts: ComposedPart[]; isOwn: boolean } {
  const name = filling.articles.get(id) ?? '';
  const isContract = definition.style === 'contract';
  const shown = clauses.filter((clause) => isShown(clause, filling));
  const heading = isContract ? `${name}（${caption}）` : `${name} ${caption}`;
  let isOwn = false;
  const walk = (clause: Clause, mark: string, level: 0 | 1 | 2): ComposedPart[] => {
    if (isOfficial && lacksOfficial(clause, filling)) isOwn = true;
    const [first = '', ...more] = toTexts(clause, filling, isOfficial);
    return [
      { kind: 'paragraph', mark, text: first, level },
      ...more.map((text): ComposedPart => ({ kind: 'paragraph', mark: '', text, level })),
      ...itemsOf(clause, filling).flatMap((item, index) =>
        walk(item, toMark(clause.mark ?? 'dot', index), level === 0 ? 1 : 2),
      ),
    ];
  };
  const parts = shown.flatMap((clause, index) => walk(clause, isContract && shown.length > 1 ? `${index + 1}` : '', 0));
  return { parts: [{ kind: 'heading', text: heading }, ...parts], isOwn };
}

function isShown({ needs, list }: Clause, { articles, fields }: Filling): boolean {
  if (needs !== undefined && !articles.has(needs)) return false;
  return list === undefined || linesOf(fields.get(list)?.value ?? '').length > 0;
}

function itemsOf({ items = [], list }: Clause, filling: Filling): Clause[] {
  const typed = list === undefined ? [] : linesOf(filling.fields.get(list)?.value ?? '');
  // What a person typed is nobody's official wording, and ours neither.
  return [...items.filter((item) => isShown(item, filling)), ...typed.map((text) => ({ text, official: text }))];
}

/** The paragraphs of a clause, with the sentences that follow in the last of them. */
function toTexts({ text, official, more = [] }: Clause, filling: Filling, isOfficial: boolean): string[] {
  const own = isOfficial && official !== undefined ? fillOfficial(official, text, filling) : fillOurs(text, filling);
  const rest = more.filter((one) => isShown(one, filling)).flatMap((one) => toTexts(one, filling, isOfficial));
  return (own + rest.join('')).split('\n');
}

/** Whether some of it is in our words although there should be official ones. */
function lacksOfficial({ official, more = [] }: Clause, filling: Filling): boolean {
  return official === undefined || more.some((one) => isShown(one, filling) && lacksOfficial(one, filling));
}

function composeLine(line: DocumentLine, filling: Filling, isOfficial: boolean): ComposedPart {
  const text = toTexts(line, filling, isOfficial).join('\n');
  return { kind: 'paragraph', mark: '', text, level: 0, ...(line.end && { end: true }) };
}

function composeTables(
  definition: DocumentDefinition,
  answers: DocumentAnswers,
  chosen: readonly string[],
): ComposedPart[] {
  return definition.tables
    .filter(({ needs }) => needs === undefined || chosen.includes(needs))
    .map(({ title, column, field }): ComposedPart => {
      const rows = linesOf(givenOf(definition, answers, field)).map((text, index) => [`${index + 1}`, text]);
      return { kind: 'table', title, columns: ['番号', column], rows: rows.length > 0 ? rows : [['', '']] };
    });
}

function toMark(mark: NonNullable<Clause['mark']>, index: number): string {
  if (mark === 'dot') return '・';
  return mark === 'circle' && index < 20 ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`;
}

/** The lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toNotices({ copy, caution }: DocumentDefinition, isOfficial: boolean, own: readonly string[]): string[] {
  if (!isOfficial || copy === undefined) {
    return [
      `要旨をもとにした案です。見本の文を、このサイトが言い直したもので、原文と法的な意味が同じとは限りません。${caution}`,
    ];
  }
  const some = own.length === 0 ? '' : `${own.join('、')}には、写しにない文があり、そこはこのサイトの言葉です。`;
  return [`「${copy}」の文を使った案です。番号と空欄のほかは、写しのとおりです。${some}${caution}`];
}
