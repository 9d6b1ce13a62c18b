import { fixedTexts } from '../record/v1/layout/words.ts';
import type { SummaryBlock, SummaryDocument } from '../record/v1/summary/summary-document.ts';
import type { PdfContext } from './context.ts';
import { toSignaturePanelTexts } from './v1/signature-panel.ts';
import { toSubstitutionSentence } from './v1/substitution.ts';

/** A text on the pages, and where a person finds it. */
export interface PrintedText {
  text: string;
  /** In Japanese, e.g. `会社名`, `点検結果 3行目「備考」`. */
  place: string;
}

/** The parts of a context that reach the pages as text. */
export type PrintedContext = Pick<PdfContext, 'font' | 'generator' | 'now' | 'signature' | 'substituteVariations'>;

/** All text of the pages in one string: what `font.ensure()` must be given before a PDF is rendered or checked. */
export function toTextToPrint(summary: SummaryDocument, context: Omit<PrintedContext, 'font'>): string {
  return [
    ...listSummaryTexts(summary).map(({ text }) => text),
    ...listContextTexts(context).map(({ text }) => text),
    ...fixedTexts,
  ].join('\n');
}

/** Every text of a summary, with its place. */
export function listSummaryTexts(summary: SummaryDocument): PrintedText[] {
  return [
    // A paper does not print it.
    ...(summary.issuer === undefined || summary.look === 'paper'
      ? []
      : [{ text: summary.issuer, place: 'このサイトの名前' }]),
    { text: summary.title, place: '表題' },
    ...(summary.company === undefined ? [] : [{ text: summary.company, place: '会社名' }]),
    { text: summary.number, place: '文書番号' },
    ...summary.blocks.flatMap(listBlockTexts),
  ];
}

/** The texts that come with the context: who signed, what made the file. */
export function listContextTexts({ generator, now, signature }: Omit<PrintedContext, 'font'>): PrintedText[] {
  const texts = [{ text: generator, place: '作成したプログラムの名前' }];
  if (signature === undefined) return texts;
  return [
    ...texts,
    { text: signature.signerName, place: '署名者の名前' },
    ...toSignaturePanelTexts(signature, now)
      .filter((text) => text !== signature.signerName)
      .map((text) => ({ text, place: '電子署名の欄' })),
  ];
}

/** The sentence that owns up to substituted forms, or undefined when there are none. */
export function findSubstitutionSentence(summary: SummaryDocument, context: PrintedContext): string | undefined {
  if (!context.substituteVariations) return undefined;
  const all = [...listSummaryTexts(summary), ...listContextTexts(context)].map(({ text }) => text).join('\n');
  const lacking = context.font.findMissing(all).filter(({ kind }) => kind === 'variation');
  return toSubstitutionSentence(lacking.map(({ character }) => character));
}

function listBlockTexts(block: SummaryBlock): PrintedText[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, place: `見出し「${block.text}」` }];
    case 'paragraph':
      return [{ text: block.text, place: `本文「${toOpening(block.text)}」` }];
    case 'list':
      return block.items.map((text) => ({ text, place: `箇条書き「${toOpening(text)}」` }));
    case 'fields':
      return [
        { text: block.caption, place: `見出し「${block.caption}」` },
        ...block.rows.flatMap(({ label, value }) => [
          { text: label, place: `項目名「${label}」` },
          { text: value, place: label },
        ]),
      ];
    case 'table':
      return [
        { text: block.caption, place: `表の見出し「${block.caption}」` },
        ...block.columns.map(({ label }) => ({ text: label, place: `表の列「${label}」` })),
        ...block.rows.flatMap(({ cells }, row) =>
          cells.map((text, column) => ({
            text,
            place: `${block.caption === '' ? '表の' : `「${block.caption}」`}${row + 1}行目の「${block.columns[column]?.label ?? `${column + 1}列目`}」`,
          })),
        ),
      ];
    case 'chart':
      return [
        { text: block.caption, place: `見出し「${block.caption}」` },
        ...block.boxes.flatMap(({ title, lines }) =>
          [title, ...lines].map((text) => ({ text, place: `「${block.caption}」の「${toOpening(title)}」` })),
        ),
      ];
    case 'seal':
      return [...(block.caption === undefined ? [] : [block.caption]), ...block.labels].map((text) => ({
        text,
        place: `記名・押印の欄「${text}」`,
      }));
    case 'letter':
      return [
        { text: block.mark, place: '左上の標示' },
        { text: block.date, place: '日付' },
        { text: block.to, place: '提出先' },
        ...block.from.flatMap(({ label, value }) => [
          { text: label, place: `項目名「${label}」` },
          { text: value, place: label },
        ]),
        { text: block.heading, place: `見出し「${toOpening(block.heading)}」` },
      ];
    case 'page':
      return [];
  }
}

function toOpening(text: string): string {
  const characters = [...text];
  return characters.length <= 12 ? text : `${characters.slice(0, 12).join('')}…`;
}
