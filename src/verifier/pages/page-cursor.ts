import { MismatchError, type MismatchReason } from '../mismatches.ts';
import { boxOf, checkLeading, type Piece } from './pieces.ts';

/** Points by which two baselines of one line may differ, when one is of smaller type. */
const sameBaseline = 2;
/** Points by which two x may differ that are the same column. */
const sameColumn = 0.01;
/** Points by which a band may reach into the one above it. */
const overlap = 1;

/**
 * Walks through the texts of the pages as they were drawn and holds that they stand in this order for the eye too: in bands one
 * below the other, within a band from left to right. So what comes first in the file is read first on the paper.
 */
export class PageCursor {
  /** What a text is called that differs. */
  textReason: MismatchReason = 'page-text';
  readonly #pieces: readonly Piece[];
  #at = 0;
  #page = 0;
  #bottom = Number.POSITIVE_INFINITY;

  /** @param pieces in order of drawing, without the footers */
  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The next text, if there is one. */
  get next(): Piece | undefined {
    return this.#pieces[this.#at];
  }

  /** Whether the next text stands on a later page than the last band. */
  get isPageTurned(): boolean {
    return this.next !== undefined && this.next.page > this.#page;
  }

  /** Takes the next text. */
  skip(): void {
    this.#at++;
  }

  /**
   * Takes the pieces that together say a text: one, or several where it goes on on another page. An empty text has none.
   * @param text its `\n` are line ends, which are not drawn
   * @param place for readers
   */
  take(text: string, place: string, { artifact = false } = {}): Piece[] {
    const taken: Piece[] = [];
    for (let rest = text.replaceAll('\n', ''); rest !== ''; ) {
      const piece = this.next;
      if (piece === undefined || piece.isArtifact !== artifact || !rest.startsWith(piece.text))
        throw this.differ(rest, place);
      taken.push(piece);
      rest = rest.slice(piece.text.length);
      this.skip();
    }
    checkLeading(taken, text, place);
    return taken;
  }

  /** Takes a text that stands alone, from one side of its band to the other. */
  takeBlock(text: string, place: string, options?: { artifact: boolean }): Piece[] {
    const pieces = this.take(text, place, options);
    for (const piece of pieces) {
      expectColumn(piece, pieces[0]?.x, place);
      this.goBelow([piece], place);
    }
    return pieces;
  }

  /** Holds that pieces share a page and stand below all that came before. */
  goBelow(pieces: readonly Piece[], place: string): void {
    const [first] = pieces;
    if (first === undefined) return;
    const top = Math.max(...pieces.map((piece) => boxOf(piece).top));
    const isNextPage = first.page === this.#page + 1;
    if (pieces.some(({ page }) => page !== first.page) || (first.page !== this.#page && !isNextPage))
      throw misplaced('Pieces of one band on different pages, or a page without any.', place);
    if (!isNextPage && top > this.#bottom + overlap)
      throw misplaced(`At ${top}, but ${this.#bottom} is above it.`, place);
    this.#page = first.page;
    this.#bottom = Math.min(...pieces.map((piece) => boxOf(piece).bottom));
  }

  /** Holds that nothing is left. */
  expectEnd(): void {
    if (this.next !== undefined) throw this.differ('', '余分な文字');
  }

  /** The page and the lower edge of the last band, in points. */
  get end(): { page: number; bottom: number } {
    return { page: this.#page, bottom: this.#bottom };
  }

  /** What is to be thrown when something else stands here than was expected. */
  differ(expected: string, place: string): MismatchError {
    const found = this.next;
    const what =
      found === undefined ? 'the end' : `"${found.text.slice(0, 60)}"${found.isArtifact ? ' (artifact)' : ''}`;
    return new MismatchError(this.textReason, `"${expected.slice(0, 60)}" expected, ${what} found.`, place);
  }
}

/** Holds that the first lines of pieces stand on one line, from left to right without touching. */
export function expectSideBySide(pieces: readonly Piece[], place: string): void {
  pieces.forEach((piece, index) => {
    const left = pieces[index - 1];
    if (left === undefined) return;
    if (Math.abs(left.lines[0].y - piece.lines[0].y) > sameBaseline) throw misplaced('Not on one line.', place);
    if (boxOf(left).right > piece.x + overlap) throw misplaced('Not from left to right.', place);
  });
}

/** Holds that a piece begins at the x of its column; with undefined any will do. */
export function expectColumn(piece: Piece | undefined, x: number | undefined, place: string): void {
  if (piece !== undefined && x !== undefined && !isInColumn(piece, x))
    throw misplaced(`At x ${piece.x}, not ${x}.`, place);
}

/** Whether a piece begins at this x. */
export function isInColumn(piece: Piece, x: number): boolean {
  return Math.abs(piece.x - x) < sameColumn;
}

function misplaced(detail: string, place: string): MismatchError {
  return new MismatchError('page-place', detail, place);
}
