import { elementsOf, findElement, textOf, type XmlElement } from '../zip/read-xml.ts';
import type { Tint } from './colours.ts';
import { isContentsField } from './fields.ts';
import { readPictures } from './pictures.ts';
import { type RunProperties, readRunProperties } from './properties.ts';
import type { Reading } from './reading.ts';
import { isLink, isTitle, type Style } from './styles.ts';
import { toRealSymbols } from './symbols.ts';
import { valOf } from './values.ts';

/** A stretch of a paragraph: letters of one colour, the end of a line, or the end of a page. */
export type Piece = { text: string; tint?: 'red' | 'blue' } | 'line' | 'page';

/** What a paragraph holds. */
export interface ParagraphContent {
  pieces: Piece[];
  /** Contents of the text boxes that hang on it. */
  boxes: XmlElement[];
  /** The notes it refers to, with the mark they go under; empty where the author wrote one of his own. */
  notes: { mark: string; content: XmlElement }[];
}

/** Reads what stands in a paragraph, in order. */
export function readInlines(paragraph: XmlElement, style: Style, reading: Reading): ParagraphContent {
  const content: ParagraphContent = { pieces: [], boxes: [], notes: [] };
  readChildren(paragraph, { style, reading, content, link: false });
  return content;
}

interface Place {
  style: Style;
  reading: Reading;
  content: ParagraphContent;
  /** Inside a link. */
  link: boolean;
}

function readChildren(element: XmlElement, place: Place): void {
  for (const child of elementsOf(element)) readInline(child, place);
}

function readInline(element: XmlElement, place: Place): void {
  const { reading } = place;
  switch (element.name) {
    case 'w:r':
      readRun(element, place);
      break;
    case 'w:del':
    case 'w:moveFrom':
      if (element.children.length > 0) reading.notices.add('tracked-change', reading.paragraph);
      break;
    case 'w:ins':
    case 'w:moveTo':
      if (element.children.length > 0) reading.notices.add('tracked-change', reading.paragraph);
      readChildren(element, place);
      break;
    case 'w:hyperlink':
      readChildren(element, { ...place, link: true });
      break;
    case 'w:fldSimple':
      if (isContentsField(element)) reading.notices.add('toc', reading.paragraph);
      else readChildren(element, place);
      break;
    case 'm:oMath':
      reading.notices.add('equation', reading.paragraph);
      readChildren(element, place);
      break;
    case 'm:t':
      addText(textOf(element), {}, place);
      break;
    default:
      // Wrappers of many names (w:sdt, w:smartTag, w:customXml, w:dir, m:r …); properties hold no letters.
      if (!/Pr$/.test(element.name)) readChildren(element, place);
  }
}

/** Formatting of a run with what it inherits. */
function effective(element: XmlElement, { style, reading }: Place): RunProperties & { link: boolean } {
  const own = readRunProperties(findElement(element, 'w:rPr'), reading.theme);
  const runStyle = reading.styles.ofRun(valOf(findElement(findElement(element, 'w:rPr'), 'w:rStyle')));
  const inherited = { ...reading.styles.usual, ...style.run };
  // Headings are coloured for their looks.
  if (isTitle(style)) delete inherited.tint;
  const result = { ...inherited, ...runStyle?.run, ...own, link: isLink(runStyle) };
  // Hiding by two styles shows again (ECMA-376 Part 1, 17.7.3); hiding the letters themselves hides.
  const byStyles = Boolean(style.run.hidden) !== Boolean(runStyle?.run.hidden);
  result.hidden = own.hidden ?? (reading.styles.usual.hidden || byStyles);
  return result;
}

function readRun(element: XmlElement, place: Place): void {
  const properties = effective(element, place);
  for (const child of elementsOf(element)) readRunChild(child, properties, place);
}

