import { strToU8, zipSync } from 'fflate';
import { type DocxOptions, docxParts, escapeXml, wrap } from './docx-parts.ts';

export type { DocxOptions, DocxStyle, List, ListLevel } from './docx-parts.ts';
export { docxParts } from './docx-parts.ts';

/*
 * Makes real Word files in a test. A document is a list of blocks (`p`, `table`), a paragraph a list of runs (`r`, `tab`,
 * `field` …); each is a piece of WordprocessingML, so that a test may write by hand what stands for itself:
 *
 *   docx([p('目的', { num: [1, 0] }), p(['機密性', r('２', { colour: 'FF0000' })])], { lists: { 1: [{ text: '第%1条' }] } })
 */

export interface ParagraphOptions {
  style?: string;
  num?: [list: number, level?: number];
  outline?: number;
  /** In twentieths of a point. */
  indent?: number;
  pageBefore?: boolean;
  /** More of `w:pPr`. */
  pPr?: string;
  /** Formatting of the paragraph's mark: `<w:del/>`, `<w:vanish/>`. */
  mark?: string;
}

/** A paragraph; strings that are no XML become runs. */
export function p(content: string | string[] = [], options: ParagraphOptions = {}): string {
  const { style, num, outline, indent, pageBefore, pPr = '', mark } = options;
  const properties = [
    style && `<w:pStyle w:val="${style}"/>`,
    pageBefore && '<w:pageBreakBefore/>',
    num && numPr(num),
    indent !== undefined && `<w:ind w:left="${indent}"/>`,
    outline !== undefined && `<w:outlineLvl w:val="${outline}"/>`,
    mark && `<w:rPr>${mark}</w:rPr>`,
    pPr,
  ];
  return `<w:p>${wrap('w:pPr', properties)}${runs(content)}</w:p>`;
}

export interface RunOptions {
  colour?: string;
  style?: string;
  hidden?: boolean;
  font?: string;
  /** More of `w:rPr`. */
  rPr?: string;
}

/** A run of letters; `content` may be XML: `r(sym('Wingdings', 'F0FC'))`. */
export function r(content: string, { colour, style, hidden, font, rPr = '' }: RunOptions = {}): string {
  const properties = [
    style && `<w:rStyle w:val="${style}"/>`,
    font && `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`,
    hidden && '<w:vanish/>',
    colour && `<w:color w:val="${colour}"/>`,
    rPr,
  ];
  return `<w:r>${wrap('w:rPr', properties)}${isXml(content) ? content : t(content)}</w:r>`;
}

/** Letters as they stand in a run. */
export function t(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

export const tab = '<w:r><w:tab/></w:r>';
export const lineBreak = '<w:r><w:br/></w:r>';
export const pageBreak = '<w:r><w:br w:type="page"/></w:r>';

export function sym(font: string, code: string): string {
  return `<w:sym w:font="${font}" w:char="${code}"/>`;
}

const author = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"';

/** Runs somebody put in, with changes tracked. */
export function inserted(content: string | string[]): string {
  return `<w:ins ${author}>${runs(content)}</w:ins>`;
}

/** Letters somebody took out, with changes tracked. */
export function deleted(text: string): string {
  return `<w:del ${author}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;
}

/** The mark of a paragraph taken out, with changes tracked: for `mark`. */
export const deletedMark = `<w:del ${author}/>`;

export function ruby(base: string, reading: string): string {
  return `<w:r><w:ruby><w:rubyPr/><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
}

/** A field with its result, or without one. */
export function field(instruction: string, result?: string | string[]): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instr = `<w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>`;
  return `${mark('begin')}${instr}${result === undefined ? '' : mark('separate') + runs(result)}${mark('end')}`;
}

export function link(content: string | string[]): string {
  return `<w:hyperlink w:anchor="a">${runs(content)}</w:hyperlink>`;
}

export function footnote(id: number): string {
  return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
}

export function endnote(id: number): string {
  return `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
}

/** A text box as Word writes it: a shape for itself, and the same in VML for what does not know it. */
export function textBox(blocks: string[]): string {
  const content = `<w:txbxContent>${blocks.join('')}</w:txbxContent>`;
  const size = '<wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="Box"/>';
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>${content}</wps:txbx><wps:bodyPr/></wps:wsp>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic>`;
  const old = `<w:pict><v:shape style="width:100pt;height:50pt"><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>${size}${graphic}</wp:inline></w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A picture with what its author wrote about it. */
export function picture(description = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="2" name="Picture" descr="${escapeXml(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A content control around blocks, runs, rows or cells; `properties` is of `w:sdtPr`. */
export function control(content: string, properties = ''): string {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export interface CellOptions {
  columns?: number;
  merge?: 'restart' | 'continue';
  tcPr?: string;
}

/** A cell: blocks, or letters. */
export function cell(content: string | string[] = [], { columns, merge, tcPr = '' }: CellOptions = {}): string {
  const properties = [
    columns !== undefined && `<w:gridSpan w:val="${columns}"/>`,
    merge && `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`,
    tcPr,
  ];
  const blocks = [content].flat();
  const all = blocks.length === 0 ? p() : blocks.map((block) => (isXml(block) ? block : p(block))).join('');
  return `<w:tc>${wrap('w:tcPr', properties)}${all}${all.endsWith('</w:tbl>') ? p() : ''}</w:tc>`;
}

/** A table of rows of cells; letters become cells. `rowPr` is of `w:trPr`, by the row's number. */
export function table(rows: (string | string[])[], rowPr: Record<number, string> = {}): string {
  const body = rows.map((row, index) => {
    if (typeof row === 'string') return row;
    const cells = row.map((it) => (isXml(it) ? it : cell(it))).join('');
    return `<w:tr>${wrap('w:trPr', [rowPr[index]])}${cells}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${body.join('')}</w:tbl>`;
}

/** The bytes of a Word file that holds these blocks. */
export function docx(blocks: string[], options: DocxOptions = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(docxParts(blocks, options)).map(([name, xml]) => [name, strToU8(xml)])),
    {
      mtime: new Date(2026, 0, 1),
    },
  );
}

/** `w:numPr` of a paragraph: the list, and the level where it is said. */
export function numPr([list, level]: [list: number, level?: number]): string {
  return `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${list}"/></w:numPr>`;
}

function runs(content: string | string[]): string {
  return [content]
    .flat()
    .map((it) => (isXml(it) ? it : r(it)))
    .join('');
}

/** Letters that look like an element of ours are none a regulation holds. */
function isXml(text: string): boolean {
  return /^<(w|mc|m|o|v):/.test(text);
}
