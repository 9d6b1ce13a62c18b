/** Where what is kept of a file's lists stood in it, so that a fault names the place that its author sees. */
export class Places {
  /** By path of a list in the file: the indexes of what is kept. */
  readonly #kept = new Map<string, number[]>();

  /** What is left of a list. @param path of the list in the file; @param change gives what stays of one, or undefined */
  keep<One, Left>(path: string, list: readonly One[], change: (one: One, index: number) => Left | undefined): Left[] {
    const indexes: number[] = [];
    const left: Left[] = [];
    for (const [index, one] of list.entries()) {
      const stays = change(one, index);
      if (stays === undefined) continue;
      indexes.push(index);
      left.push(stays);
    }
    this.#kept.set(path, indexes);
    return left;
  }

  /** `duties[2].citations[0]` of what is kept → the path in the file. */
  toFile(path: string): string {
    return (path.match(/\[\d+\]|[^[]+/g) ?? []).reduce((before, part) => {
      const index = /^\[(\d+)\]$/.exec(part)?.[1];
      if (index === undefined) return before + part;
      return `${before}[${this.#kept.get(before)?.[Number(index)] ?? index}]`;
    }, '');
  }
}
