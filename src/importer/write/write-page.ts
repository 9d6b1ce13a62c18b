import type { KeptPages } from '../again/read-pages.ts';
import type { Line } from '../model/block.ts';
import { escapeLine, toOneLine } from './escape.ts';
import { isEqual } from './is-equal.ts';
import { lettersIn, lettersOf } from './letters.ts';
import { type Literal, writeAttribute } from './literal.ts';
import type { Part, ProvisionPart, SectionPart } from './outline.ts';
import { type Span, writeWords } from './spans.ts';
import { type PagePlan, pageTitleOf } from './split-pages.ts';
import { writeTable } from './write-table.ts';

/** What the writer of pages has to know of each place. */
export interface PageContext {
  anchorOf(place: string): string;
  unitOf(anchor: string): string;
  /** The elements in a line's words. */
  spansOf(line: Line, part: ProvisionPart): Span[];
  /** All attributes of a provision besides anchor, number, caption and units. */
  fieldsOf(part: ProvisionPart): Readonly<Record<string, Literal>>;
  /** Whether the words of a provision, and what they refer to, stand as they did at the last import. */
  isAsBefore(part: ProvisionPart): boolean;
  /** Pages as they stand now; empty at the first import. */
  kept: KeptPages;
}

/** More sections inside one another would be no help to a reader; deeper ones stand beside. */
const deepest = 6;

/** One page of a handbook. @param opening lines before its first part */
export function writePage(plan: PagePlan, opening: readonly Line[], description: string, context: PageContext): string {
  const kept = context.kept.pages.get(plan.name);
  const firstAnchor = plan.parts[0] && context.anchorOf(plan.parts[0].place.anchor);
  const isSame = kept !== undefined && kept.firstAnchor === firstAnchor;
  const words = opening.map((line) => writeWords(line.text, [], 'line')).filter(Boolean);
  const lead =
    isSame && lettersIn(kept.openingLetters) === lettersIn(opening.map(({ text }) => text).join(''))
      ? kept.opening
      : words;
  const [only] = plan.parts;
  const isChapter = only?.kind === 'section' && pageTitleOf(only) === plan.title && plan.name !== 'index';
  const body = plan.parts.flatMap((part) =>
    writePart(part, { level: 2, depth: 1, isTitle: isChapter && part === only }, context),
  );
  const front = [
    `title: ${toScalar(plan.title)}`,
    `description: ${toScalar((isSame && kept.description) || description)}`,
  ];
  return [`---\n${front.join('\n')}\n---`, ...lead, ...body].join('\n\n').concat('\n');
}

interface Level {
  level: number;
  depth: number;
  /** The page's title says it already. */
  isTitle?: boolean;
}

/** Blocks of a part; what cannot stand inside it any more stands behind it. */
function writePart(part: Part, at: Level, context: PageContext): string[] {
  return part.kind === 'provision' ? writeProvision(part, context) : writeSection(part, at, context);
}

function writeSection(part: SectionPart, { level, depth, isTitle }: Level, context: PageContext): string[] {
  const anchor = context.anchorOf(part.place.anchor);
  const kept = context.kept.sections.get(anchor);
  const attributes: Record<string, Literal> = {
    anchor,
    number: toOneLine(part.number),
    caption: toOneLine(part.caption),
    ...(level > 2 && { level: Math.min(level, 4) }),
  };
  const inner = { level: isTitle ? level : Math.min(level + 1, 4), depth: depth + 1 };
  const isIn = (one: Part) => one.kind === 'provision' || depth < deepest;
  // What stands behind a section that cannot stand inside stays behind it.
  const end = part.parts.findIndex((one) => !isIn(one));
  const inside = end === -1 ? part.parts : part.parts.slice(0, end);
  const behind = end === -1 ? [] : part.parts.slice(end);
  return [
    openTag('Section', attributes, kept),
    ...(context.kept.strays.get(`<${anchor}`) ?? []),
    ...inside.flatMap((one) => writePart(one, inner, context)),
    '</Section>',
    ...(context.kept.strays.get(`>${anchor}`) ?? []),
    ...behind.flatMap((one) => writePart(one, { level: inner.level, depth }, context)),
  ];
}

function writeProvision(part: ProvisionPart, context: PageContext): string[] {
  const anchor = context.anchorOf(part.place.anchor);
  const kept = context.kept.provisions.get(anchor);
  const units = [part.place, ...part.rows, ...part.bullets.map(({ place }) => place)];
  const attributes: Record<string, Literal> = {
    anchor,
    number: toOneLine(part.number),
    ...(part.caption !== undefined && { caption: toOneLine(part.caption) }),
    units: units.map((place) => context.unitOf(place.anchor)),
    ...context.fieldsOf(part),
  };
  const open = openTag('Provision', attributes, kept);
  const behind = context.kept.strays.get(`>${anchor}`) ?? [];
  if (kept && context.isAsBefore(part) && kept.letters === lettersOf(part))
    return [`${open}${kept.inner}</Provision>`, ...behind];
  return [open, ...writeBody(part, context), ...(kept?.notes ?? []), '</Provision>', ...behind];
}

function writeBody(part: ProvisionPart, context: PageContext): string[] {
  const write = (line: Line) => writeWords(line.text, context.spansOf(line, part), 'inline').replace(/[\r\n]+/g, ' ');
  const paragraphs = part.lines
    .map((line) => writeWords(line.text, context.spansOf(line, part), 'line'))
    .filter((text) => text.trim() !== '');
  const table = part.table && part.table.rows.length > 0 ? [writeTable(part.table, write)] : [];
  const items = part.bullets.map(
    ({ number, line }) =>
      `- ${escapeLine(number)}${number ? write(line) : writeWords(line.text, context.spansOf(line, part), 'line')}`,
  );
  return [...paragraphs, ...table, ...(items.length > 0 ? [items.join('\n')] : [])];
}

/** The tag as it stands where it says the same: whoever laid it out finds it again. */
function openTag(
  name: string,
  attributes: Readonly<Record<string, Literal>>,
  kept: { tag: string; attributes: Readonly<Record<string, unknown>> } | undefined,
): string {
  if (kept && isEqual(kept.attributes, attributes)) return kept.tag;
  const words = Object.entries(attributes).map(([key, value]) => {
    // One time or many: it reads better on a line of its own.
    const gap = key === 'when' ? '\n  ' : ' ';
    return gap + writeAttribute(key, value);
  });
  return `<${name}${words.join('')}>`;
}

/** A text as a value of YAML that no letter of it can end. */
function toScalar(text: string): string {
  return JSON.stringify(toOneLine(text));
}
