import type { Block, Line } from '../model/block.ts';
import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import { Fields } from './fields.ts';
import { type ParagraphContent, readInlines } from './inline.ts';
import { type Gap, toLines } from './lines.ts';
import { depthOf, levelOf, numberFor } from './placing.ts';
import { type ParagraphProperties, readParagraphProperties, readRunProperties } from './properties.ts';
import type { Reading } from './reading.ts';
import { isContents, type Style } from './styles.ts';
import { readTable } from './tables.ts';
import { valOf } from './values.ts';

/** A paragraph as far as it stands by itself. */
interface Paragraph {
  style: Style;
  own: ParagraphProperties;
  content: ParagraphContent;
  place: number;
}

/** Reads all that stands in a body, a cell, a text box or a note, in order. */
export function readBlocks(container: XmlElement, reading: Reading): Block[] {
  const flow = new Flow(reading);
  flow.readAll(container);
  flow.end();
  // Nothing stands before the first.
  const [first] = flow.blocks;
  if (first) delete first.after;
  return flow.blocks;
}

/** The lines of a place that holds no tables; a table's cells in order. */
function readLines(container: XmlElement, reading: Reading): Line[] {
  return readBlocks(container, reading).flatMap((block) => {
    if (block.kind === 'line') return [block];
    reading.notices.add('nested-table', reading.paragraph);
    return block.rows.flat().flatMap(({ lines }) => lines);
  });
}

