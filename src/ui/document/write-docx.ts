import { strToU8, zipSync } from 'fflate';
import type { ComposedDocument, ComposedPart } from '../../core/document/compose.ts';

/** For every file the same: the same document gives the same bytes. */
const noTime = new Date(1980, 0, 1);

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Writes a document as a Word file: A4, title, headings, paragraphs that hang beside their numbers, tables. */
export function writeDocx(document: ComposedDocument): Uint8Array<ArrayBuffer> {
  const files = {
    '[Content_Types].xml':
      `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
      `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels':
      `<Relationships xmlns="${packageNames}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>` +
      `<Relationship Id="r2" Type="${packageNames}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml':
      `<cp:coreProperties xmlns:cp="${packageNames}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${escapeXml(document.title)}</dc:title><dc:language>ja-JP</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageNames}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': styles(),
    'word/document.xml': body(document),
  };
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(head + text)]);
  return new Uint8Array(zipSync(Object.fromEntries(packed), { mtime: noTime }));
}

function body({ title, notices, parts }: ComposedDocument): string {
  const blocks = [
    paragraph(title, 'Title'),
    ...notices.map((text) => paragraph(text, 'Notice')),
    ...parts.map(toBlock),
  ].join('');
  const page =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="851" w:gutter="0"/>';
  return `<w:document xmlns:w="${main}"><w:body>${blocks}<w:sectPr>${page}</w:sectPr></w:body></w:document>`;
}

function toBlock(part: ComposedPart): string {
  if (part.kind === 'heading') return paragraph(part.text, 'Heading1');
  if (part.kind === 'table')
    return `${paragraph(part.title, 'Heading1')}${table(part.columns, part.rows)}${paragraph('', '')}`;
  if (part.end)
    return part.text
      .split('\n')
      .map((line) => paragraph(line, '', '<w:jc w:val="right"/>'))
      .join('');
  const { mark, text, level } = part;
  const hang = 525;
  const left = level * hang + (mark === '' ? 0 : hang);
  const indent =
    mark === ''
      ? left === 0
        ? '<w:ind w:firstLine="210"/>'
        : `<w:ind w:left="${left}"/>`
      : `<w:ind w:left="${left}" w:hanging="${hang}"/>`;
  return paragraph(text, '', indent, mark);
}

/** @param mark a number that the text hangs beside */
function paragraph(text: string, style: string, more = '', mark = ''): string {
  const properties = (style === '' ? '' : `<w:pStyle w:val="${style}"/>`) + more;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  const runs =
    (mark === '' ? '' : `<w:t xml:space="preserve">${escapeXml(mark)}</w:t><w:tab/>`) + lines.join('<w:br/>');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' && mark === '' ? '' : `<w:r>${runs}</w:r>`}</w:p>`;
}

function table(columns: readonly string[], rows: readonly string[][]): string {
  const widths = columns.map((_, index) => (index === 0 ? 1000 : 8070 / (columns.length - 1)));
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const row = (cells: readonly string[], more = '') =>
    `<w:tr>${more}${cells.map((text, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${paragraph(text, '')}</w:tc>`).join('')}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${row(columns, '<w:trPr><w:tblHeader/></w:trPr>')}${rows.map((cells) => row(cells)).join('')}</w:tbl>`
  );
}

function styles(): string {
  const fonts = '<w:rFonts w:ascii="Century" w:hAnsi="Century" w:eastAsia="ＭＳ 明朝"/>';
  const style = (id: string, name: string, paragraphs: string, runs: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
  const frame = ['top', 'left', 'bottom', 'right']
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="4" w:color="000000"/>`)
    .join('');
  return (
    `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    style('Title', 'Title', '<w:spacing w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>') +
    style('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/>', '<w:b/>') +
    style('Notice', 'Notice', `<w:pBdr>${frame}</w:pBdr><w:spacing w:after="240"/>`, '<w:sz w:val="18"/>') +
    '</w:styles>'
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold at all (control characters) falls away. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
