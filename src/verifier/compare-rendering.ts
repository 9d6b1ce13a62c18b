import type { PdfContext } from '../pdf/context.ts';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { renderSummaryPdf } from '../pdf/render-summary-pdf.ts';
import { describeAttachment, type KiteiFile, kiteiFileName } from '../record/kitei-file.ts';
import { byteRangePlaceholder, byteRangeText, contentsPrefix } from '../record/signature-slot.ts';
import type { Gap } from '../signing/byte-range.ts';
import { equalBytes, fromLatin1 } from '../signing/bytes.ts';
import { MismatchError } from './mismatches.ts';

/** A signed file, and what of it goes into making it again. */
export interface SignedRendering {
  bytes: Uint8Array;
  /** What /Contents takes up. */
  gap: Gap;
  file: KiteiFile;
  /** kitei.json as attached. */
  attachment: Uint8Array;
  fileId: string;
  signerName: string;
  fingerprint: string;
  /** /M */
  claimedTime: Date;
}

/**
 * Makes the file again from what it says of itself and holds that each byte is the same, /ByteRange included, but for what
 * stands in /Contents: nothing of what a viewer, a printer or a screen reader makes of it can then differ from what kitei makes.
 * @param font must have been given all text to print by ensure()
 * @throws MismatchError rendering
 */
export function compareRendering(signed: SignedRendering, font: PdfFont): void {
  const { bytes, gap, file, attachment, fileId, signerName, fingerprint, claimedTime } = signed;
  const expected = render(file, {
    font,
    now: claimedTime,
    fileId,
    generator: file.generator,
    attachment: { name: kiteiFileName, bytes: attachment, description: describeAttachment(file.definition) },
    signature: { signerName, fingerprint, reserve: (gap.end - gap.start - 2) / 2 },
    // Without a form that the font lacks this changes nothing; with one, the person agreed when the file was made.
    substituteVariations: true,
  });
  const rangeStart = gap.start + 1 - ` ${contentsPrefix}`.length - byteRangePlaceholder.length;
  const slot = expected.subarray(rangeStart, rangeStart + byteRangePlaceholder.length);
  if (!equalBytes(slot, fromLatin1(byteRangePlaceholder)))
    throw new MismatchError('rendering', 'The signature stands at another place.');
  expected.set(fromLatin1(byteRangeText(gap, expected.length)), rangeStart);
  expected.set(bytes.subarray(gap.start + 1, gap.end - 1), gap.start + 1);
  if (equalBytes(expected, bytes)) return;
  const at = expected.findIndex((byte, index) => byte !== bytes[index]);
  throw new MismatchError('rendering', `Byte ${at < 0 ? expected.length : at} is the first that differs.`);
}

/** What cannot be rendered has not been rendered here either. */
function render({ summary }: KiteiFile, context: PdfContext): Uint8Array {
  try {
    return renderSummaryPdf(summary, context);
  } catch (error) {
    throw new MismatchError('rendering', `It cannot be made: ${String(error).slice(0, 200)}`);
  }
}
