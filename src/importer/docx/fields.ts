import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import { toRealSymbols } from './symbols.ts';
import { isOn, numberOf } from './values.ts';

/** A field that has begun and not ended; its instruction says what makes its result. */
interface OpenField {
  instruction: string;
  hasResult: boolean;
  /** What a field of an old form holds instead of a result. */
  form?: XmlElement;
}

/** What a field without a result stands for. */
export interface FieldLetters {
  text: string;
  /** Something to tell: letters drawn into one another, or a number only Word can count. */
  notice?: 'enclosed-letter' | 'number-field';
}

/** Letters of an instruction that are looked at. */
const longestInstruction = 1000;

/** The fields open at a place of the text; they may go over many paragraphs, as a table of contents does. */
export class Fields {
  #open: OpenField[] = [];
  /** Marks of fields that have both beginning and end: one without the other would swallow all that follows. */
  #sound: ReadonlySet<XmlElement>;

  constructor(story: XmlElement) {
    this.#sound = soundMarks(story);
  }

  /** Whether letters here are shown: not in an instruction, nor in a table of contents. */
  get shown(): boolean {
    return this.#open.every(({ hasResult, instruction }) => hasResult && !isContents(instruction));
  }

  /** Whether letters here belong to a table of contents. */
  get inContents(): boolean {
    return this.#open.some(({ instruction, hasResult }) => hasResult && isContents(instruction));
  }

  /** Whether letters here are a link. */
  get inLink(): boolean {
    return this.#open.some(({ instruction }) => /^\s*HYPERLINK\b/i.test(instruction));
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.hasResult && field.instruction.length < longestInstruction)
      field.instruction += text.slice(0, longestInstruction);
  }

  /** Reads a `w:fldChar`; answers with letters where a field ends without a result. */
  mark(element: XmlElement): FieldLetters | undefined {
    if (!this.#sound.has(element)) return undefined;
    const type = element.attributes['w:fldCharType'];
    const last = this.#open.at(-1);
    if (type === 'begin') {
      const form = findElement(element, 'w:ffData');
      this.#open.push({ instruction: '', hasResult: false, ...(form && { form }) });
    } else if (type === 'separate' && last) last.hasResult = true;
    else if (type === 'end' && last) {
      this.#open.pop();
      return lettersOf(last);
    }
    return undefined;
  }
}

function isContents(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction);
}

/** Boxes of old forms, pictures by code, letters within letters, and numbers that only Word counts. */
function lettersOf({ instruction, form, hasResult }: OpenField): FieldLetters | undefined {
  const box = findElement(form, 'w:checkBox');
  if (box) {
    const checked = isOn(findElement(box, 'w:checked')) ?? isOn(findElement(box, 'w:default')) ?? false;
    return { text: checked ? '☑' : '☐' };
  }
  const choices = findElement(form, 'w:ddList');
  if (choices && !hasResult) {
    const entries = elementsOf(choices).filter(({ name }) => name === 'w:listEntry');
    return { text: entries[numberOf(findElement(choices, 'w:result')) ?? 0]?.attributes['w:val'] ?? '' };
  }
  if (hasResult) return undefined;
  if (/^\s*(LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)\b/i.test(instruction)) return { text: '', notice: 'number-field' };
  // SYMBOL 168 \f "Wingdings"
  const symbol = /^\s*SYMBOL\s+(\d+|0x[0-9a-f]+)(?:.*\\f\s*"?([^"\\]+?)"?\s*(?:\\|$))?/i.exec(instruction);
  if (symbol) return { text: toRealSymbols(String.fromCharCode(Number(symbol[1]) & 0xffff), symbol[2]) };
  return lettersOfEquation(instruction);
}

/**
 * `EQ \o\ac(○,印)` draws letters over one another (囲い文字), `EQ \* jc2 \o\ad(\s\up 9(ふりがな),親文字)` is ruby of Word 97:
 * the last one is the letter, the ring round a figure a figure in a ring.
 */
function lettersOfEquation(instruction: string): FieldLetters | undefined {
  if (!/^\s*EQ\b/i.test(instruction)) return undefined;
  const over = /\\o\s*(?:\\a[lcrd]\s*)?\((.*)[,;](.*)\)\s*$/i.exec(instruction);
  if (!over) return { text: '', notice: 'enclosed-letter' };
  const [, under = '', letter = ''] = over;
  const ringed = /^[○◯〇]$/.test(under.trim()) && /^([1-9]|1\d|20)$/.test(letter.trim());
  if (ringed) return { text: String.fromCharCode(0x245f + Number(letter)) };
  return { text: letter.replace(/\\s\\(?:up|do)\s*\d*\s*\((.*)\)/i, '$1'), notice: 'enclosed-letter' };
}

/** The marks of fields that begin and end in one story: text boxes are stories of their own, what is deleted is none. */
function soundMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const sound = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const walk = (element: XmlElement) => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:txbxContent' || child.name === 'w:del' || child.name === 'w:moveFrom') continue;
      if (child.name !== 'w:fldChar') {
        walk(child);
        continue;
      }
      const type = child.attributes['w:fldCharType'];
      if (type === 'begin') open.push([child]);
      else open.at(-1)?.push(child);
      if (type === 'end') for (const mark of open.pop() ?? []) sound.add(mark);
    }
  };
  walk(story);
  return sound;
}

/** The instruction of a `w:fldSimple` is of a table of contents. */
export function isContentsField(element: XmlElement): boolean {
  return isContents(element.attributes['w:instr'] ?? '');
}
