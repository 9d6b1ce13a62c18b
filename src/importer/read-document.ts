import { ImportError, type SourceDocument } from './model/block.ts';

/** Endings of the files that can be read, for messages and file pickers. */
export const readable = ['.docx', '.docm', '.dotx', '.txt', '.md', '.pdf'];

const isWord = /^\.do[ct][xm]?$/;

/**
 * Reads a document by the reader for its kind, which its first bytes tell before its name does.
 * @throws ImportError where it is of no kind that can be read
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const ending = /\.[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? '';
  const begins = String.fromCharCode(...bytes.subarray(0, 5));
  if (bytes.length === 0) throw new ImportError(`${name} は空です。本文のあるファイルを指定してください。`);
  if (begins === '%PDF-') return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  // Old Word files and locked ones begin like the last of these; the reader says what they are.
  if (begins.startsWith('PK') || begins.startsWith('\u00D0\u00CF\u0011\u00E0') || isWord.test(ending)) {
    return (await import('./docx/read-docx.ts')).readDocx(bytes);
  }
  if (ending === '.pdf') throw new ImportError(`${name} は PDF として読めません。開けるか、確かめてください。`);
  if (ending === '.txt' || ending === '.md') {
    return (await import('./text/read-text.ts')).readText(bytes, ending === '.md' ? 'markdown' : 'text');
  }
  const wanted = `読めるのは ${readable.join(' ')} です。Word で開けるものは「名前を付けて保存」で .docx にしてください。`;
  throw new ImportError(`${name} は読めない種類のファイルです。${wanted}`);
}
