import { fromLatin1, parseHex, toLatin1 } from '../bytes.ts';
import { PdfSyntaxError, type PdfValue } from './pdf-value.ts';

/** Nesting of arrays and dictionaries; ours needs fewer than ten. */
const deepest = 32;
/** Values in one file: a list of 300 rows with its structure tree has some 100,000; millions would fill the memory. */
const mostValues = 500_000;
/** Longest number, name or keyword in bytes (ISO 32000-1, annex C: names end at 127). */
const longestToken = 255;

const [tab, lineFeed, formFeed, carriageReturn, space] = [0x09, 0x0a, 0x0c, 0x0d, 0x20];
const numberForm = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const integerForm = /^[+-]?\d+$/;
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 0x28, ')': 0x29, '\\': 0x5c };

/** How many more values may be read. */
export interface Allowance {
  values: number;
}

/** The allowance of one file. */
export function createAllowance(): Allowance {
  return { values: mostValues };
}

/**
 * Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) forwards from a place. Comments are refused: ours has none between objects,
 * and they are where things hide.
 */
export class PdfTokenizer {
  readonly bytes: Uint8Array;
  /** Where the next byte is read. */
  at: number;
  private readonly allowance: Allowance;

  /** @param allowance shared by all who read in the same file */
  constructor(bytes: Uint8Array, at: number, allowance = createAllowance()) {
    this.bytes = bytes;
    this.at = at;
    this.allowance = allowance;
  }

  /** Steps over white space. */
  skipSpace(): void {
    while (isSpace(this.bytes[this.at])) this.at++;
  }

  /** Whether this text stands here; nothing is read. */
  isNext(text: string): boolean {
    for (let index = 0; index < text.length; index++)
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  /**
   * Steps over a text that must stand here.
   * @throws PdfSyntaxError when another does
   */
  expect(text: string): void {
    if (!this.isNext(text)) throw new PdfSyntaxError(`"${text}" expected.`, this.at);
    this.at += text.length;
  }

  /**
   * Reads the whole number that stands here.
   * @throws PdfSyntaxError when none does
   */
  readInteger(): number {
    const start = this.at;
    const token = this.readRegular();
    if (!/^\d{1,10}$/.test(token)) throw new PdfSyntaxError('A whole number expected.', start);
    return Number(token);
  }

  /**
   * Reads the value that begins here or after white space.
   * @throws PdfSyntaxError when none does, or it nests too deeply
   */
  readValue(depth = 0): PdfValue {
    this.skipSpace();
    const start = this.at;
    if (depth > deepest) throw new PdfSyntaxError('Nested too deeply.', start);
    if (--this.allowance.values < 0) throw new PdfSyntaxError('Too many values.', start);
    if (this.isNext('<<')) return this.readDictionary(depth);
    switch (this.bytes[start]) {
      case 0x5b: // [
        return this.readArray(depth);
      case 0x2f: // /
        return this.readName();
      case 0x28: // (
        return this.readLiteralString();
      case 0x3c: // <
        return this.readHexadecimalString();
      default:
        return this.readWord();
    }
  }

  private readDictionary(depth: number): PdfValue {
    const start = this.at;
    const entries = new Map<string, PdfValue>();
    this.expect('<<');
    for (this.skipSpace(); !this.isNext('>>'); this.skipSpace()) {
      const key = this.readName();
      if (entries.has(key.value)) throw new PdfSyntaxError(`/${key.value} stands twice in a dictionary.`, key.start);
      entries.set(key.value, this.readValue(depth + 1));
    }
    this.expect('>>');
    return { kind: 'dictionary', entries, start, end: this.at };
  }

  private readArray(depth: number): PdfValue {
    const start = this.at;
    const items: PdfValue[] = [];
    this.expect('[');
    for (this.skipSpace(); !this.isNext(']'); this.skipSpace()) items.push(this.readValue(depth + 1));
    this.expect(']');
    return { kind: 'array', items, start, end: this.at };
  }

  private readName(): Extract<PdfValue, { kind: 'name' }> {
    const start = this.at;
    this.expect('/');
    const raw = this.readRegular();
    const value = raw.replace(/#(.{0,2})/gs, (_, digits: string) => {
      const [byte] = digits.length === 2 ? (parseHex(fromLatin1(digits)) ?? []) : [];
      if (byte === undefined) throw new PdfSyntaxError('A name holds a # without two digits.', start);
      return String.fromCharCode(byte);
    });
    return { kind: 'name', value, start, end: this.at };
  }

  private readLiteralString(): PdfValue {
    const start = this.at;
    const bytes: number[] = [];
    let open = 0;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new PdfSyntaxError('A string does not end.', start);
      this.at++;
      if (byte === 0x5c) {
        this.readEscape(bytes);
        continue;
      }
      if (byte === 0x28) open++;
      if (byte === 0x29) open--;
      if (open === 0) break;
      if (byte !== 0x28 || open > 1) bytes.push(byte);
    }
    return { kind: 'string', notation: 'literal', bytes: Uint8Array.from(bytes), start, end: this.at };
  }

  /** What follows a backslash (ISO 32000-1, table 3). */
  private readEscape(bytes: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(toLatin1(this.bytes, this.at, Math.min(this.at + 3, this.bytes.length)))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      return;
    }
    const byte = this.bytes[this.at] ?? 0;
    this.at++;
    if (byte === carriageReturn && this.bytes[this.at] === lineFeed) this.at++;
    if (byte !== carriageReturn && byte !== lineFeed) bytes.push(escapes[String.fromCharCode(byte)] ?? byte);
  }

  private readHexadecimalString(): PdfValue {
    const start = this.at;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) throw new PdfSyntaxError('A string does not end.', start);
    const bytes = parseHex(this.bytes.subarray(start + 1, end));
    if (!bytes) throw new PdfSyntaxError('A string has something else than pairs of hexadecimal digits.', start);
    this.at = end + 1;
    return { kind: 'string', notation: 'hexadecimal', bytes, start, end: this.at };
  }

  private readWord(): PdfValue {
    const start = this.at;
    const word = this.readRegular();
    const span = { start, end: this.at };
    if (word === 'null') return { kind: 'null', ...span };
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', ...span };
    if (!numberForm.test(word)) throw new PdfSyntaxError('No value begins here.', start);
    const isInteger = integerForm.test(word);
    const reference = isInteger ? this.readRestOfReference() : undefined;
    if (reference !== undefined)
      return { kind: 'reference', number: Number(word), generation: reference, start, end: this.at };
    return { kind: 'number', value: Number(word), isInteger, ...span };
  }

  /** After a whole number: ` 0 R`, or nothing of the sort, and then nothing is read. */
  private readRestOfReference(): number | undefined {
    if (this.bytes[this.at] !== space) return undefined;
    const ahead = /^ (\d{1,5}) R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      toLatin1(this.bytes, this.at, Math.min(this.at + 9, this.bytes.length)),
    );
    if (!ahead) return undefined;
    this.at += ahead[0].length;
    return Number(ahead[1]);
  }

  /** Regular characters (ISO 32000-1, 7.2.2) from here on; possibly none. */
  private readRegular(): string {
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    if (this.at - start > longestToken) throw new PdfSyntaxError('A word is too long.', start);
    return toLatin1(this.bytes, start, this.at);
  }
}

const delimiters = new Set(fromLatin1('()<>[]{}/%'));

function isSpace(byte: number | undefined): boolean {
  return (
    byte === space || byte === lineFeed || byte === carriageReturn || byte === tab || byte === formFeed || byte === 0
  );
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !isSpace(byte) && !delimiters.has(byte);
}