function readRunChild(element: XmlElement, properties: RunProperties & { link: boolean }, place: Place): void {
  const { reading, content } = place;
  switch (element.name) {
    case 'w:rPr':
    // What was deleted, and what stands for a note or comment in its own text.
    case 'w:delText':
    case 'w:delInstrText':
    case 'w:footnoteRef':
    case 'w:endnoteRef':
    case 'w:annotationRef':
      break;
    case 'w:t':
      addText(lettersOf(element), properties, place);
      break;
    // A tab is a gap of unknown width: in Japanese text, an ideographic space.
    case 'w:tab':
    case 'w:ptab':
      addText('\u3000', properties, place);
      break;
    case 'w:noBreakHyphen':
      addText('-', properties, place);
      break;
    case 'w:sym':
      addSymbol(element, properties, place);
      break;
    case 'w:br':
    case 'w:cr':
      addBreak(element, properties, place);
      break;
    case 'w:instrText':
      reading.fields.addInstruction(textOf(element));
      break;
    case 'w:fldChar': {
      const letters = reading.fields.mark(element);
      if (letters?.notice) reading.notices.add(letters.notice, reading.paragraph);
      if (letters) addText(letters.text, properties, place);
      break;
    }
    case 'w:ruby':
      reading.notices.add('ruby', reading.paragraph);
      for (const base of elementsOf(element)) if (base.name === 'w:rubyBase') readChildren(base, place);
      break;
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      addNote(element, properties, place);
      break;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      if (!properties.hidden) for (const box of readPictures(element, reading)) content.boxes.push(box);
      break;
    default:
      // Anything inside another wrapper is a run's child still; runs within wrappers are not known to Word.
      for (const child of elementsOf(element)) readRunChild(child, properties, place);
  }
}

/** Letters of a `w:t`: without `xml:space`, blanks at both ends are the file's, not the author's. */
function lettersOf(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\r\n]/g, ' ');
  if (element.attributes['xml:space'] === 'preserve') return text;
  // Not by a pattern: on a million blanks before a letter one takes hours.
  let [from, to] = [0, text.length];
  while (text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to);
}

function addText(text: string, properties: RunProperties & { link?: boolean }, place: Place): void {
  const { reading, content } = place;
  if (text === '' || !reading.fields.shown) return;
  if (properties.hidden) {
    if (text.trim() !== '') reading.notices.add('hidden-text', reading.paragraph, text.trim());
    return;
  }
  const real = toRealSymbols(text, properties.font);
  const own = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u.exec(real)?.[0];
  if (own) reading.notices.add('private-use', reading.paragraph, real.trim());
  const tint = markOf(properties.tint, properties.link || place.link || reading.fields.inLink);
  for (const [index, line] of real.split(/[\u0085\u2028\u2029]/).entries()) {
    if (index > 0) content.pieces.push('line');
    if (line !== '') content.pieces.push(tint ? { text: line, tint } : { text: line });
  }
}

function markOf(tint: Tint | undefined, link: boolean | undefined): 'red' | 'blue' | undefined {
  return tint === 'red' || (tint === 'blue' && !link) ? tint : undefined;
}

function addSymbol(element: XmlElement, properties: RunProperties, place: Place): void {
  const { 'w:char': code = '', 'w:font': font } = element.attributes;
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return;
  const letter = String.fromCharCode(Number.parseInt(code, 16));
  addText(toRealSymbols(letter, font), { ...properties, font: '' }, place);
}

function addBreak(element: XmlElement, properties: RunProperties, { reading, content }: Place): void {
  if (properties.hidden || !reading.fields.shown) return;
  content.pieces.push(element.attributes['w:type'] === 'page' ? 'page' : 'line');
}

const noteMarks = { footnote: '注', endnote: '文末注' };

function addNote(element: XmlElement, properties: RunProperties, place: Place): void {
  const { reading, content } = place;
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const id = element.attributes['w:id'] ?? '';
  const note = reading.notes[kind].get(id);
  if (!note || properties.hidden || !reading.fields.shown) return;
  // Each stands at one place: one that calls itself, or is called a million times, would have no end.
  reading.notes[kind].delete(id);
  reading.notices.add('note', reading.paragraph);
  // The author's own mark follows as letters.
  if (/^(1|true|on)$/.test(element.attributes['w:customMarkFollows'] ?? '')) {
    content.notes.push({ mark: '', content: note });
    return;
  }
  const mark = `${noteMarks[kind]}${++reading.noteCounts[kind]}`;
  content.notes.push({ mark, content: note });
  addText(`（${mark}）`, { font: '' }, place);
}
