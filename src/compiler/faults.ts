import { join } from 'node:path';
import { kindName } from './kind-name.ts';
import { isMisspelling, type Known, suggest } from './suggest.ts';

/** Where a fault lies. */
export interface Place {
  /** Path from the project root. */
  file: string;
  /** Where inside the file, e.g. `sections[0].items[2].citations` or `<Provision anchor="a1">.units`. */
  path: string;
  /** Known for pages; the line of a path in a YAML file is looked up. */
  line?: number;
}

/** A fault in the site's content that an author can mend: where it is, what is wrong, and what would be right. */
export interface Fault extends Required<Place> {
  problem: string;
  hint: string;
}

/** Says what is wrong with the content: every fault, by file and line. */
export class ContentError extends Error {
  override name = 'ContentError';

  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const list = faults.map(({ file, line, path, problem, hint }) => {
      return `${file}:${line}${path && ` ${path}`}: ${problem}${hint && `\n  → ${hint}`}`;
    });
    super(list.length === 1 ? list[0] : `内容に誤りが ${list.length} 件あります。\n${list.join('\n')}`);
    this.faults = faults;
    // The compiler's own lines tell an author nothing.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** How many places that name one unknown id are told. */
const mostAlike = 5;

/**
 * Collects the faults of one run over a content folder, so that an author sees all of them. Readers add what they find
 * and go on with what is left; a fault that only follows from a broken file is counted but not told.
 */
export class Faults {
  /** Path of the content folder. */
  readonly root: string;
  /** How many were met, the untold included: what rests on a part in which one was met is not looked at further. */
  met = 0;
  readonly #told = new Map<string, Omit<Fault, 'line'> & { line: number | undefined }>();
  readonly #quotes = new Map<string, (path: string) => string | undefined>();
  readonly #lines = new Map<string, (path: string) => number>();
  readonly #places = new Map<string, (path: string) => string>();
  readonly #unknown: { kind: string; id: string; origin: string | undefined }[] = [];
  readonly #lost: { file: string; id: string | undefined }[] = [];

  constructor(root: string) {
    this.root = root;
  }

  add(problem: string, { file, path: given, line }: Place, hint: string): void {
    this.met += 1;
    const path = this.#places.get(file)?.(given) ?? given;
    // Several readers may read one file.
    this.#told.set([file, path, line, problem].join('\0'), { file, path, line, problem, hint });
  }

  /**
   * An id that names nothing.
   * @param known what would be right
   * @param origin in which file of the content folder it would stand, or in which folder, with a slash at its end; left
   * out: in the same file
   */
  unknown(kind: string, id: string, known: Known, place: Place, origin?: string): void {
    const before = this.#unknown.filter((one) => one.kind === kind && one.id === id && one.origin === origin).length;
    this.#unknown.push({ kind, id, origin });
    // An id that is misspelt where it stands first is unknown wherever it is named.
    if (before >= mostAlike || (origin !== undefined && this.isLost(origin, id))) this.met += 1;
    else {
      const where = origin === undefined ? place.file : join(this.root, origin);
      const last = before + 1 === mostAlike ? 'ほかの場所のものは、省きました。' : '';
      this.add(`${kindName(kind)}「${id}」がありません。`, place, suggest(id, known, where) + last);
    }
  }

  /** Whether an id is among the known; one that is not is told as in `unknown`. */
  checkKnown(kind: string, id: string, known: Known, place: Place, origin?: string): boolean {
    const all = [...known];
    if (all.some((one) => (typeof one === 'string' ? one : one[0]) === id)) return true;
    this.unknown(kind, id, all, place, origin);
    return false;
  }

  /** Whether an unknown id of this kind may be meant for this one: then it is not at fault that nobody names it. */
  isMeant(kind: string, id: string): boolean {
    return this.#unknown.some((one) => one.kind === kind && isMisspelling(one.id, id));
  }

  /** Notes that a file, or a part of it, could not be read: what names the part is not at fault. */
  lose(file: string, id?: string): void {
    this.#lost.push({ file, id });
  }

  /** @param origin as in `unknown`; @param id without, whether anything in it is lost */
  isLost(origin: string, id?: string): boolean {
    return this.#lost.some(
      (lost) =>
        lost.file.startsWith(join(this.root, origin)) &&
        (id === undefined || lost.id === undefined || lost.id === id || id.endsWith(`:${lost.id}`)),
    );
  }

  lostFiles(): string[] {
    return [...new Set(this.#lost.map(({ file }) => file))];
  }

  /** Teaches the lines of a file, and how what stands at a path would be written in quotes. */
  know(file: string, lineOf: (path: string) => number, quoteAt?: (path: string) => string | undefined): void {
    this.#lines.set(file, lineOf);
    if (quoteAt) this.#quotes.set(file, quoteAt);
  }

  /** What stands at a path, written so that it is a text; undefined where quotes would not help. */
  quoted(file: string, path: string): string | undefined {
    return this.#quotes.get(file)?.(this.#places.get(file)?.(path) ?? path);
  }

  /** Of a file of which only a part is looked at from now on: where a path of the part stands in the file. */
  reduce(file: string, toFile: (path: string) => string): void {
    this.#places.set(file, toFile);
  }

  /** By file and line. */
  list(): Fault[] {
    const faults = [...this.#told.values()].map((fault): Fault => {
      return { ...fault, line: fault.line ?? this.#lines.get(fault.file)?.(fault.path) ?? 1 };
    });
    return faults.sort((a, b) => compare(a.file, b.file) || a.line - b.line);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** For a reader that needs its part of the content sound. @throws ContentError with all faults that were met */
export async function orThrow<T>(root: string, read: (faults: Faults) => T | Promise<T>): Promise<T> {
  const faults = new Faults(root);
  const value = await read(faults);
  const list = faults.list();
  if (list.length > 0) throw new ContentError(list);
  return value;
}
