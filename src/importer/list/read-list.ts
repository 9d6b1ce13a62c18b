import { foldHead } from './column-roles.ts';
import { findKind } from './find-kind.ts';
import { findTable } from './find-table.ts';
import { type ListDiagnostic, type ListDraft, type RawItem, type RawSection, toLine } from './list-draft.ts';
import { nameNumbers } from './name-numbers.ts';
import { findAbsent } from './note-truth.ts';
import { readAbove, tellUnread } from './read-around.ts';
import { isNote, isSectionRow, readMark } from './row-kinds.ts';
import { addressOf, type Sheet } from './sheet.ts';
import { TableView } from './table-view.ts';

/** Reads the list of a sheet; undefined where no table of questions is found on it. */
export function readList(sheet: Sheet): ListDraft | undefined {
  const table = findTable(sheet);
  return table && new ListReader(new TableView(sheet, table)).read();
}

class ListReader {
  readonly #view: TableView;
  readonly #isNumbered: boolean;
  readonly #sections: RawSection[] = [];
  readonly #diagnostics: ListDiagnostic[] = [];
  readonly #notes: { text: string; row: number; column: number; item: RawItem | undefined }[] = [];
  /** Categories of the last row, by column. */
  readonly #categories = new Map<number, string>();
  /** What the last row said that heads all below it. */
  #heading = '';

  constructor(view: TableView) {
    this.#view = view;
    this.#isNumbered = view.isNumbered;
  }

