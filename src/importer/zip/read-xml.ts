import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportError } from '../model/block.ts';
import { namespaces } from './namespaces.ts';

/** An element of an office file, its name under the short names of `namespaces.ts`, e.g. `w:p`. */
export interface XmlElement {
  name: string;
  /** Those of a namespace carry its short name (`w:val`), others none; of a namespace we do not know they are left out. */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** What an XML part may ask of the machine that reads it. */
export interface XmlLimits {
  /** Elements within elements. Word's own documents stay below a hundred, ten tables in one another included. */
  depth: number;
  /** Elements in all. */
  elements: number;
}

const usual: XmlLimits = { depth: 500, elements: 4_000_000 };

/**
 * Reads an XML part as a tree. Of alternatives (`mc:AlternateContent`) only the one is there that Word would show. Throws an
 * ImportError where it is no sound XML, has a document type (entities could be declared there), or is beyond its limits.
 */
export function readXml(bytes: Uint8Array, limits: Partial<XmlLimits> = {}): XmlElement {
  const bounds = { ...usual, ...limits };
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  /** Choices whose namespaces are all known to us. */
  const understood = new Set<XmlElement>();
  const names: Names = new Map();
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw damaged(cause);
  });
  parser.on('doctype', () => {
    throw new ImportError(
      'ファイルの中に文書型宣言（DOCTYPE）があるため、開きません。元のソフトで開いて、名前を付けて保存し直してください。',
    );
  });
  parser.on('opentag', (tag) => {
    if (open.length > bounds.depth || ++count > bounds.elements) throw tooDeep();
    const element = {
      name: nameOf(names, tag.uri, tag.local),
      attributes: attributesOf(names, tag),
      children: [],
    };
    if (element.name === 'mc:Choice') {
      const needs = element.attributes['Requires']?.split(/\s+/) ?? [];
      // Prefixes are known while the file is read only.
      if (needs.every((prefix) => namespaces.has(parser.resolve(prefix) ?? ''))) understood.add(element);
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.name === 'mc:AlternateContent') open.at(-1)?.children.splice(-1, 1, ...chosenOf(element, understood));
  });
  const onText = (text: string) => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    parser.write(decode(bytes)).close();
  } catch (cause) {
    throw cause instanceof ImportError ? cause : damaged(cause);
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (!first) throw damaged();
  return first;
}

/** The elements directly in one. */
export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first element of a name directly in one. */
export function findElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All letters in an element and below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Namespace → its names with ours before them: each is put together once, not once an element. */
type Names = Map<string, Map<string, string>>;

function nameOf(names: Names, uri: string, local: string): string {
  if (uri === '') return local;
  const known = names.get(uri) ?? new Map<string, string>();
  if (known.size === 0) names.set(uri, known);
  const name = known.get(local) ?? `${namespaces.get(uri) ?? '?'}:${local}`;
  // An attacker may make up names; a format does not.
  if (known.size < 10_000) known.set(local, name);
  return name;
}

function attributesOf(names: Names, tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (!attribute) continue;
    const { uri, local, value } = attribute;
    if (uri === '' || namespaces.has(uri)) attributes[nameOf(names, uri, local)] = value;
  }
  return attributes;
}

/** The first choice we understand, else the fallback; without one the first choice, so that no letter is lost. */
function chosenOf(alternatives: XmlElement, understood: Set<XmlElement>): XmlElement['children'] {
  const choices = elementsOf(alternatives);
  const chosen =
    choices.find((choice) => choice.name === 'mc:Choice' && understood.has(choice)) ??
    choices.find(({ name }) => name === 'mc:Fallback') ??
    choices[0];
  return chosen?.children ?? [];
}

/** UTF-8, or UTF-16 by its mark: the two that office files may be in (ECMA-376, Part 2). */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): ImportError {
  return new ImportError(
    'ファイルの中身（XML）が壊れています。もう一度受け取るか、元のソフトで開いて保存し直したものを選んでください。',
    { cause },
  );
}

function tooDeep(): ImportError {
  return new ImportError(
    'ファイルの中の入れ子が深すぎるか部品が多すぎるため、開きません。元のソフトで開いて、必要な部分だけを新しい文書に貼り付けて保存してください。',
  );
}
