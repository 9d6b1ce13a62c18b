import { jsPDF } from 'jspdf';
import type { PageSize } from './page-size.ts';

/** The hooks of jsPDF 4.2.1 that its types leave out. The package is pinned because these may change. */
export interface JsPdfInternals {
  events: { subscribe(topic: string, listener: (event: unknown) => void): unknown };
  /** Operators of each page, from index 1. */
  pages: string[][];
  write(text: string): unknown;
  /** Begins an object and writes its `n 0 obj`. */
  newObject(): number;
  /** Gives an object number whose object is begun later, by newObjectDeferredBegin. */
  newObjectDeferred(): number;
  newObjectDeferredBegin(id: number, write: boolean): number;
  putStream(stream: {
    data: string;
    filters: string[];
    objectId: number;
    addLength1?: boolean;
    additionalKeyValues?: { key: string; value: string | number }[];
  }): void;
  getFont(name: string, style: string): JsPdfFont;
}

/** An entry of jsPDF's font list, as far as it is changed here. */
export interface JsPdfFont {
  id: string;
  objectNumber?: number;
  isAlreadyPutted?: boolean;
}

/** A jsPDF document and the hooks by which all of its contents are written. */
export interface JsPdfDocument {
  /** Of each page, in points. */
  readonly size: PageSize;
  internals: JsPdfInternals;
  addPage(): void;
  setPage(number: number): void;
  /** Runs a listener at one of jsPDF's events; what it throws, output() throws. */
  on(topic: 'putPage' | 'putFont' | 'postPutResources' | 'putCatalog', listener: (event: unknown) => void): void;
  /** The file. @throws what a listener threw. */
  output(): Uint8Array;
}

/**
 * An empty document in PDF 1.7 with its first page.
 * @param now written as creation date, in UTC. @param fileId 32 upper-case hexadecimal digits.
 */
export function createJsPdf(now: Date, fileId: string, size: PageSize): JsPdfDocument {
  const orientation = size.width > size.height ? 'landscape' : 'portrait';
  const doc = new jsPDF({ unit: 'pt', format: 'a4', orientation, compress: true, putOnlyUsedFonts: true });
  const { internal, __private__: hidden } = parseHidden(doc);
  hidden.setPdfVersion('1.7');
  doc.setCreationDate(new UtcDate(now));
  doc.setFileId(fileId);
  // jsPDF writes out the fonts that its own text() has used; ours takes over the place of Symbol (see embedFont).
  doc.setFont('symbol', 'normal').text('-', 0, 0);
  // That text and jsPDF's first operators go: every piece drawn here sets what it needs.
  for (const page of internal.pages) if (page !== undefined) page.length = 0;

  const errors: unknown[] = [];
  return {
    size,
    internals: internal,
    addPage() {
      doc.addPage();
      const page = internal.pages.at(-1);
      if (page !== undefined) page.length = 0;
    },
    setPage: (number) => void doc.setPage(number),
    on(topic, listener) {
      // jsPDF catches what listeners throw and prints it to the console: a PDF with a part missing would go out.
      internal.events.subscribe(topic, (event) => {
        try {
          listener(event);
        } catch (error) {
          errors.push(error);
        }
      });
    },
    output() {
      const file = new Uint8Array(doc.output('arraybuffer'));
      if (errors.length > 0) throw errors[0];
      const ended = new Uint8Array(file.length + 1);
      ended.set(file);
      ended[file.length] = 0x0a;
      return ended;
    },
  };
}

/** jsPDF writes the creation date in the machine's zone; this date has only one. */
class UtcDate extends Date {
  override getTimezoneOffset = (): number => 0;
  override getFullYear = (): number => this.getUTCFullYear();
  override getMonth = (): number => this.getUTCMonth();
  override getDate = (): number => this.getUTCDate();
  override getHours = (): number => this.getUTCHours();
  override getMinutes = (): number => this.getUTCMinutes();
  override getSeconds = (): number => this.getUTCSeconds();
}

interface Hidden {
  internal: JsPdfInternals;
  __private__: { setPdfVersion(version: string): void };
}

function parseHidden(doc: unknown): Hidden {
  if (!isHidden(doc)) throw new Error('This jsPDF lacks the hooks of 4.2.1; src/pdf is written for that version.');
  return doc;
}

const hooks = ['write', 'newObject', 'newObjectDeferred', 'newObjectDeferredBegin', 'putStream', 'getFont'];

function isHidden(doc: unknown): doc is Hidden {
  const internal = read(doc, 'internal');
  return (
    hooks.every((hook) => typeof read(internal, hook) === 'function') &&
    typeof read(read(internal, 'events'), 'subscribe') === 'function' &&
    Array.isArray(read(internal, 'pages')) &&
    typeof read(read(doc, '__private__'), 'setPdfVersion') === 'function'
  );
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
