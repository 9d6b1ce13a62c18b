import { toLatin1 } from '../bytes.ts';
import { createAllowance, PdfTokenizer } from './pdf-tokenizer.ts';
import {
  findEntry,
  hasName,
  type PdfDictionary,
  type PdfReference,
  PdfSyntaxError,
  type PdfValue,
} from './pdf-value.ts';

/** The header that src/pdf writes: version 1.7, then a comment of four high bytes (ISO 32000-1, 7.5.2). */
const headerForm = /^%PDF-1\.7\n%[\x80-\xff]{4}\n/;
const headerLength = 15;
const tailForm = /startxref\n(\d{1,10})\n%%EOF\n$/;
const longestTail = 'startxref\n0000000000\n%%EOF\n'.length;
/** `0000000015 00000 n ` and a line feed (ISO 32000-1, 7.5.4). */
const entryLength = 20;
const entryForm = /^(\d{10}) (\d{5}) ([nf]) \n$/;
const mostObjects = 200_000;

/** One indirect object: `start` at its number, `end` after `endobj`. */
export interface PdfObject {
  number: number;
  value: PdfValue;
  /** What stands between `stream` and `endstream`, as it stands there. */
  stream: Uint8Array | undefined;
  start: number;
  end: number;
}

/**
 * Reads the one shape in which src/pdf writes a file: a single revision with one classic cross-reference table that
 * begins at object 0, and nothing after its `%%EOF\n`. Objects are found by that table alone, never by searching, so that
 * what stands inside a string or stream cannot pass for an object.
 */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly trailer: PdfDictionary;
  private readonly offsets: readonly (number | undefined)[];
  private readonly tableStart: number;
  private readonly read = new Map<number, PdfObject>();
  private readonly allowance = createAllowance();

  /** @throws PdfSyntaxError when the file has another shape */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    if (!headerForm.test(toLatin1(bytes, 0, Math.min(headerLength, bytes.length))))
      throw new PdfSyntaxError('The header is not the one written here.', 0);
    const tailStart = Math.max(0, bytes.length - longestTail);
    const tail = tailForm.exec(toLatin1(bytes, tailStart));
    if (!tail) throw new PdfSyntaxError('The file does not end in startxref and %%EOF.', tailStart);
    this.tableStart = Number(tail[1]);
    const tokenizer = new PdfTokenizer(bytes, this.tableStart, this.allowance);
    this.offsets = readTable(tokenizer);
    this.trailer = readTrailer(tokenizer, this.offsets.length);
    if (tokenizer.at !== tailStart + tail.index)
      throw new PdfSyntaxError('Something stands between the trailer and startxref.', tokenizer.at);
  }

  /**
   * The object a reference leads to.
   * @throws PdfSyntaxError when the table has none, or it is not written as ours are
   */
  object({ number, generation, start }: Pick<PdfReference, 'number' | 'generation' | 'start'>): PdfObject {
    const known = this.read.get(number);
    if (known) return known;
    const offset = generation === 0 ? this.offsets[number] : undefined;
    if (offset === undefined) throw new PdfSyntaxError(`There is no object ${number} ${generation}.`, start);
    const object = readObject(new PdfTokenizer(this.bytes, offset, this.allowance), number);
    this.read.set(number, object);
    return object;
  }

  /** Where an object begins according to the table. */
  offsetOf(number: number): number | undefined {
    return this.offsets[number];
  }

  /**
   * Follows a reference; any other value is its own.
   * @throws PdfSyntaxError as `object` does
   */
  resolve(value: PdfValue): PdfValue {
    return value.kind === 'reference' ? this.object(value).value : value;
  }

  /**
   * Reads every object and holds that they lie one after the other from the header to the table: then the file has no
   * byte that is not part of something that was looked at.
   * @throws PdfSyntaxError when anything stands between objects
   */
  readAll(): PdfObject[] {
    const objects = this.offsets
      .flatMap((offset, number) =>
        offset === undefined ? [] : [this.object({ number, generation: 0, start: offset })],
      )
      .sort((a, b) => a.start - b.start);
    let at = headerLength;
    for (const { start, end } of objects) {
      if (start !== at) throw new PdfSyntaxError('Something stands between two objects, or two share a place.', at);
      at = end;
    }
    if (at !== this.tableStart) throw new PdfSyntaxError('Something stands before the cross-reference table.', at);
    return objects;
  }
}

