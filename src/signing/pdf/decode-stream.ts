import { concatBytes } from '../bytes.ts';
import type { PdfObject } from './pdf-file.ts';
import { PdfSyntaxError } from './pdf-value.ts';

/** Most bytes a stream may inflate to: some hundred compressed bytes could fill the memory. */
const mostBytes = 16 * 1024 * 1024;
/**
 * What streams written here have (ISO 32000-1, table 5, and the tables of their kinds). Any other key could say how to
 * read the bytes in another way: viewers take /DP for /DecodeParms, and /F for a file elsewhere.
 */
const streamKeys = new Set(['Length', 'Length1', 'Filter', 'Type', 'Subtype', 'N', 'Params']);

/**
 * The content of a stream object, inflated where its one filter is FlateDecode (ISO 32000-1, 7.4.4).
 * @throws PdfSyntaxError when it is no stream, is encoded in another way, has a key that
 * ours have not, is damaged, or is larger than 16 MB
 */
export async function decodeStream({ value, stream, start }: PdfObject): Promise<Uint8Array> {
  if (!stream || value.kind !== 'dictionary') throw new PdfSyntaxError('A stream expected.', start);
  for (const key of value.entries.keys())
    if (!streamKeys.has(key)) throw new PdfSyntaxError(`A stream with /${key}, which ours have not.`, start);
  const filter = value.entries.get('Filter');
  if (!filter) return stream;
  const name = filter.kind === 'array' && filter.items.length === 1 ? filter.items[0] : filter;
  if (name?.kind !== 'name' || name.value !== 'FlateDecode')
    throw new PdfSyntaxError('A stream encoded as ours are not.', start);
  try {
    return await inflate(stream);
  } catch (error) {
    throw error instanceof PdfSyntaxError ? error : new PdfSyntaxError('A stream cannot be inflated.', start);
  }
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const inflater = new DecompressionStream('deflate');
  const writer = inflater.writable.getWriter();
  // What goes wrong while writing comes out of the reading side as well.
  const written = Promise.allSettled([writer.write(new Uint8Array(bytes)), writer.close()]);
  const reader = inflater.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new PdfSyntaxError('A stream inflates to more than 16 MB.', 0);
    }
    parts.push(next.value);
  }
  await written;
  return concatBytes(...parts);
}
