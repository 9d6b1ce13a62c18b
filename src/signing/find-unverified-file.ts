import type { KiteiFile } from '../record/kitei-file.ts';
import { readKiteiFile } from '../record/read-kitei-file.ts';
import { decodeStream } from './pdf/decode-stream.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { PdfSyntaxError } from './pdf/pdf-value.ts';
import { RefusalError } from './refusal-reasons.ts';
import { findAttachedFile } from './verify/check-contents.ts';

/**
 * The data attached to a PDF of ours that verifyPdf refused, or that was never signed. Nobody vouches for it: it may be
 * shown or taken only together with the reason of the refusal.
 * @returns undefined where the file is not written as ours are, or its data is none that this site can read
 */
export async function findUnverifiedFile(bytes: Uint8Array): Promise<KiteiFile | undefined> {
  try {
    const reading = readKiteiFile(await decodeStream(findAttachedFile(new PdfFile(bytes))));
    return reading.ok ? reading.file : undefined;
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof RefusalError) return undefined;
    throw error;
  }
}