/** Offsets by object number; undefined where there is no object, which is so for number 0. */
function readTable(tokenizer: PdfTokenizer): (number | undefined)[] {
  tokenizer.expect('xref\n0 ');
  const start = tokenizer.at;
  const count = tokenizer.readInteger();
  if (count < 1 || count > mostObjects) throw new PdfSyntaxError(`A table of ${count} objects.`, start);
  tokenizer.expect('\n');
  return Array.from({ length: count }, (_, number) => {
    const at = tokenizer.at;
    const entry = entryForm.exec(toLatin1(tokenizer.bytes, at, Math.min(at + entryLength, tokenizer.bytes.length)));
    tokenizer.at += entryLength;
    const isFree = entry?.[3] === 'f';
    if (!entry || isFree !== (number === 0) || entry[2] !== (isFree ? '65535' : '00000'))
      throw new PdfSyntaxError(`The table's entry for object ${number} is not written as ours are.`, at);
    return isFree ? undefined : Number(entry[1]);
  });
}

function readTrailer(tokenizer: PdfTokenizer, size: number): PdfDictionary {
  const start = tokenizer.at;
  tokenizer.expect('trailer\n');
  const trailer = tokenizer.readValue();
  tokenizer.expect('\n');
  if (trailer.kind !== 'dictionary') throw new PdfSyntaxError('The trailer is no dictionary.', start);
  if (findEntry(trailer, 'Size', 'number')?.value !== size)
    throw new PdfSyntaxError('The trailer and the table count different numbers of objects.', start);
  for (const key of ['Prev', 'XRefStm', 'Encrypt'])
    if (trailer.entries.has(key)) throw new PdfSyntaxError(`The trailer has /${key}.`, start);
  return trailer;
}

function readObject(tokenizer: PdfTokenizer, number: number): PdfObject {
  const start = tokenizer.at;
  tokenizer.expect(`${number} 0 obj\n`);
  const value = tokenizer.readValue();
  if (value.kind === 'dictionary' && isAnotherTable(value))
    throw new PdfSyntaxError('A second table of objects, which some viewers follow.', start);
  tokenizer.skipSpace();
  const stream = tokenizer.isNext('stream') ? readStream(tokenizer, value) : undefined;
  tokenizer.expect('endobj\n');
  return { number, value, stream, start, end: tokenizer.at };
}

/** Linearized files, cross-reference streams and object streams (ISO 32000-1, annex F, 7.5.8, 7.5.7). */
function isAnotherTable(dictionary: PdfDictionary): boolean {
  return (
    dictionary.entries.has('Linearized') || hasName(dictionary, 'Type', 'XRef') || hasName(dictionary, 'Type', 'ObjStm')
  );
}

function readStream(tokenizer: PdfTokenizer, value: PdfValue): Uint8Array {
  const start = tokenizer.at;
  tokenizer.expect('stream\n');
  const length = value.kind === 'dictionary' ? findEntry(value, 'Length', 'number') : undefined;
  if (!length?.isInteger || length.value < 0) throw new PdfSyntaxError('A stream without a plain /Length.', start);
  const from = tokenizer.at;
  tokenizer.at += length.value;
  if (tokenizer.at > tokenizer.bytes.length) throw new PdfSyntaxError('A stream runs beyond the end.', start);
  tokenizer.expect('\nendstream\n');
  return tokenizer.bytes.subarray(from, from + length.value);
}
