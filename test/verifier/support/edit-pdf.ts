import { deflateSync, inflateSync } from 'node:zlib';
import { fromLatin1, toLatin1 } from '../../../src/signing/bytes.ts';

/** A prepared file taken apart: the bodies of its objects by number, one character a byte. */
export class PdfParts {
  readonly objects = new Map<number, string>();
  readonly #head: string;
  readonly #trailer: string;

  constructor(bytes: Uint8Array) {
    const text = toLatin1(bytes);
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const [, rows = '', trailer = ''] =
      /^xref\n0 \d+\n((?:.{19}\n)+)(trailer\n[\s\S]*?)startxref/.exec(text.slice(table)) ?? [];
    const offsets = rows
      .split('\n')
      .flatMap((row, number) => (row.endsWith('n ') ? [{ number, at: Number(row.slice(0, 10)) }] : []));
    offsets.sort((a, b) => a.at - b.at);
    offsets.forEach(({ number, at }, index) => {
      const body = text.slice(at, offsets[index + 1]?.at ?? table);
      this.objects.set(number, body.slice(`${number} 0 obj\n`.length));
    });
    this.#head = text.slice(0, offsets[0]?.at);
    this.#trailer = trailer;
  }

  /** The file again, its table made anew. */
  toBytes(): Uint8Array {
    let text = this.#head;
    const places = new Map<number, number>();
    for (const [number, body] of this.objects) {
      places.set(number, text.length);
      text += `${number} 0 obj\n${body}`;
    }
    const size = Math.max(...this.objects.keys()) + 1;
    const rows = Array.from({ length: size }, (_, number) => {
      const at = places.get(number);
      return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
    });
    const table = text.length;
    const trailer = this.#trailer.replace(/\/Size \d+/, `/Size ${size}`);
    return fromLatin1(`${text}xref\n0 ${size}\n${rows.join('')}${trailer}startxref\n${table}\n%%EOF\n`);
  }

  /** Number of the one object, or of the n-th, that a pattern fits. */
  find(pattern: RegExp, nth = 0): number {
    const found = [...this.objects].filter(([, body]) => pattern.test(body))[nth];
    if (!found) throw new Error(`No object fits ${pattern}.`);
    return found[0];
  }

  /** Replaces a part of an object; it must be there. */
  edit(number: number, from: string | RegExp, to: string): void {
    this.objects.set(number, replaceOnce(this.objects.get(number) ?? '', from, to));
  }

  /** Replaces a part of a stream's inflated content. */
  editStream(number: number, from: string | RegExp, to: string): void {
    this.setStream(number, replaceOnce(this.stream(number), from, to));
  }

  /** The inflated content of a stream. */
  stream(number: number): string {
    const [, data = ''] = /stream\n([\s\S]*)\nendstream\nendobj\n$/.exec(this.objects.get(number) ?? '') ?? [];
    return inflateSync(fromLatin1(data)).toString('latin1');
  }

  setStream(number: number, content: string): void {
    const [dictionary = ''] = /^[\s\S]*?(?=stream\n)/.exec(this.objects.get(number) ?? '') ?? [];
    const data = deflateSync(fromLatin1(content));
    const changed = dictionary.replace(/\/Length \d+/, `/Length ${data.length}`);
    this.objects.set(number, `${changed}stream\n${data.toString('latin1')}\nendstream\nendobj\n`);
  }

  /** A new object. */
  add(body: string): number {
    const number = Math.max(...this.objects.keys()) + 1;
    this.objects.set(number, `${body}\nendobj\n`);
    return number;
  }

  /** Object of the n-th page, and of its content. */
  page(nth = 0): { page: number; content: number } {
    const page = this.find(/^<<\/Type \/Page\n/, nth);
    return { page, content: Number(/\/Contents (\d+) 0 R/.exec(this.objects.get(page) ?? '')?.[1]) };
  }
}

/** A change to a prepared file, for Forgery. */
export function editing(edit: (parts: PdfParts) => void): (prepared: Uint8Array) => Uint8Array {
  return (prepared) => {
    const parts = new PdfParts(prepared);
    edit(parts);
    return parts.toBytes();
  };
}

function replaceOnce(text: string, from: string | RegExp, to: string): string {
  const replaced = text.replace(from, () => to);
  if (replaced === text) throw new Error(`${from} is not there, or the change changes nothing.`);
  return replaced;
}
