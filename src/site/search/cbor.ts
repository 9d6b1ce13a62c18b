/** A value of a CBOR file with the bytes it was read from. @see RFC 8949 */
export interface CborItem {
  bytes: Uint8Array;
  text?: string;
  children?: CborItem[];
}

/** Major types, RFC 8949 section 3.1. */
const major = { unsigned: 0, negative: 1, text: 3, array: 4, simple: 7 } as const;

/**
 * Reads one value: numbers, texts, arrays and simple values, which is all that Pagefind's index holds.
 * @throws Error for any other kind, and for bytes that end too soon
 */
export function readCbor(data: Uint8Array): CborItem {
  const { item, end } = readItem(data, 0);
  if (end !== data.length) throw new Error(`${data.length - end} bytes stand behind the CBOR value.`);
  return item;
}

function readItem(data: Uint8Array, start: number): { item: CborItem; end: number } {
  const first = data[start];
  if (first === undefined) throw new Error('The CBOR data ends too soon.');
  const { value, end: head } = readArgument(data, start);
  switch (first >> 5) {
    case major.unsigned:
    case major.negative:
    case major.simple:
      return { item: { bytes: data.subarray(start, head) }, end: head };
    case major.text: {
      const end = head + value;
      if (end > data.length) throw new Error('The CBOR data ends too soon.');
      const text = new TextDecoder('utf-8', { fatal: true }).decode(data.subarray(head, end));
      return { item: { bytes: data.subarray(start, end), text }, end };
    }
    case major.array: {
      const children: CborItem[] = [];
      let end = head;
      for (let index = 0; index < value; index++) {
        const child = readItem(data, end);
        children.push(child.item);
        end = child.end;
      }
      return { item: { bytes: data.subarray(start, end), children }, end };
    }
    default:
      throw new Error(`CBOR of major type ${first >> 5} is not read.`);
  }
}

/** The number in a value's head, and where the head ends. RFC 8949 section 3. */
function readArgument(data: Uint8Array, start: number): { value: number; end: number } {
  const information = (data[start] ?? 0) & 31;
  if (information < 24) return { value: information, end: start + 1 };
  const size = [1, 2, 4, 8][information - 24];
  if (size === undefined) throw new Error('CBOR of indefinite length is not read.');
  let value = 0;
  for (let index = 1; index <= size; index++) {
    const byte = data[start + index];
    if (byte === undefined) throw new Error('The CBOR data ends too soon.');
    value = value * 256 + byte;
  }
  return { value, end: start + 1 + size };
}

/** An array of values that are encoded already. */
export function encodeArray(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([encodeHead(major.array, items.length), ...items]);
}

export function encodeText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Buffer.concat([encodeHead(major.text, bytes.length), bytes]);
}

function encodeHead(type: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((type << 5) | value);
  if (value < 256) return Uint8Array.of((type << 5) | 24, value);
  if (value < 65536) return Uint8Array.of((type << 5) | 25, value >> 8, value & 255);
  return Uint8Array.of((type << 5) | 26, ...[24, 16, 8, 0].map((shift) => (value >>> shift) & 255));
}
