import { checkWhen } from '../core/decision/check-parts.ts';
import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { DecisionPaper, Give, Gives, OfferedBy, PaperRows } from '../core/decision/papers.ts';
import type { FormEntry, Library } from '../core/regulation/library.ts';
import { fillText } from '../core/tailoring/wording.ts';
import type { Condition, DecisionDefinition } from '../record/v1/decision/definition.ts';
import { stages as allStages } from '../record/v1/decision/stages.ts';
import type { FormField } from '../record/v1/form/definition.ts';
import { fieldsOf, tablesOf } from '../record/v1/form/given.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults } from './faults.ts';
import { canHold } from './in-force/can-hold.ts';
import { handbookOf } from './in-force/in-force.ts';
import { ofClient } from './of-client.ts';
import { toConditions } from './to-conditions.ts';

type FilePaper = NonNullable<DecisionFile['papers']>[number];
type FileGives = NonNullable<FilePaper['gives']>;
type FileRows = NonNullable<FilePaper['rows']>[number];

/** The stages of what somebody does: what must not be done has no time at which it was. */
const doneStages = allStages.filter((stage) => stage !== 'never');

/** Gives a decision of the library the forms that are offered with its result; forms that are left out offer nothing. */
export function readPapers({ parsed, file }: DecisionDraft, library: Library, faults: Faults): void {
  const entry = library.decisions.find(({ definition }) => definition.id === parsed.id);
  if (!entry) return;
  const reader = new PaperReader(parsed, entry.definition, library, file, faults);
  entry.papers = (parsed.papers ?? []).flatMap((paper, index) => reader.read(paper, `papers[${index}]`) ?? []);
}

class PaperReader {
  readonly #parsed: DecisionFile;
  readonly #definition: DecisionDefinition;
  readonly #library: Library;
  readonly #file: string;
  readonly #faults: Faults;

  constructor(parsed: DecisionFile, definition: DecisionDefinition, library: Library, file: string, faults: Faults) {
    this.#parsed = parsed;
    this.#definition = definition;
    this.#library = library;
    this.#file = file;
    this.#faults = faults;
  }

