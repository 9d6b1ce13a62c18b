import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import type { Theme } from './colours.ts';
import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
} from './properties.ts';
import { valOf } from './values.ts';

/** A style with all that it inherits. */
export interface Style {
  /** Its own id and those it is based on, nearest first. */
  chain: string[];
  /** Its English built-in name or its own, in small letters: `heading 1`, `toc 2`, `hyperlink`. */
  name: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

/** The styles of a document. */
export interface Styles {
  /** A style by its id; without one, or with one that is not there, the document's usual paragraph. */
  ofParagraph: (id: string | undefined) => Style;
  /** A style of letters; `undefined` where there is none of that id. */
  ofRun: (id: string | undefined) => Style | undefined;
  /** Id of the list that a numbering style points to. */
  listOf: (id: string) => string | undefined;
  /** What holds where no style says otherwise. */
  usual: RunProperties;
}

/** Word itself ends at eleven. */
const longestChain = 50;

/** Reads styles.xml; a document without one has but the usual paragraph. */
export function readStyles(root: XmlElement | undefined, theme: Theme): Styles {
  const elements = new Map<string, XmlElement>();
  let usualId = '';
  for (const element of root ? elementsOf(root) : []) {
    if (element.name !== 'w:style') continue;
    const { 'w:styleId': id = '', 'w:type': type } = element.attributes;
    elements.set(id, element);
    const isUsual = /^(1|true|on)$/.test(element.attributes['w:default'] ?? '');
    if (isUsual && type === 'paragraph') usualId = id;
  }
  const known = new Map<string, Style>();
  const resolve = (id: string, seen: string[]): Style | undefined => {
    const element = elements.get(id);
    // A style based on itself is based on nothing.
    if (!element || seen.includes(id) || seen.length > longestChain) return undefined;
    const done = known.get(id);
    if (done) return done;
    const base = resolve(valOf(findElement(element, 'w:basedOn')) ?? '', [...seen, id]);
    const style = readStyle(id, element, base, theme);
    known.set(id, style);
    return style;
  };
  const defaults = findElement(findElement(root, 'w:docDefaults'), 'w:rPrDefault');
  const nothing: Style = { chain: [], name: '', paragraph: {}, run: {} };
  return {
    ofParagraph: (id) => resolve(id ?? usualId, []) ?? resolve(usualId, []) ?? nothing,
    ofRun: (id) => (id === undefined ? undefined : resolve(id, [])),
    listOf: (id) => resolve(id, [])?.paragraph.list,
    usual: readRunProperties(findElement(defaults, 'w:rPr'), theme),
  };
}

function readStyle(id: string, element: XmlElement, base: Style | undefined, theme: Theme): Style {
  const name = (valOf(findElement(element, 'w:name')) ?? '').toLowerCase();
  const own = readParagraphProperties(findElement(element, 'w:pPr'));
  const heading = /^heading ([1-9])$/.exec(name)?.[1];
  return {
    chain: [id, ...(base?.chain ?? [])],
    name,
    // A heading is one by its name, too: some writers leave its outline level out.
    paragraph: { ...base?.paragraph, ...(heading && { outline: Number(heading) - 1 }), ...own },
    run: { ...base?.run, ...readRunProperties(findElement(element, 'w:rPr'), theme) },
  };
}

/** Links are blue for being links, placeholders grey; that is no mark of the author's. */
export function isLink(style: Style | undefined): boolean {
  return style !== undefined && /^(followed ?)?(internet )?hyperlink|^インターネットリンク/.test(style.name);
}

/** Titles and headings are coloured for their looks. */
export function isTitle({ name, paragraph }: Style): boolean {
  return (paragraph.outline ?? 9) < 9 || /^(title|subtitle|toc heading|表題|副題)$/.test(name);
}

/** A line of the table of contents, or the heading over it. */
export function isContents({ name }: Style): boolean {
  return /^(toc \d|toc heading|table of figures|contents \d|contents heading)$/.test(name);
}
