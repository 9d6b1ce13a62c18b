/* The parts of a Word file that a test makes, besides its paragraphs; see docx.ts. */

/** One level of a list. */
export interface ListLevel {
  /** `第%1条`. */
  text: string;
  format?: string;
  start?: number;
  suffix?: 'tab' | 'space' | 'nothing';
  restart?: number;
  legal?: boolean;
  /** Paragraph style that stands at this level. */
  style?: string;
  font?: string;
}

/** A list of its own, one that counts on with another (`like`), or one whose levels stand in a numbering style (`link`). */
export type List =
  | ListLevel[]
  | { like: number; starts?: Record<number, number>; levels?: Record<number, ListLevel> }
  | { link: string }
  | { levels: ListLevel[]; styleLink: string };

export interface DocxStyle {
  id: string;
  /** The id where it is left out. */
  name?: string;
  type?: 'paragraph' | 'character' | 'numbering';
  basedOn?: string;
  usual?: boolean;
  num?: [list: number, level?: number];
  outline?: number;
  colour?: string;
  hidden?: boolean;
  pPr?: string;
}

export interface DocxOptions {
  lists?: Record<number, List>;
  styles?: DocxStyle[];
  /** Paragraphs of each note. */
  footnotes?: string[];
  endnotes?: string[];
  comments?: string[];
  header?: string;
  footer?: string;
  /** Name of a theme's colour, e.g. `accent1` → RRGGBB. */
  theme?: Record<string, string>;
  macro?: boolean;
  /** ISO/IEC 29500 Strict instead of transitional. */
  strict?: boolean;
  /** Path of the main part, `word/document.xml` where it is left out. */
  main?: string;
  /** What stands at the end of the body, e.g. the last section's properties. */
  end?: string;
}

/** The parts of a Word file that holds these blocks, for what spoils one of them. */
export function docxParts(blocks: string[], options: DocxOptions = {}): Record<string, string> {
  const { main = 'word/document.xml', strict = false, end = '<w:sectPr/>' } = options;
  const related = Object.entries(relatedParts(options));
  const folder = main.replace(/[^/]+$/, '');
  const kind = options.macro ? 'application/vnd.ms-word.document.macroEnabled.main+xml' : `${word}.document.main+xml`;
  const overrides = [[main, kind], ...related.map(([name]) => [folder + name, typeOf(name)])];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides
      .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', main]]),
    [main]: `${head}<w:document ${names}><w:body>${blocks.join('')}${end}</w:body></w:document>`,
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: relationships(
      related.map(([name]) => [name.replace(/\..*$/, ''), name]),
    ),
  };
  for (const [name, xml] of related) parts[folder + name] = xml;
  return strict ? Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, toStrict(xml)])) : parts;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const main2006 = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

const names = Object.entries({
  w: main2006,
  r: `${office}/relationships`,
  m: `${office}/math`,
  a: `${drawing}/main`,
  wp: `${drawing}/wordprocessingDrawing`,
  pic: `${drawing}/picture`,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

function typeOf(name: string): string {
  if (name === 'vbaProject.bin') return 'application/vnd.ms-office.vbaProject';
  const base = name.replace('.xml', '');
  return base === 'theme' ? 'application/vnd.openxmlformats-officedocument.theme+xml' : `${word}.${base}+xml`;
}

function relationships(related: string[][]): string {
  const all = related.map(([type, target], index) => {
    const uri =
      type === 'vbaProject' ? 'http://schemas.microsoft.com/office/2006/relationships' : `${office}/relationships`;
    return `<Relationship Id="rId${index + 1}" Type="${uri}/${type}" Target="${target}"/>`;
  });
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** Name in the folder of the document → what stands there. */
function relatedParts(options: DocxOptions): Record<string, string> {
  const { lists, styles, theme, comments, header, footer, macro } = options;
  const part = (root: string, content: string) => `${head}<w:${root} ${names}>${content}</w:${root}>`;
  const paragraph = (text: string) =>
    text.startsWith('<w:p>') ? text : `<w:p><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:p>`;
  const notes = (kind: string, texts: string[] = []) =>
    part(
      `${kind}s`,
      `<w:${kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>${texts
        .map((text, index) => `<w:${kind} w:id="${index + 1}">${paragraph(text)}</w:${kind}>`)
        .join('')}`,
    );
  return {
    ...(lists && { 'numbering.xml': part('numbering', numberingOf(lists)) }),
    ...(styles && { 'styles.xml': part('styles', styles.map(styleOf).join('')) }),
    ...(options.footnotes && { 'footnotes.xml': notes('footnote', options.footnotes) }),
    ...(options.endnotes && { 'endnotes.xml': notes('endnote', options.endnotes) }),
    ...(comments && {
      'comments.xml': part(
        'comments',
        comments.map((text, id) => `<w:comment w:id="${id}" w:author="a">${paragraph(text)}</w:comment>`).join(''),
      ),
    }),
    ...(header && { 'header.xml': part('hdr', paragraph(header)) }),
    ...(footer && { 'footer.xml': part('ftr', paragraph(footer)) }),
    ...(theme && { 'theme.xml': themeOf(theme) }),
    ...(macro && { 'vbaProject.bin': 'macro' }),
  };
}

function themeOf(colours: Record<string, string>): string {
  const entries = Object.entries(colours).map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`);
  return `${head}<a:theme xmlns:a="${drawing}/main" name="t"><a:themeElements><a:clrScheme name="t">${entries.join('')}</a:clrScheme></a:themeElements></a:theme>`;
}

function numberingOf(lists: Record<number, List>): string {
  const abstracts: string[] = [];
  const nums: string[] = [];
  for (const [id, list] of Object.entries(lists)) {
    const levels = Array.isArray(list) ? list : 'styleLink' in list ? list.levels : [];
    const links =
      'styleLink' in list
        ? `<w:styleLink w:val="${list.styleLink}"/>`
        : 'link' in list
          ? `<w:numStyleLink w:val="${list.link}"/>`
          : '';
    const like = 'like' in list ? list.like : id;
    if (!('like' in list)) {
      abstracts.push(
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${links}${levels.map(levelOf).join('')}</w:abstractNum>`,
      );
    }
    nums.push(`<w:num w:numId="${id}"><w:abstractNumId w:val="${like}"/>${overridesOf(list)}</w:num>`);
  }
  return abstracts.join('') + nums.join('');
}

