import type { Expression } from 'estree';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import * as z from 'zod/mini';
import { ContentError } from '../../core/content-error.ts';
import {
  type ProvisionAttributes,
  ProvisionAttributesSchema,
  type SectionAttributes,
  SectionAttributesSchema,
} from '../../core/regulation/provision.ts';
import { literalValue } from './literal.ts';
import { parseContent, parseYaml } from './parse-content.ts';

/** A provision as one page states it, before roles and citations are looked up. */
export interface ProvisionDraft {
  attributes: ProvisionAttributes;
  /** Sections around it, outermost first. */
  sections: SectionAttributes[];
  /** Plain text; role names stand as `{{role:id}}` until they are known. */
  text: string;
  refs: { to: string; line: number }[];
  line: number;
}

export interface HandbookPage {
  title: string;
  description: string;
  sections: SectionAttributes[];
  provisions: ProvisionDraft[];
  /** Roles and references of the page that stand outside provisions, in introductions and editor's notes, too. */
  roles: { id: string; line: number }[];
  refs: { to: string; line: number }[];
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const FrontmatterSchema = z.strictObject({
  title: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
});
const RefSchema = z.strictObject({ to: z.string().check(z.minLength(1)) });
const RoleSchema = z.strictObject({ id: z.string().check(z.minLength(1)) });
const EditorNoteSchema = z.strictObject({
  certainty: z.enum(['確実', '推定', '要確認']),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.')),
});

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Reads one MDX page of a handbook: its sections and provisions with their attributes and plain text.
 * @throws ContentError for a misspelt attribute, a provision inside a provision, or MDX that does not parse.
 */
export function readHandbookPage(source: string, file: string): HandbookPage {
  const { frontmatter, body } = splitFrontmatter(source, file);
  const page: HandbookPage = { ...frontmatter, sections: [], provisions: [], roles: [], refs: [] };
  visit(parse(body, file), { page, file, sections: [], provision: undefined });
  return page;
}

function splitFrontmatter(source: string, file: string) {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!match) {
    throw new ContentError('no frontmatter.', {
      file,
      path: 'line 1',
      hint: 'Begin with ---, title, description, ---.',
    });
  }
  const frontmatter = parseContent(FrontmatterSchema, parseYaml(match[1] ?? '', file), file);
  // Line numbers of faults stay those of the file.
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length);
  return { frontmatter, body };
}

function parse(body: string, file: string): Root {
  try {
    return parser.parse(body);
  } catch (cause) {
    const line = (cause as { line?: number }).line ?? 0;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new ContentError(`not valid MDX: ${problem}`, {
      file,
      path: `line ${line}`,
      hint: 'Escape { } < in text; close every tag.',
    });
  }
}

interface Place {
  page: HandbookPage;
  file: string;
  sections: SectionAttributes[];
  provision: ProvisionDraft | undefined;
}

function visit(node: Nodes, place: Place): void {
  if (isElement(node)) visitElement(node, place);
  else if ('children' in node) for (const child of node.children) visit(child, place);
}

function visitElement(node: Element, place: Place): void {
  const { page, file } = place;
  const line = node.position?.start.line ?? 0;
  const at = `line ${line} <${node.name}>`;
  const attributes = readAttributes(node, file, at);
  switch (node.name) {
    case 'Section': {
      const section = parseContent(SectionAttributesSchema, attributes, file, at);
      page.sections.push(section);
      visitChildren(node, { ...place, sections: [...place.sections, section] });
      return;
    }
    case 'Provision': {
      if (place.provision) {
        throw new ContentError('a provision inside a provision.', {
          file,
          path: at,
          hint: 'Close the outer <Provision> first.',
        });
      }
      const provision: ProvisionDraft = {
        attributes: parseContent(ProvisionAttributesSchema, attributes, file, at),
        sections: place.sections,
        text: textOf(node)
          .replace(/\n{2,}/g, '\n')
          .trim(),
        refs: [],
        line,
      };
      page.provisions.push(provision);
      visitChildren(node, { ...place, provision });
      return;
    }
    case 'Ref': {
      const ref = { to: parseContent(RefSchema, attributes, file, at).to, line };
      page.refs.push(ref);
      place.provision?.refs.push(ref);
      visitChildren(node, place);
      return;
    }
    case 'Role':
      page.roles.push({ id: parseContent(RoleSchema, attributes, file, at).id, line });
      return;
    case 'EditorNote':
      parseContent(EditorNoteSchema, attributes, file, at);
      // A note speaks about the source; what it refers to is not what the provision refers to.
      visitChildren(node, { ...place, provision: undefined });
      return;
    default:
      throw new ContentError(`unknown component.`, {
        file,
        path: at,
        hint: 'Known: Section, Provision, Ref, Role, EditorNote.',
      });
  }
}

function visitChildren(node: Element, place: Place): void {
  for (const child of node.children) visit(child, place);
}

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function readAttributes(node: Element, file: string, path: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      throw new ContentError('spread attributes are not read.', { file, path, hint: 'Write each attribute out.' });
    }
    values[attribute.name] = attributeValue(attribute, file, path);
  }
  return values;
}

function attributeValue({ name, value }: MdxJsxAttribute, file: string, path: string): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  try {
    return literalValue(statement?.type === 'ExpressionStatement' ? (statement.expression as Expression) : null);
  } catch {
    // The only fault literalValue knows; its place matters more than its words.
    throw new ContentError('the value is not a literal.', {
      file,
      path: `${path}.${name}`,
      hint: "Write a text or a literal such as {['contractor']}.",
    });
  }
}

/** Text without markup: one line per paragraph, item or row; editor's notes left out. */
function textOf(node: Nodes): string {
  if (isElement(node)) {
    if (node.name === 'EditorNote') return '';
    if (node.name === 'Role') {
      const id = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value;
      return `{{role:${typeof id === 'string' ? id : ''}}}`;
    }
  }
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const inner = node.children.map(textOf);
  if (node.type === 'tableRow') return `${inner.join('\t')}\n`;
  const text = inner.join('');
  return node.type === 'paragraph' || node.type === 'listItem' || node.type === 'heading' ? `${text}\n` : text;
}
