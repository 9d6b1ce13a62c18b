import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import * as z from 'zod/mini';
import { ContentError } from '../core/content-error.ts';
import {
  type ProvisionAttributes,
  ProvisionAttributesSchema,
  type SectionAttributes,
  SectionAttributesSchema,
} from '../core/regulation/provision.ts';
import { type Condition, toPieces } from '../core/tailoring/wording.ts';
import type { HandbookPage, ProvisionDraft, Use } from './handbook-page.ts';
import { parseContent, parseYaml } from './parse-content.ts';
import {
  attributeOf,
  type Element,
  isElement,
  optionsOf,
  textBesideOptions,
  toMarkedPiecesOf,
  toPiecesOf,
} from './pieces.ts';
import { readAttributes } from './read-attributes.ts';

const FrontmatterSchema = z.strictObject({
  title: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
});
const RefSchema = z.strictObject({ to: z.string().check(z.minLength(1)) });
const IdSchema = z.strictObject({ id: z.string().check(z.minLength(1)) });
const WhenSchema = z.strictObject({ choice: z.string().check(z.minLength(1)), is: z.string().check(z.minLength(1)) });
const EditorNoteSchema = z.strictObject({
  certainty: z.enum(['確実', '推定', '要確認']),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.')),
  /** The note records a defect that the inspection of the regulations reports. */
  about: z.optional(z.enum(['reference', 'undefined'])),
});

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Reads one MDX page of a handbook: its sections and provisions with their attributes and plain text.
 * @throws ContentError for a misspelt attribute, a provision inside a provision, or MDX that does not parse.
 */
export function readHandbookPage(source: string, file: string): HandbookPage {
  const { frontmatter, body } = splitFrontmatter(source, file);
  const tree = parse(body, file);
  const introduction = tree.children
    .filter((node) => !(isElement(node) && ['Section', 'Provision', 'When'].includes(node.name ?? '')))
    .flatMap(toPiecesOf);
  const page: HandbookPage = {
    ...frontmatter,
    sections: [],
    provisions: [],
    introduction,
    uses: [],
    refs: [],
    notes: [],
    notedOn: [],
  };
  visit(tree, { page, file, sections: [], conditions: [], provision: undefined });
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
  conditions: Condition[];
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
      page.sections.push({ attributes: section, notes: [], conditions: place.conditions, line });
      usePlaceholders([section.number, section.caption], place, line, '<Section>');
      visitChildren(node, { ...place, sections: [...place.sections, section] });
      return;
    }
    case 'Provision':
      visitProvision(node, parseContent(ProvisionAttributesSchema, attributes, file, at), place, line);
      return;
    case 'Ref': {
      const ref = { to: parseContent(RefSchema, attributes, file, at).to, line, conditions: place.conditions };
      page.refs.push(ref);
      place.provision?.refs.push(ref);
      visitChildren(node, place);
      return;
    }
    case 'Role':
    case 'Blank': {
      const { id } = parseContent(IdSchema, attributes, file, at);
      const kind = node.name === 'Role' ? 'role' : 'blank';
      page.uses.push({ kind, id, options: [], isComplete: false, line, at: `<${node.name} id>` });
      return;
    }
    case 'Choice':
      visitChoice(node, parseContent(IdSchema, attributes, file, at).id, place, line);
      return;
    case 'When': {
      const condition = parseContent(WhenSchema, attributes, file, at);
      page.uses.push(useOfChoice(condition.choice, [condition.is], line, '<When>'));
      visitChildren(node, { ...place, conditions: [...place.conditions, condition] });
      return;
    }
    case 'EditorNote': {
      const { about, certainty, date } = parseContent(EditorNoteSchema, attributes, file, at);
      page.notedOn.push(date);
      const heading = page.sections.find((section) => section.attributes === place.sections.at(-1));
      const { notes } = place.provision ?? heading ?? page;
      if (about) notes.push({ about, certainty, text: node.children.flatMap(toPiecesOf) });
      // A note speaks about the source; what it refers to is not what the provision refers to.
      visitChildren(node, { ...place, provision: undefined });
      return;
    }
    default:
      throw new ContentError(`unknown component.`, {
        file,
        path: at,
        hint: 'Known: Section, Provision, Ref, Role, Blank, Choice, Option, When, EditorNote.',
      });
  }
}

function visitProvision(node: Element, attributes: ProvisionAttributes, place: Place, line: number): void {
  const { page, file, sections, conditions } = place;
  if (place.provision) {
    throw new ContentError('a provision inside a provision.', {
      file,
      path: `line ${line} <Provision>`,
      hint: 'Close the outer <Provision> first.',
    });
  }
  const provision: ProvisionDraft = {
    attributes,
    sections,
    text: toPiecesOf(node),
    marked: toMarkedPiecesOf(node),
    refs: [],
    notes: [],
    conditions,
    line,
  };
  page.provisions.push(provision);
  const { number, caption, when } = attributes;
  usePlaceholders([number, caption, when?.text, when?.trigger], place, line, '<Provision>');
  visitChildren(node, { ...place, provision });
}

function visitChoice(node: Element, choice: string, place: Place, line: number): void {
  const options = optionsOf(node);
  const ids = options.map((option) => attributeOf(option, 'id'));
  if (/\S/.test(textBesideOptions(node))) {
    throw new ContentError('text of a choice outside its options.', {
      file: place.file,
      path: `line ${line} <Choice id="${choice}">`,
      hint: 'Put every word into an <Option id="…">.',
    });
  }
  place.page.uses.push({ ...useOfChoice(choice, ids, line, '<Choice id>'), isComplete: ids.length > 0 });
  for (const [index, option] of options.entries()) {
    const is = ids[index] ?? '';
    visitChildren(option, { ...place, conditions: [...place.conditions, { choice, is }] });
  }
}

function useOfChoice(id: string, options: string[], line: number, at: string): Use {
  return { kind: 'choice', id, options, isComplete: false, line, at };
}

/** What the attributes of a component name in `{{…}}`. */
function usePlaceholders(texts: (string | undefined)[], { page }: Place, line: number, at: string): void {
  for (const piece of texts.flatMap((text) => toPieces(text ?? ''))) {
    if (typeof piece === 'string') continue;
    if ('choice' in piece) page.uses.push(useOfChoice(piece.choice, [], line, at));
    else {
      const [kind, id] = 'role' in piece ? (['role', piece.role] as const) : (['blank', piece.blank] as const);
      page.uses.push({ kind, id, options: [], isComplete: false, line, at });
    }
  }
}

function visitChildren(node: Element, place: Place): void {
  for (const child of node.children) visit(child, place);
}
