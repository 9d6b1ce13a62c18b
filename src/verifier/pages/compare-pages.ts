import { isVariationSelector, toClusters } from '../../pdf/font/clusters.ts';
import { toPrintableSummary } from '../../pdf/printable.ts';
import { toSignatureRows } from '../../pdf/v1/signature-panel.ts';
import { toSubstitutionSentence } from '../../pdf/v1/substitution.ts';
import { words } from '../../record/v1/layout/words.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { MismatchError } from '../mismatches.ts';
import { checkFurniture } from './check-furniture.ts';
import { checkVisibility } from './check-visibility.ts';
import { compareBlocks, compareListItem, compareRow } from './compare-blocks.ts';
import { expectSideBySide, PageCursor } from './page-cursor.ts';
import { boxOf, type Piece, toPieces } from './pieces.ts';
import type { FilePages } from './read-pages.ts';

/** What the frame of the pages must say besides the summary. */
export interface PageFrame {
  generator: string;
  /** Common name in the certificate that signed. */
  signerName: string;
  /** SHA-256 of that certificate, 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** /M */
  claimedTime: Date;
}

/**
 * Holds that the pages show a summary and its frame, nothing more and nothing less, each text visible and in its place.
 * What a text is, ToUnicode says; whether the glyphs look like it, compareGlyphs finds out.
 * @throws MismatchError page-hidden, page-text, page-place, signer-panel
 */
export function comparePages(file: FilePages, summary: SummaryDocument, frame: PageFrame): void {
  const printable = toPrintableSummary(summary);
  const pages = toPieces(file);
  for (const page of pages) {
    checkFurniture(page);
    checkVisibility(page);
  }
  const texts = pages.map((page) => page.filter((drawn): drawn is Piece => drawn.kind === 'text'));
  const bodies = texts.map((page, index) => splitFooter(page, index, texts.length, printable));
  const cursor = new PageCursor(bodies.flat());
  cursor.takeBlock(printable.title, '表題');
  cursor.takeBlock(
    [
      `${words.number} ${printable.number}`,
      `${words.version} ${printable.definition.version}`,
      `${words.generator} ${frame.generator}`,
    ].join('　　'),
    '表題の下の行',
  );
  compareBlocks(cursor, printable.blocks);
  compareSubstitution(cursor, `${JSON.stringify(printable)}${frame.signerName}`);
  comparePanel(cursor, frame);
  cursor.expectEnd();
  if (cursor.end.page !== pages.length - 1) throw new MismatchError('page-text', 'A page more.', '余分なページ');
}

/** Takes the footer off a page: title, document number, page n / N, below everything else. */
function splitFooter(page: readonly Piece[], index: number, count: number, summary: SummaryDocument): Piece[] {
  const place = `${index + 1}ページの下の行`;
  const body = page.slice(0, -3);
  const [title, ...others] = page.slice(-3);
  const wanted = [`${words.number} ${summary.number}`, `${index + 1} / ${count}`];
  const found = others.map(({ text }) => text);
  const isSame = wanted.every((text, position) => text === found[position]);
  if (
    !title ||
    !isSame ||
    !isShortened(title.text, summary.title.replaceAll('\n', ' ')) ||
    !areArtifacts(page.slice(-3))
  )
    throw new MismatchError('page-text', `Footer ${JSON.stringify([title?.text, ...found])}.`, place);
  expectSideBySide([title, ...others], place);
  const top = Math.max(...[title, ...others].map((piece) => boxOf(piece).top));
  if (body.some((piece) => boxOf(piece).bottom < top))
    throw new MismatchError('page-place', 'Text in the footer.', place);
  return body;
}

function areArtifacts(pieces: readonly Piece[]): boolean {
  return pieces.every(({ isArtifact }) => isArtifact);
}

/** A title too long for the footer ends in …. */
function isShortened(text: string, title: string): boolean {
  return text === title || (text.endsWith('…') && title.startsWith(text.slice(0, -1)));
}

/**
 * Takes the sentence on characters drawn in their base form, if there is one. Which the font lacks is not known here, but
 * each must be such a form and stand in the document.
 * @param printed all that is printed
 */
function compareSubstitution(cursor: PageCursor, printed: string): void {
  const found = cursor.next?.text ?? '';
  const [opening = ''] = words.substitution('').split('：');
  if (!found.startsWith(opening)) return;
  const listed = toClusters(found).filter((cluster) =>
    [...cluster].some((one) => isVariationSelector(one.codePointAt(0) ?? 0)),
  );
  const sentence = toSubstitutionSentence(listed) ?? '';
  if (!listed.every((cluster) => printed.includes(cluster))) throw cursor.differ(sentence, '字形についての断り');
  cursor.takeBlock(sentence, '字形についての断り');
}

function comparePanel(cursor: PageCursor, { signerName, fingerprint, claimedTime }: PageFrame): void {
  const place = '電子署名の欄';
  cursor.takeBlock(words.signature, place);
  cursor.textReason = 'signer-panel';
  for (const [label, value] of toSignatureRows({ signerName, fingerprint }, claimedTime))
    compareRow(cursor, cursor.take(label, place), cursor.take(value, place), place);
  for (const sentence of words.signatureSentences) compareListItem(cursor, sentence, place);
  cursor.textReason = 'page-text';
}
