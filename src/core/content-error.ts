/** A fault in the site's content that an author can mend: what is wrong, in which file, at which path, and what would be right. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly file: string;
  readonly path: string;
  readonly hint: string;

  /** @param file path from the project root; @param path where inside the file, e.g. `sections[0].items[2].citations`. */
  constructor(problem: string, { file, path, hint }: { file: string; path: string; hint: string }) {
    super(`${file} at ${path}: ${problem}\n  Hint: ${hint}`);
    this.file = file;
    this.path = path;
    this.hint = hint;
  }
}