  read(paper: FilePaper, path: string): DecisionPaper | undefined {
    const { form: id, gives = {}, rows = [] } = paper;
    const { forms, leftOut } = this.#library;
    const form = forms.find(({ definition }) => definition.id === id);
    if (!form) {
      const isLeftOut = leftOut.some((one) => one.kind === 'form' && one.id === id);
      const known = forms.map(({ definition }): [string, string] => [definition.id, definition.title]);
      if (!isLeftOut) this.#faults.unknown('form', id, known, this.#at(`${path}.form`), 'forms/');
      return undefined;
    }
    const { definition } = form;
    const offered = this.#toOffered(paper, form, path);
    // All that it is for the company's choices take off the pages.
    if (!offered) return undefined;
    return {
      ...offered,
      version: definition.version,
      title: definition.title,
      ...(form.register && { isRegister: true as const }),
      receiver: receiverOf(form, this.#library),
      addressee: form.addressee,
      gives: this.#toGives(gives, fieldsOf(definition), `${path}.gives`),
      rows: rows.flatMap((row, index) => this.#toRows(row, form, `${path}.rows[${index}]`) ?? []),
    };
  }

  #toOffered(paper: FilePaper, form: FormEntry, path: string): OfferedBy | undefined {
    const { duties = [], when: own } = paper;
    const known = this.#parsed.duties.map(({ id, text }): [string, string] => [id, text]);
    for (const [index, id] of duties.entries())
      this.#faults.checkKnown('duty', id, known, this.#at(`${path}.duties[${index}]`));
    this.#checkSameDocument(duties, form.handbook ?? '', path);
    const left = duties.filter((id) => this.#definition.duties.some((duty) => duty.id === id));
    if (duties.length > 0 && own === undefined) return left.length > 0 ? { form: paper.form, duties: left } : undefined;
    const when = ofClient(toConditions(own), form.handbook ?? '', this.#parsed, this.#library);
    this.#checkWhen(when, `${path}.when`);
    return { form: paper.form, duties: left, when };
  }

  /** A client's paper is offered with the client's duties alone: those of others apply without the client. */
  #checkSameDocument(duties: readonly string[], handbook: string, path: string): void {
    if (handbook === '' || this.#library.ours.includes(handbook)) return;
    for (const [index, id] of duties.entries()) {
      const duty = this.#parsed.duties.find((one) => one.id === id);
      if (!duty || duty.citations.every((citation) => handbookOf(citation) === handbook)) continue;
      const problem = `すること「${id}」は、${handbook} のものではありません。様式は ${handbook} のものです。`;
      this.#faults.add(
        problem,
        this.#at(`${path}.duties[${index}]`),
        'その文書の「すること」を挙げるか、when で場合を書いてください。',
      );
    }
  }

  #toRows(row: FileRows, { definition }: FormEntry, path: string): PaperRows | undefined {
    const tables = tablesOf(definition);
    const table = tables.find(({ id }) => id === row.table);
    if (!table) {
      const known = tables.map(({ id, title }): [string, string] => [id, title]);
      this.#faults.unknown('table', row.table, known, this.#at(`${path}.table`), 'forms/');
      return undefined;
    }
    if ('from' in row) {
      this.#find(row.column, table.columns, `${path}.column`);
      return { table: row.table, from: row.from, column: row.column, stages: row.stages ?? doneStages };
    }
    const when = toConditions(row.when);
    this.#checkWhen(when, `${path}.when`);
    return { table: row.table, when, gives: this.#toGives(row.gives, table.columns, `${path}.gives`) };
  }

  #toGives(gives: FileGives, fields: readonly FormField[], path: string): Gives {
    return Object.fromEntries(
      Object.entries(gives).flatMap(([id, give]): [string, Give][] => {
        const field = this.#find(id, fields, `${path}.${id}`);
        return field ? [[id, this.#toGive(give, field, `${path}.${id}`)]] : [];
      }),
    );
  }

  #toGive(give: FileGives[string], field: FormField, path: string): Give {
    if ('returned' in give) {
      this.#checkOpen(field, path);
      this.#checkReturned(path);
      return give;
    }
    if ('grounds' in give) {
      this.#checkOpen(field, path);
      return give;
    }
    if ('conclusion' in give) return { conclusion: this.#toConclusion(give.conclusion, field, path) };
    if ('text' in give) {
      const text = this.#fill(give.text);
      this.#checkOffered([text], field, path);
      return { text };
    }
    const question = this.#definition.questions.find(({ id }) => id === give.question);
    const names = this.#definition.questions.map(({ id, text }): [string, string] => [id, text]);
    this.#faults.checkKnown('question', give.question, names, this.#at(`${path}.question`));
    const words = give.words && mapValues(give.words, (word) => this.#fill(word));
    for (const option of Object.keys(words ?? {})) {
      const known = question?.options.map(({ id, text }): [string, string] => [id, text]) ?? [];
      if (question) this.#faults.checkKnown('option', option, known, this.#at(`${path}.words`));
    }
    this.#checkOffered(words ? Object.values(words) : (question?.options.map(({ text }) => text) ?? []), field, path);
    return { question: give.question, ...(words && { words }), ...(field.kind === 'several' && { isList: true }) };
  }

  #toConclusion(given: true | Record<string, string>, field: FormField, path: string): true | Record<string, string> {
    if (given === true) {
      this.#checkOpen(field, path);
      return true;
    }
    const known = this.#definition.outcomes.map(({ id, title }): [string, string] => [id, title]);
    for (const id of Object.keys(given)) this.#faults.checkKnown('outcome', id, known, this.#at(`${path}.conclusion`));
    const words = mapValues(given, (word) => this.#fill(word));
    this.#checkOffered(Object.values(words), field, path);
    return words;
  }

  #find(id: string, fields: readonly FormField[], path: string): FormField | undefined {
    const known = fields.map((one): [string, string] => [one.id, one.label]);
    this.#faults.checkKnown('field', id, known, this.#at(path), 'forms/');
    return fields.find((one) => one.id === id);
  }

  /** What a form offers to choose from takes nothing else, and a day or a figure is no words. */
  #checkOffered(texts: readonly string[], field: FormField, path: string): void {
    const { kind, open, options = [] } = field;
    if (options.length === 0 || open) {
      this.#checkOpen(field, path);
      return;
    }
    for (const text of texts.filter((one) => !options.includes(one))) {
      const hint = `words で、様式の選択肢（${options.join('、')}）のどれかに読み替えてください。`;
      this.#faults.add(`「${text}」は、欄「${field.id}」（${kind}）の選択肢にありません。`, this.#at(path), hint);
    }
  }

  #checkOpen({ id, kind, open, options }: FormField, path: string): void {
    const takesWords = kind === 'line' || kind === 'text' || (options !== undefined && open === true);
    if (!takesWords)
      this.#faults.add(`欄「${id}」（${kind}）に、言葉は入りません。`, this.#at(path), '書く人に任せてください。');
  }

  #checkReturned(path: string): void {
    const reads = this.#parsed.questions.some((question) => question.kind === 'one' && question.readFrom);
    const hint = '確認リストを読むのは、readFrom のある問いだけです。';
    if (!reads) this.#faults.add('この判断は、返ってきた確認リストを読みません。', this.#at(path), hint);
  }

  #checkWhen(when: Condition[], path: string): void {
    const flaws = checkWhen(when, this.#definition.questions, path);
    for (const { problem, hint } of flaws) this.#faults.add(problem, this.#at(path), hint);
    if (flaws.length === 0 && !canHold([when], this.#definition.questions))
      this.#faults.add('どの答えでも、これにはなりません。', this.#at(path), '条件を広げるか、消してください。');
  }

  #fill(text: string): string {
    return fillText(text, this.#library.wording);
  }

  #at(path: string) {
    return { file: this.#file, path };
  }
}

function receiverOf({ addressee, handbook }: FormEntry, { handbooks }: Library): string {
  return addressee || (handbooks.find(({ id }) => id === handbook)?.source.short ?? '');
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
