import type { Nodes, Root } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx';
import * as z from 'zod/mini';
import type { ProvisionAttributes, SectionAttributes } from '../core/regulation/provision.ts';
import { type Condition, toPieces } from '../core/tailoring/wording.ts';
import { checkBraces, namedBy } from './check-uses.ts';
import { keepDocuments } from './documents-in-tree.ts';
import { explainMdx } from './explain-mdx.ts';
import { Faults, type Place } from './faults.ts';
import type { HandbookPage, ProvisionDraft } from './handbook-page.ts';
import { InForce } from './in-force/in-force.ts';
import { parseContent, wholeFile } from './parse-content.ts';
import { parseMdx } from './parse-mdx.ts';
import { parseYaml } from './parse-yaml.ts';
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
import { readListPlace } from './read-list-place.ts';
import { remember } from './remember.ts';
import { shapes } from './shapes.ts';

const text = z.string().check(z.minLength(1));
const here = <S extends z.ZodMiniType>(schema: S) => ({ schema, file: 'src/compiler/read-handbook-page.ts' });

const frontmatterShape = here(z.strictObject({ title: text, description: text }));
const refShape = here(z.strictObject({ to: text }));
const idShape = here(z.strictObject({ id: text }));
const whenShape = here(z.strictObject({ choice: text, is: text }));
const editorNoteShape = here(
  z.strictObject({
    certainty: z.enum(['確実', '推定', '要確認']),
    date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '日付は 2026-11-29 のように書いてください。')),
    /** The note records a defect that the inspection of the regulations reports. */
    about: z.optional(z.enum(['reference', 'undefined'])),
  }),
);

/**
 * Reads one MDX page of a handbook: its sections and provisions with their attributes and plain text. What it says of
 * documents that are switched off is left out, and so is what it refers to there.
 * @returns undefined where the page is no MDX, or has no title
 */
export function readHandbookPage(
  source: string,
  file: string,
  faults: Faults,
  inForce = new InForce(),
): HandbookPage | undefined {
  const parts = splitFrontmatter(source, file, faults);
  const tree = parts && parse(parts.body, file, faults);
  if (!parts || !tree) {
    faults.lose(file);
    return undefined;
  }
  const documents = keepDocuments(tree, inForce);
  const introduction = tree.children
    .filter((node) => !(isElement(node) && ['Section', 'Provision', 'When'].includes(node.name ?? '')))
    .flatMap(toPiecesOf);
  const page: HandbookPage = {
    ...parts.frontmatter,
    sections: [],
    provisions: [],
    introduction,
    uses: [],
    refs: [],
    notes: [],
    notedOn: [],
    documents,
  };
  visit(tree, { page, file, faults, inForce, sections: [], conditions: [], samples: [], provision: undefined });
  return page;
}

function splitFrontmatter(source: string, file: string, faults: Faults) {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!match) {
    faults.add(
      '先頭の設定（---）がありません。',
      { file, path: wholeFile, line: 1 },
      '---、title、description、--- で始めてください。',
    );
    return undefined;
  }
  const yaml = parseYaml(match[1] ?? '', file, faults, 1);
  const frontmatter = yaml === undefined ? yaml : parseContent(frontmatterShape, yaml, { file, path: '' }, faults);
  // Line numbers of faults stay those of the file.
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length);
  return { frontmatter: frontmatter ?? { title: '', description: '' }, body };
}

const parseOnce = remember(200, parseMdx);

function parse(body: string, file: string, faults: Faults): Root | undefined {
  try {
    // What rests on documents that are switched off is taken out of the tree.
    return structuredClone(parseOnce(body));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    // Of a tag that is not closed the message alone says where it was opened.
    const opened = /\((\d+):\d+-\d+:\d+\)/.exec(problem)?.[1];
    const line = Number(opened ?? (cause as { line?: number }).line ?? 1);
    const hint = '文の中の { } < は \\{ \\} \\< と書き、タグは全部閉じてください。';
    faults.add(explainMdx(problem), { file, path: '', line }, hint);
    return undefined;
  }
}

interface Spot {
  page: HandbookPage;
  file: string;
  faults: Faults;
  inForce: InForce;
  sections: SectionAttributes[];
  conditions: Condition[];
  /** The lists in whose sample it stands. */
  samples: string[];
  provision: ProvisionDraft | undefined;
}