/** Blocks as they come, and what waits for the next of them. */
class Flow {
  blocks: Block[] = [];
  #gap: Gap = {};
  #reading: Reading;
  /** A paragraph whose mark was deleted or is hidden: it goes on in the next. */
  #open: { paragraph: Paragraph; leads: boolean } | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  readAll(container: XmlElement): void {
    for (const element of elementsOf(container)) this.#readBlock(element);
  }

  /** Nothing follows: what waited stands alone. */
  end(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    // Taken out as a whole: no number stands alone for it.
    if (hasLetters(open.paragraph.content)) this.#put(open.paragraph);
    else this.#putAround(open.paragraph.content);
  }

  #readBlock(element: XmlElement): void {
    const { notices, paragraph } = this.#reading;
    switch (element.name) {
      case 'w:p':
        this.#readParagraph(element);
        break;
      case 'w:tbl':
        this.end();
        this.#push(readTable(element, this.#reading, (cell) => readLines(cell, this.#reading)));
        break;
      case 'w:sdt':
        if (isContentsBlock(element)) this.#leaveOut('toc', element);
        else this.readAll(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#leaveOut('tracked-change', element);
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        notices.add('embedded-document', paragraph + 1);
        break;
      default:
        // Wrappers of many names; properties hold no blocks.
        if (!/Pr$/.test(element.name)) this.readAll(element);
    }
  }

  #leaveOut(kind: 'toc' | 'tracked-change', element: XmlElement): void {
    const count = countParagraphs(element);
    this.#reading.notices.add(kind, this.#reading.paragraph + 1, '', kind === 'toc' ? Math.max(1, count) : 1);
    if (this.#reading.counts) this.#reading.paragraph += count;
  }

  #readParagraph(element: XmlElement): void {
    const reading = this.#reading;
    if (reading.counts) reading.paragraph++;
    const properties = findElement(element, 'w:pPr');
    const mark = findElement(properties, 'w:rPr');
    const style = reading.styles.ofParagraph(valOf(findElement(properties, 'w:pStyle')));
    const wasContents = reading.fields.inContents;
    const content = readInlines(element, style, reading);
    const isListed = wasContents || reading.fields.inContents || isContents(style);
    if (isListed && (isContents(style) || !hasLetters(content))) {
      if (wasContents || reading.fields.inContents || hasLetters(content))
        reading.notices.add('toc', reading.paragraph);
    } else {
      const own = readParagraphProperties(properties);
      this.#take({ style, own, content, place: reading.paragraph }, mark);
    }
    if (!findElement(properties, 'w:sectPr')) return;
    this.end();
    if (reading.sections[++reading.section]) this.#gap.after = 'page';
  }

  /** Puts a paragraph, with what waited for it; or lets it wait, where its mark (`w:rPr` of its properties) is gone. */
  #take(paragraph: Paragraph, mark: XmlElement | undefined): void {
    const { notices, theme } = this.#reading;
    const deleted = findElement(mark, 'w:del') ?? findElement(mark, 'w:moveFrom');
    if (deleted ?? findElement(mark, 'w:ins') ?? findElement(mark, 'w:moveTo')) {
      notices.add('tracked-change', paragraph.place);
    }
    const hidden = readRunProperties(mark, theme).hidden ?? paragraph.style.run.hidden ?? false;
    const joined = this.#join(paragraph);
    if (deleted) this.#open = { paragraph: joined, leads: this.#open?.leads ?? false };
    // Hidden as a whole: it is not there, and not counted.
    else if (hidden && !hasLetters(joined.content)) {
      this.#open = undefined;
      this.#putAround(joined.content);
    } else if (hidden) this.#open = { paragraph: joined, leads: true };
    else {
      this.#open = undefined;
      this.#put(joined);
    }
  }

  /** The formatting is that of the last mark there is; where a mark is hidden only, that of the first. */
  #join(paragraph: Paragraph): Paragraph {
    if (!this.#open) return paragraph;
    const { paragraph: first, leads } = this.#open;
    const { content } = first;
    for (const piece of paragraph.content.pieces) content.pieces.push(piece);
    for (const box of paragraph.content.boxes) content.boxes.push(box);
    for (const note of paragraph.content.notes) content.notes.push(note);
    return { ...(leads ? first : paragraph), content };
  }

  #put({ style, own, content, place }: Paragraph): void {
    const reading = this.#reading;
    const properties = { ...style.paragraph, ...own };
    if (properties.pageBefore) this.#gap.after = 'page';
    const numbering = numberFor(style, own, reading.numberer);
    if (numbering?.number.unknownFormat) {
      reading.notices.add('unknown-number-format', place, numbering.number.unknownFormat);
    }
    const facts = {
      level: levelOf(properties),
      depth: numbering?.level ?? depthOf(properties),
      spot: { paragraph: place },
    };
    for (const line of toLines(content.pieces, numbering?.number, facts, this.#gap)) this.blocks.push(line);
    this.#putAround(content);
  }

  /** What hangs on a paragraph: its text boxes, then its notes. */
  #putAround({ boxes, notes }: ParagraphContent): void {
    for (const box of boxes) for (const block of readBlocks(box, this.#aside(box))) this.#push(block);
    for (const { mark, content } of notes) {
      const [first, ...rest] = readLines(content, this.#aside(content));
      if (first) for (const line of [withMark(first, mark), ...rest]) this.#push(line);
    }
  }

  /** A story beside the document's: fields of its own, its paragraphs not counted. */
  #aside(story: XmlElement): Reading {
    return { ...this.#reading, fields: new Fields(story), counts: false };
  }

  #push(block: Block | undefined): void {
    if (!block) return;
    this.blocks.push({ ...block, ...this.#gap });
    this.#gap = {};
  }
}

function hasLetters({ pieces }: ParagraphContent): boolean {
  return pieces.some((piece) => typeof piece === 'object' && piece.text.trim() !== '');
}

/** `注1　` before the first line of a note, in place of the blank Word puts there. */
function withMark(line: Line, mark: string): Line {
  if (mark === '') return line;
  const blank = /^\s*/.exec(line.text)?.[0].length ?? 0;
  const before = `${mark}\u3000`;
  const shift = before.length - blank;
  const marks = line.marks?.map(({ from, to, colour }) => ({
    from: Math.max(from + shift, before.length),
    to: to + shift,
    colour,
  }));
  return {
    ...line,
    text: before + line.text.slice(blank),
    numbered: (line.numbered ?? blank) + shift,
    ...(marks && { marks: marks.filter(({ from, to }) => from < to) }),
  };
}

/** The block Word keeps a table of contents in. */
function isContentsBlock(element: XmlElement): boolean {
  const part = findElement(findElement(element, 'w:sdtPr'), 'w:docPartObj');
  return valOf(findElement(part, 'w:docPartGallery')) === 'Table of Contents';
}

function countParagraphs(element: XmlElement): number {
  return elementsOf(element).reduce((sum, child) => {
    return sum + (child.name === 'w:p' ? 1 : child.name === 'w:txbxContent' ? 0 : countParagraphs(child));
  }, 0);
}
