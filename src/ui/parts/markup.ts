import { toVisibleText } from './visible-text.ts';

/** A text, or an element with what is in it: plain data, which a browser and a build make the same of. */
export type Markup = string | MarkupElement;

/** An element of HTML. */
export interface MarkupElement {
  /** Within `svg`, and `svg` itself, those of SVG. */
  tag: keyof HTMLElementTagNameMap | keyof SVGElementTagNameMap;
  attributes: Readonly<Record<string, string>>;
  children: readonly Markup[];
}

/** An element with these attributes and what is in it. */
export function markup(
  tag: MarkupElement['tag'],
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Markup[]
): MarkupElement {
  return { tag, attributes, children };
}

/** For the page at hand. Every text goes in as text, with hidden characters written out. */
export function toDom(piece: MarkupElement): HTMLElement {
  const element = document.createElement(piece.tag);
  fill(element, piece);
  return element;
}

function fill(element: Element, { attributes, children }: MarkupElement): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, toVisibleText(value));
  element.append(
    ...children.map((child) => {
      if (typeof child === 'string') return toVisibleText(child);
      const space = child.tag === 'svg' ? 'http://www.w3.org/2000/svg' : element.namespaceURI;
      const inner = document.createElementNS(space, child.tag);
      fill(inner, child);
      return inner;
    }),
  );
}

/** The same as HTML, for a page at build time. */
export function toHtml(piece: Markup): string {
  if (typeof piece === 'string') return toEscaped(toVisibleText(piece));
  const { tag, attributes, children } = piece;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${toEscaped(toVisibleText(value))}"`);
  const open = `<${tag}${written.join('')}>`;
  return empty.has(tag) ? open : `${open}${children.map(toHtml).join('')}</${tag}>`;
}

/** Elements that hold nothing and have no end tag. */
const empty: ReadonlySet<string> = new Set(['col', 'hr', 'br']);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toEscaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