function visit(node: Nodes, spot: Spot): void {
  const place = { file: spot.file, line: node.position?.start.line ?? 1 };
  if (isElement(node)) visitElement(node, spot, { ...place, path: `<${node.name}>` });
  else if (node.type === 'mdxjsEsm') {
    const hint =
      'この行を消してください。部品は、何も書かなくても使えます。文がこう始まるなら、前に言葉を置いてください。';
    spot.faults.add(
      '頁に import と export は書けません。',
      { ...place, path: node.value.split(/\s/, 1)[0] ?? '' },
      hint,
    );
  } else if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    checkExpression(node, { ...place, path: 'text' }, spot.faults);
  } else if ('children' in node) for (const child of node.children) visit(child, spot);
}

/** Only remarks may stand in braces: of a text in them the reader would never know. */
function checkExpression({ value, data }: MdxFlowExpression | MdxTextExpression, place: Place, faults: Faults): void {
  if (data?.estree?.body.length === 0 && value.trim() !== '') return;
  const [, kind, id] = /^\{(role|choice|blank):(\w+)\}$/.exec(value) ?? [];
  const element = kind && `<${kind.charAt(0).toUpperCase()}${kind.slice(1)} id="${id}" />`;
  const hint = element ? `${element} と書いてください。` : `波括弧を見せるなら、\\{${value}\\} と書いてください。`;
  faults.add(`{${value}} は式になり、表示されません。`, place, hint);
}

function visitElement(node: Element, spot: Spot, at: Place & { line: number }): void {
  const { page } = spot;
  const { line } = at;
  const before = spot.faults.met;
  const attributes = readAttributes(node, at, spot.faults);
  // Of attributes that are code the schema would say once more that they are missing.
  const faults = spot.faults.met > before ? new Faults(spot.faults.root) : spot.faults;
  let inner = spot;
  switch (node.name) {
    case 'Section': {
      const section = parseContent(shapes.section, attributes, at, faults);
      if (section) {
        page.sections.push({ attributes: section, notes: [], conditions: spot.conditions, line });
        usePlaceholders([section.number, section.caption], spot, line, '<Section>');
        inner = { ...spot, sections: [...spot.sections, section] };
      }
      if (spot.faults.met > before) loseNames(attributes, spot);
      break;
    }
    case 'Provision': {
      const provision = parseContent(shapes.provision, attributes, at, faults);
      if (spot.faults.met > before) loseNames(attributes, spot);
      if (provision) inner = { ...spot, provision: openProvision(node, provision, spot, at) };
      break;
    }
    case 'Ref': {
      const to = parseContent(refShape, attributes, at, faults)?.to;
      if (to === undefined || spot.inForce.isOffCitation(to)) break;
      const ref = { to, line, conditions: spot.conditions, samples: spot.samples };
      page.refs.push(ref);
      spot.provision?.refs.push(ref);
      break;
    }
    case 'Role':
    case 'Blank': {
      const id = parseContent(idShape, attributes, at, faults)?.id;
      const kind = node.name === 'Role' ? 'role' : 'blank';
      if (id !== undefined) page.uses.push({ kind, id, line, at: `<${node.name} id>` });
      return;
    }
    case 'Choice': {
      const id = parseContent(idShape, attributes, at, faults)?.id;
      if (id !== undefined) visitChoice(node, id, spot, at);
      return;
    }
    case 'List':
    case 'Sample': {
      const list = readListPlace(node, attributes, { page, isInProvision: spot.provision !== undefined }, at, faults);
      if (list !== undefined) inner = { ...spot, samples: [...spot.samples, list] };
      break;
    }
    case 'When': {
      const condition = parseContent(whenShape, attributes, at, faults);
      if (!condition) break;
      page.uses.push({ kind: 'choice', id: condition.choice, options: [condition.is], line, at: '<When>' });
      inner = { ...spot, conditions: [...spot.conditions, condition] };
      break;
    }
    case 'EditorNote': {
      const { about, certainty, date } = parseContent(editorNoteShape, attributes, at, faults) ?? {};
      if (date) page.notedOn.push(date);
      const heading = page.sections.find((section) => section.attributes === spot.sections.at(-1));
      const { notes } = spot.provision ?? heading ?? page;
      const text = node.children.flatMap(toPiecesOf);
      if (about && certainty)
        notes.push({ about, certainty, text, ...(spot.samples.length > 0 && { samples: spot.samples }) });
      // A note speaks about the source; what it refers to is not what the provision refers to.
      inner = { ...spot, provision: undefined };
      break;
    }
    case 'table':
    case 'tr':
    case 'th':
    case 'td':
    case 'br':
      checkGrid(node.name, attributes, at, faults);
      break;
    default: {
      const known = [
        'Section',
        'Provision',
        'Ref',
        'Role',
        'Blank',
        'Choice',
        'Option',
        'When',
        'List',
        'Sample',
        'EditorNote',
      ];
      faults.unknown('component', node.name ?? '', known, at);
    }
  }
  visitChildren(node, inner);
}

