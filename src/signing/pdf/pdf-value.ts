/** A span of the file: offsets in bytes, `end` excluded. */
interface Span {
  start: number;
  end: number;
}

/** A PDF object as it stands in the file (ISO 32000-1, 7.3), with its place. */
export type PdfValue = Span &
  (
    | { kind: 'null' }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'number'; value: number; isInteger: boolean }
    /** Without the slash, `#xx` decoded, one character a byte. */
    | { kind: 'name'; value: string }
    | { kind: 'string'; bytes: Uint8Array; notation: 'literal' | 'hexadecimal' }
    | { kind: 'reference'; number: number; generation: number }
    | { kind: 'array'; items: PdfValue[] }
    | { kind: 'dictionary'; entries: Map<string, PdfValue> }
  );

export type PdfDictionary = Extract<PdfValue, { kind: 'dictionary' }>;
export type PdfReference = Extract<PdfValue, { kind: 'reference' }>;
export type PdfString = Extract<PdfValue, { kind: 'string' }>;

/** The file is not written as PDF is, or not as ours is. */
export class PdfSyntaxError extends Error {
  override name = 'PdfSyntaxError';
  readonly offset: number;

  /** @param offset where in the file, in bytes */
  constructor(problem: string, offset: number) {
    super(`${problem} (at byte ${offset})`);
    this.offset = offset;
  }
}

/** The entry of a dictionary if it is there and of the kind asked for. */
export function findEntry<Kind extends PdfValue['kind']>(
  dictionary: PdfDictionary,
  key: string,
  kind: Kind,
): Extract<PdfValue, { kind: Kind }> | undefined {
  const value = dictionary.entries.get(key);
  return value && isKind(value, kind) ? value : undefined;
}

/** Whether a value is of one kind. */
export function isKind<Kind extends PdfValue['kind']>(
  value: PdfValue,
  kind: Kind,
): value is Extract<PdfValue, { kind: Kind }> {
  return value.kind === kind;
}

/** Whether an entry is this very name, e.g. `/Type /Sig`. */
export function hasName(dictionary: PdfDictionary, key: string, name: string): boolean {
  return findEntry(dictionary, key, 'name')?.value === name;
}
