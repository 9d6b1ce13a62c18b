import { load } from './load.ts';

/**
 * The text of a file that somebody chose, in whatever encoding it certainly is. The only way a text file comes into a page.
 * @throws DecodingError (core/text/decode-text.ts) with Japanese words, where its encoding is not certain
 * @throws LoadError when what decodes does not arrive
 * @throws DOMException for a file that was moved, deleted, or locked by another program
 */
export async function readTextFile(file: Blob | Uint8Array): Promise<string> {
  const { readText } = await load(import('../../core/text/decode-text.ts'));
  return readText(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file);
}

/** Japanese: why a file was not read, where its encoding is why; undefined for any other error. */
export function decodingWords(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // By its name: the class comes with what decodes, which is only fetched for a file.
  return error.name === 'DecodingError' ? error.message : decodingWords(error.cause);
}

/**
 * The first bytes of a file, one character each, to see what it is: a mark before the text, and the zeros of UTF-16, are left out.
 * @throws DOMException as above
 */
export async function readHead(file: Blob, length: number): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, length).arrayBuffer());
  return String.fromCharCode(...bytes).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0/g, '');
}
