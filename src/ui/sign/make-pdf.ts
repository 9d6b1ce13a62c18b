import { sha256 } from '@noble/hashes/sha2.js';
import { type CharacterProblem, checkCharacters } from '../../pdf/check-characters.ts';
import type { PdfContext, SignaturePanel } from '../../pdf/context.ts';
import { loadPdfFont } from '../../pdf/font/load-pdf-font.ts';
import { toTextToPrint } from '../../pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../pdf/render-summary-pdf.ts';
import { describeAttachment, kiteiFileName, toKiteiJson } from '../../record/kitei-file.ts';
import type { MadeRecord } from '../../record/make-record.ts';
import type { FieldPlace } from '../../record/tool.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { LoadError } from '../parts/load.ts';

/** What a PDF is made from. */
export interface PdfRequest {
  made: MadeRecord;
  /** Name and version of the maker, e.g. `kitei 0.1.0`. */
  generator: string;
  /** Base path of the site. */
  base: string;
  /** The person has agreed that forms the font lacks are printed as their base characters. */
  substituteVariations: boolean;
}

/** A character that cannot be printed, and the fields in which it stands. */
export interface GlyphProblem extends CharacterProblem {
  /** Empty when it stands in the tool's own texts. */
  fields: FieldPlace[];
}

export interface PdfPlan {
  /** Anything in here must be mended, or agreed to, before rendering. */
  problems: GlyphProblem[];
  fileName: string;
  /** Who filled it in, as sent. */
  header: Header;
  summary: SummaryDocument;
  /** Everything but the signature panel. */
  context: PdfContext;
}

/**
 * Loads the font and says what it lacks. Nothing is rendered yet.
 * @throws LoadError when the font does not arrive
 */
export async function planPdf(request: PdfRequest, now: Date): Promise<PdfPlan> {
  const { record, fileName, findPlaces } = request.made;
  const { summary } = record;
  const bytes = new TextEncoder().encode(toKiteiJson({ ...record, generator: request.generator }));
  const font = await loadPdfFont((name) => fetchAsset(`${request.base}pdf-font/${name}`));
  const context: PdfContext = {
    font,
    now,
    // The same content has the same id, so that two unsigned files of one moment are equal byte for byte.
    fileId: toHex(sha256(bytes).subarray(0, 16)).toUpperCase(),
    generator: request.generator,
    attachment: { name: kiteiFileName, bytes, description: describeAttachment(record.definition) },
    ...(request.substituteVariations ? { substituteVariations: true as const } : {}),
  };
  await ensureGlyphs(summary, context);
  const problems = checkCharacters(summary, context).map((problem) => ({
    ...problem,
    fields: findPlaces(problem.character),
  }));
  return { problems: unique(problems), fileName, header: record.answers.header, summary, context };
}

/**
 * Renders the PDF; with a panel it leaves room for the signature.
 * @throws LoadError when outlines of rare characters do not arrive
 */
export async function renderPlan({ summary, context }: PdfPlan, signature?: SignaturePanel): Promise<Uint8Array> {
  const whole = signature ? { ...context, signature } : context;
  await ensureGlyphs(summary, whole);
  return renderSummaryPdf(summary, whole);
}

async function ensureGlyphs(summary: SummaryDocument, context: PdfContext): Promise<void> {
  await context.font.ensure(toTextToPrint(summary, context));
}

/** Once each: the same character in ten fields is one problem with ten fields. */
function unique(problems: GlyphProblem[]): GlyphProblem[] {
  return [...new Map(problems.map((problem) => [problem.character, problem])).values()];
}

async function fetchAsset(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new Error(`${url} answered ${response.status}.`);
  } catch (cause) {
    throw new LoadError(`Cannot load ${url}.`, { cause });
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
