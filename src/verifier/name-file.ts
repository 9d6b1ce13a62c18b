import { findBytes, fromLatin1 } from '../core/text/latin1.ts';
import type { FileKind } from '../files/file-kind.ts';
import { describeKind } from '../files/file-words.ts';
import { identifyFile } from '../files/identify.ts';
import { looksLikeOurs } from '../signing/verify/open-signed-file.ts';
import { type Refused, toRefused } from '../signing/verify-pdf.ts';

/** A refused file, and what it is where it is no PDF that could be looked into. */
export interface NamedRefused extends Refused {
  found?: FileKind;
}

/**
 * Says of a file that could not be looked into what it is, and what to do with that: a zip wants to be unpacked, a page for
 * signing in to be fetched again. Of one of ours behind other bytes it says so: the bytes are no longer those that were signed.
 * @param name of the file, with its ending; '' where there is none
 */
export function nameFile(refused: Refused, bytes: Uint8Array, name: string): NamedRefused {
  switch (refused.reason) {
    case 'not-a-pdf': {
      const found = identifyFile(bytes, name);
      if (found === 'pdf-behind' && isOurs(bytes)) return { ...toRefused('something-before'), found };
      return found === 'pdf' ? refused : { ...refused, found, message: describeKind(found) };
    }
    case 'truncated':
    case 'empty': {
      // What a browser is still fetching is no fault of the sender.
      const found = identifyFile(bytes, name);
      return found === 'partial' ? { ...refused, found, message: describeKind(found) } : refused;
    }
    default:
      return refused;
  }
}

function isOurs(bytes: Uint8Array): boolean {
  return looksLikeOurs(bytes.subarray(findBytes(bytes, fromLatin1('%PDF-'))));
}