function overridesOf(list: List): string {
  if (!('like' in list)) return '';
  const starts = Object.entries(list.starts ?? {}).map(
    ([level, start]) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
  );
  const levels = Object.entries(list.levels ?? {}).map(
    ([level, it]) => `<w:lvlOverride w:ilvl="${level}">${levelOf(it, Number(level))}</w:lvlOverride>`,
  );
  return [...starts, ...levels].join('');
}

function levelOf(level: ListLevel, index: number): string {
  const { text, format = 'decimal', start = 1, suffix, restart, legal, style, font } = level;
  const parts = [
    `<w:start w:val="${start}"/><w:numFmt w:val="${format}"/>`,
    restart !== undefined && `<w:lvlRestart w:val="${restart}"/>`,
    style && `<w:pStyle w:val="${style}"/>`,
    legal && '<w:isLgl/>',
    suffix && `<w:suff w:val="${suffix}"/>`,
    `<w:lvlText w:val="${escapeXml(text)}"/>`,
    font && `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`,
  ];
  return wrap('w:lvl', parts, ` w:ilvl="${index}"`);
}

function styleOf(style: DocxStyle): string {
  const { id, name = id, type = 'paragraph', basedOn, usual, num, outline, colour, hidden, pPr = '' } = style;
  const paragraph = [
    num &&
      `<w:numPr>${num[1] === undefined ? '' : `<w:ilvl w:val="${num[1]}"/>`}<w:numId w:val="${num[0]}"/></w:numPr>`,
    outline !== undefined && `<w:outlineLvl w:val="${outline}"/>`,
    pPr,
  ];
  const run = [hidden && '<w:vanish/>', colour && `<w:color w:val="${colour}"/>`];
  const parts = [
    `<w:name w:val="${name}"/>`,
    basedOn && `<w:basedOn w:val="${basedOn}"/>`,
    wrap('w:pPr', paragraph),
    wrap('w:rPr', run),
  ];
  return wrap('w:style', parts, ` w:type="${type}"${usual ? ' w:default="1"' : ''} w:styleId="${id}"`);
}

/** An element around what there is; nothing around nothing. */
export function wrap(name: string, parts: (string | false | undefined)[], attributes = ''): string {
  const content = parts.filter((part) => typeof part === 'string').join('');
  return content === '' ? '' : `<${name}${attributes}>${content}</${name}>`;
}

/** Letters as XML has them. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const strictNames: [string, string][] = [
  [main2006, 'http://purl.oclc.org/ooxml/wordprocessingml/main'],
  [`${office}/relationships`, 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  [`${office}/math`, 'http://purl.oclc.org/ooxml/officeDocument/math'],
  [`${drawing}/`, 'http://purl.oclc.org/ooxml/drawingml/'],
];

function toStrict(xml: string): string {
  return strictNames.reduce((all, [from, to]) => all.replaceAll(from, to), xml);
}