/** Of a table written in elements only the spans of its cells are read; all else would be a way into the page's code. */
function checkGrid(
  name: string,
  attributes: Record<string, unknown>,
  at: Place & { line: number },
  faults: Faults,
): void {
  for (const [key, value] of Object.entries(attributes)) {
    const isCellOf = name === 'td' || name === 'th';
    if (!isCellOf || (key !== 'colspan' && key !== 'rowspan')) {
      faults.add(`<${name}> に ${key} は書けません。`, at, '読むのは、<td> と <th> の colspan と rowspan だけです。');
    } else if (!/^\d+$/.test(String(value)) || Number(value) < 1 || Number(value) > 1000) {
      faults.add(`${key} が、ます目の数ではありません。`, at, `${key}={2} のように、1000 までの数で書いてください。`);
    }
  }
}

/** What names the anchor of a broken component, or misses the units of it, is not at fault. */
function loseNames({ anchor, units }: Record<string, unknown>, { file, faults }: Spot): void {
  if (typeof anchor !== 'string') faults.lose(file);
  for (const name of [anchor, units].flat()) if (typeof name === 'string') faults.lose(file, name);
}

/** How many units a provision may restate besides the rows of its tables and the items of its lists. */
const mostUnits = 6;

function countParts(node: Nodes): number {
  const isPart = node.type === 'tableRow' || node.type === 'listItem' || (isElement(node) && node.name === 'tr');
  const inner = 'children' in node ? node.children.map(countParts) : [];
  return Number(isPart) + inner.reduce((sum, one) => sum + one, 0);
}

function openProvision(
  node: Element,
  attributes: ProvisionAttributes,
  spot: Spot,
  at: Place & { line: number },
): ProvisionDraft {
  const { page, faults, sections, conditions } = spot;
  if (spot.provision) faults.add('条の中に、条があります。', at, '外の <Provision> を先に閉じてください。');
  const most = mostUnits + countParts(node);
  if (attributes.units.length > most) {
    const hint = 'いくつかの条に分けてください。表は行ごと、箇条書きは項目ごとに、もう一つずつ unit を書けます。';
    faults.add(
      `unit が ${attributes.units.length} あります。ここは ${most} までです。`,
      { ...at, path: `${at.path}.units` },
      hint,
    );
  }
  const provision: ProvisionDraft = {
    attributes,
    sections,
    text: toPiecesOf(node),
    marked: toMarkedPiecesOf(node),
    refs: [],
    notes: [],
    conditions,
    line: at.line,
  };
  page.provisions.push(provision);
  const { number, caption, when } = attributes;
  const times = (when?.next ?? []).map(({ text }) => text);
  usePlaceholders([number, caption, when?.text, when?.trigger, ...times], spot, at.line, '<Provision>');
  return provision;
}

function visitChoice(node: Element, choice: string, spot: Spot, at: Place & { line: number }): void {
  const options = optionsOf(node);
  const ids = options.map((option) => attributeOf(option, 'id'));
  if (/\S/.test(textBesideOptions(node))) {
    const path = `<Choice id="${choice}">`;
    const hint = '文は全部 <Option id="…"> の中に入れてください。';
    spot.faults.add('選択の文が、<Option> の外にあります。', { ...at, path }, hint);
  }
  const isComplete = ids.length > 0;
  spot.page.uses.push({ kind: 'choice', id: choice, options: ids, isComplete, line: at.line, at: '<Choice id>' });
  for (const [index, option] of options.entries()) {
    const is = ids[index] ?? '';
    visitChildren(option, { ...spot, conditions: [...spot.conditions, { choice, is }] });
  }
}

/** What the attributes of a component name in `{{…}}`. */
function usePlaceholders(texts: (string | undefined)[], { page, file, faults }: Spot, line: number, at: string): void {
  for (const piece of texts.flatMap((text) => toPieces(text ?? ''))) {
    if (typeof piece === 'string') checkBraces(piece, { file, line, path: at }, faults);
    else {
      const [kind, id] = namedBy(piece);
      page.uses.push({ kind, id, line, at });
    }
  }
}

function visitChildren(node: Element, spot: Spot): void {
  for (const child of node.children) visit(child, spot);
}
