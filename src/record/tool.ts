import type * as z from 'zod/mini';
import type { CompanyWords, Template, Worded } from './v1/company/words.ts';
import type { Header } from './v1/header/header.ts';
import type { FieldProblem } from './v1/header/validate-fields.ts';
import type { AnswersReading } from './v1/read-values.ts';
import type { SummaryDocument, SummaryKind } from './v1/summary/summary-document.ts';

/** What every definition has. */
export interface AnyDefinition {
  id: string;
  /** Raised whenever the meaning of an answer changes. */
  version: number;
  title: string;
}

/** What all answers have. `kind` says whose they are. */
export interface AnyAnswers {
  kind: SummaryKind;
  version: number;
  header: Header;
}

/** A field of a page, to be named to the person who filled it in. */
export interface FieldPlace {
  fieldId: string;
  /** Japanese, e.g. `会社名`, `No.3 の備考・理由`. */
  label: string;
}

/** What was asked, in the company's words, and what was answered. */
export interface ContentsOf<Definition, Answers> {
  definition: Definition;
  answers: Answers;
}

/**
 * One kind of tool in one version of the record: all that a file of it means. Whoever makes, shows or judges a file asks
 * this and never which tool it is; a further tool is one more of these.
 */
export interface Tool<Definition extends AnyDefinition, Answers extends AnyAnswers> {
  kind: Answers['kind'];
  /** Of what comes from outside, strict: an unknown key is a fault. */
  schemas: { template: z.ZodMiniType<Template<Definition>>; answers: z.ZodMiniType<Answers> };
  /** Answers of a draft or a file of answers, read without a schema library. */
  readAnswers(value: unknown, definition: Definition): AnswersReading<Answers>;
  /** The definition in a company's words. */
  fill(worded: Worded<Definition>): Definition;
  /** Id of the definition that was answered. */
  answeredId(answers: Answers): string;
  /** Whether computing the summary stays within bounds, whoever wrote the file. */
  isBounded(contents: ContentsOf<Definition, Answers>): boolean;
  /** The answers as they leave the page: nothing in them that no page shows. */
  toSent(contents: ContentsOf<Definition, Answers>): Answers;
  /** What has to be mended before it is handed over. @param today `YYYY-MM-DD` where the person is */
  validate(contents: ContentsOf<Definition, Answers>, today: string): FieldProblem[];
  /** @param documentNumber of the answers as sent; see documentNumberOf(). @param words of the company that asks */
  summarize(
    contents: ContentsOf<Definition, Answers>,
    given: { documentNumber: string; words: CompanyWords },
  ): SummaryDocument;
  /** What is asked and what follows from it; every text beside that. Neither holds the company's words. */
  toIdentityParts(template: Template<Definition>): { asked: object; beside: object };
  /** @param ending with its dot */
  fileName(contents: ContentsOf<Definition, Answers>, ending: string): string;
  /** The fields in which a character (a base with its variation selector counts as one) was typed, in order of display. */
  findPlaces(contents: ContentsOf<Definition, Answers>, character: string): FieldPlace[];
}