  read(): ListDraft | undefined {
    const { sheet, table } = this.#view;
    for (let row = table.first; row <= table.last; row++) if (sheet.rows.has(row)) this.#readRow(row);
    const notes = this.#placeNotes();
    const sections = nameNumbers(this.#sections, (kind, message, cell) =>
      this.#diagnostics.push({ kind, message, sheet: sheet.name, cell }),
    );
    if (sections.length === 0) return undefined;
    const { diagnostics, ...above } = readAbove(this.#view);
    return {
      sheet: sheet.name,
      ...above,
      ...(notes.length > 0 && { notes: notes.join('\n') }),
      sections,
      diagnostics: [...diagnostics, ...this.#diagnostics, ...tellUnread(this.#view)],
    };
  }

  #readRow(row: number): void {
    const view = this.#view;
    const own = view.own(row);
    const question = view.cell(row, view.question);
    const printed = view.number(row);
    const [[column, { text }] = [view.question, { text: '' }]] = own;
    const isAlone = own.length === 1;
    this.#tellErrors(row);
    if (view.sheet.hiddenRows.has(row)) {
      this.#say(
        'hidden-row',
        `${row} 行目は隠れているので、読んでいません。要るときは表示してから取り込んでください。`,
        row,
      );
    } else if (view.repeatsHead(row)) {
      // Nothing stands there that the head does not say.
    } else if (isAlone && isNote(text)) {
      this.#addNote(text, row, column);
    } else if (isAlone && isSectionRow(view, row, column, text)) {
      this.#heading = toLine(text);
      this.#categories.clear();
    } else if (question && view.isBelow(row, view.question)) {
      this.#say('row-below', `${row} 行目は上の問いの続きの行です。この行のほかの欄の文は、読んでいません。`, row);
    } else if (!question) {
      if (!this.#onlyCarries(row)) this.#say('no-question', `${row} 行目には問いの文がないので、読んでいません。`, row);
      this.#carryCategories(row);
    } else if (printed === '' && isNote(question.text)) {
      this.#addNote(question.text, row, view.question);
    } else if (/^(?:例|記入例|回答例|サンプル)$/.test(foldHead(printed))) {
      this.#say('example', `${row} 行目は記入例なので、読んでいません。`, row);
    } else {
      this.#addItem(row, question.text, printed);
    }
  }

  #addItem(row: number, text: string, printed: string): void {
    const view = this.#view;
    const { kind, by, marks, problem } = findKind(view.sheet, view.table, row, text);
    for (const dated of view.datedNumbers(row)) {
      const words = `番号が Excel で日付になっています。「${dated.text}」と読みました。違うときは、セルを文字列にして入れ直してください。`;
      this.#say('number-date', words, row, dated.column);
    }
    const { items } = this.#sectionOf(row);
    const isShared = view.sharesNumber(row);
    const isPart = isShared || (this.#isNumbered && printed === '' && items.length > 0);
    const [guidance, evidence] = [view.text('guidance', row), view.text('evidence', row)];
    const item: RawItem = { printed: isShared ? '' : printed, text, answer: kind, by, cell: view.questionAt(row) };
    if (marks) item.marks = marks;
    if (problem) item.doubt = { ...problem, cell: addressOf(row, problem.column) };
    if (isPart) item.mark = readMark(text);
    if (guidance) item.guidance = guidance;
    if (evidence) item.evidence = evidence;
    items.push(item);
  }

  /** The section of a row: that of its categories under the last heading. */
  #sectionOf(row: number): RawSection {
    const title = [this.#heading, ...this.#carryCategories(row)].filter((part) => part !== '').join(' ') || '確認項目';
    const last = this.#sections.at(-1);
    if (last?.title === title) return last;
    const section: RawSection = { title, items: [] };
    this.#sections.push(section);
    return section;
  }

  /** A category stands once for all rows below it, merged or with empty cells; a new one ends those to its right. */
  #carryCategories(row: number): string[] {
    const columns = this.#view.columns('category');
    for (const column of columns) {
      const text = toLine(this.#view.cell(row, column)?.text ?? '');
      if (text === '' || text === this.#categories.get(column)) continue;
      for (const other of columns) if (other > column) this.#categories.delete(other);
      this.#categories.set(column, text);
    }
    return columns.map((column) => this.#categories.get(column) ?? '');
  }

  /** A note right below a question explains it; one that stands apart, the whole list. */
  #addNote(text: string, row: number, column: number): void {
    const last = this.#sections.at(-1)?.items.at(-1);
    this.#notes.push({ text, row, column, item: this.#view.sheet.rows.has(row - 1) ? last : undefined });
  }

  /** Puts notes to their questions, when the answers of all are known. @returns those of the whole list */
  #placeNotes(): string[] {
    const kinds = this.#sections.flatMap(({ items }) => items.map(({ answer }) => answer));
    return this.#notes.flatMap(({ text, row, column, item }) => {
      const absent = findAbsent(text, this.#view.table.columns, kinds);
      if (absent.length > 0) {
        const key = item ? `${item.cell} の問いの guidance` : 'guidanceNote';
        const words = `注記「${toLine(text)}」は、サイトの頁にないもの（${absent.join('、')}）のことを言うので、載せていません。要るときは、頁の言葉に直して ${key} に書いてください。`;
        this.#say('note-untrue', words, row, column);
        return [];
      }
      this.#say(
        'note',
        `注記を、${item ? `すぐ上の問い（${item.cell}）` : 'リスト全体'}の補足に入れました。`,
        row,
        column,
      );
      if (!item) return [text];
      item.guidance = [item.guidance, text].filter(Boolean).join('\n');
      return [];
    });
  }

  /** A row that only begins a category, or only has a number. */
  #onlyCarries(row: number): boolean {
    const carrying = [...this.#view.columns('category'), ...this.#view.columns('number')];
    return this.#view.own(row).every(([column]) => carrying.includes(column));
  }

  #tellErrors(row: number): void {
    const { columns } = this.#view.table;
    for (const [column, { kind }] of this.#view.own(row)) {
      const isRead = columns.some((one) => one.column === column && one.role !== 'other' && one.role !== 'answer');
      if (kind !== 'error' || !isRead) continue;
      this.#say(
        'cell-error',
        'Excel の計算がエラーになっています。元のファイルを直して、取り込み直してください。',
        row,
        column,
      );
    }
  }

  #say(kind: string, message: string, row: number, column = this.#view.question): void {
    this.#diagnostics.push({ kind, message, sheet: this.#view.sheet.name, cell: addressOf(row, column) });
  }
}
