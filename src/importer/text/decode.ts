import { decodeText as decode, decodingMessage } from '../../core/text/decode-text.ts';
import { ImportError } from '../model/block.ts';

/** The text of a file in the encoding that it certainly is, and what that is called. @throws ImportError */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const reading = decode(bytes);
  if (reading.ok) return reading;
  throw new ImportError(decodingMessage(reading.problem));
}
