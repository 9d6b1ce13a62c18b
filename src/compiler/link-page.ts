import { ContentError } from '../core/content-error.ts';
import type { InspectedPassage } from '../core/inspection/input.ts';
import type { Handbook, HandbookPageEntry, Library } from '../core/regulation/library.ts';
import type { Provision, SectionAttributes, When } from '../core/regulation/provision.ts';
import {
  fillLines,
  fillPieces,
  fillText,
  isShown,
  listOpenPaths,
  type Piece,
  toPieces,
  type Wording,
} from '../core/tailoring/wording.ts';
import { checkUses } from './check-uses.ts';
import type { HandbookPage, ProvisionDraft, RefDraft, SectionDraft } from './handbook-page.ts';
import { unknownId } from './parse-content.ts';
import { ownHandbook } from './read-tailoring.ts';

export type Registers = Pick<Library, 'organization' | 'roles' | 'records' | 'topics' | 'wording'>;

interface Context {
  handbook: Handbook;
  /** File name without ending; `index` is the handbook's own page. */
  name: string;
  file: string;
  registers: Registers;
  /** The words of this handbook. */
  wording: Wording;
  /** Anchors met in this handbook so far, with the file they stand in. */
  seen: Map<string, string>;
}

/**
 * Looks up every id that a page names and turns its drafts into provisions, in the company's own words.
 * References to other provisions are checked later, when all pages are known.
 * @throws ContentError for an unknown role, record, topic, unit, blank or choice, a repeated anchor, or one that is not its first unit's.
 */
export function linkPage(page: HandbookPage, context: Context): HandbookPageEntry {
  const { handbook, name, file, registers, wording, seen } = context;
  const id = name === 'index' ? handbook.id : `${handbook.id}/${name}`;
  const url = `${id}/`;
  for (const { attributes } of [...page.sections, ...page.provisions]) {
    const { anchor } = attributes;
    const other = seen.get(anchor);
    if (other) {
      throw new ContentError(`anchor "${anchor}" stands twice (also in ${other}).`, {
        file,
        path: anchor,
        hint: 'An anchor names one place.',
      });
    }
    seen.set(anchor, file);
  }
  checkUses(page.uses, handbook.id, registers.roles, wording, file);
  const sections = split(page.sections, wording, ({ attributes }) => fillSection(attributes, wording));
  const provisions = split(page.provisions, wording, (draft) => linkProvision(draft, url, context));
  return {
    id,
    url,
    file,
    title: page.title,
    description: page.description,
    sections: sections.shown,
    notedOn: page.notedOn,
    references: page.refs.map(({ to, line }) => ({ to, line })),
    provisions: provisions.shown,
    hidden: { sections: sections.hidden, provisions: provisions.hidden },
    conditions: page.provisions.flatMap(({ attributes, conditions }) =>
      conditions.length > 0 ? [[`${handbook.id}:${attributes.anchor}`, conditions] as const] : [],
    ),
    passages: passagesOf(page, url, context),
  };
}

function split<Draft extends Pick<SectionDraft, 'conditions'>, Linked>(
  drafts: readonly Draft[],
  wording: Wording,
  link: (draft: Draft) => Linked,
): { shown: Linked[]; hidden: Linked[] } {
  const result: { shown: Linked[]; hidden: Linked[] } = { shown: [], hidden: [] };
  for (const draft of drafts) result[isShown(wording, draft.conditions) ? 'shown' : 'hidden'].push(link(draft));
  return result;
}

function fillSection(section: SectionAttributes, wording: Wording): SectionAttributes {
  return { ...section, number: fillText(section.number, wording), caption: fillText(section.caption, wording) };
}

function linkProvision(draft: ProvisionDraft, pageUrl: string, context: Context): Provision {
  const { attributes, sections, text, marked, refs } = draft;
  const { handbook, wording } = context;
  const { anchor, units, modality, when, actors = [], deliverable, topics = [] } = attributes;
  checkIds(draft, context);
  return {
    id: `${handbook.id}:${anchor}`,
    handbook: handbook.id,
    anchor,
    number: fillText(attributes.number, wording),
    caption: attributes.caption && fillText(attributes.caption, wording),
    section: sections.map((section) => {
      const { number, caption } = fillSection(section, wording);
      return { anchor: section.anchor, number, caption };
    }),
    units,
    actors,
    modality,
    when: when && fillWhen(when, wording),
    deliverable,
    topics,
    text: fillLines(text, wording),
    marked: fillLines(marked, wording),
    open: listOpenPaths([...besideOf(draft), ...text], wording),
    refersTo: refs.filter((ref: RefDraft) => isShown(wording, ref.conditions)).map((ref) => ref.to),
    url: `${pageUrl}#${anchor}`,
    label: labelOf(units[0], handbook),
  };
}

function fillWhen(when: When, wording: Wording): When {
  const { text, trigger } = when;
  return { ...when, text: fillText(text, wording), ...(trigger && { trigger: fillText(trigger, wording) }) };
}

function checkIds({ attributes, line }: ProvisionDraft, { handbook, file, registers }: Context): void {
  const { anchor, units, actors = [], topics = [], deliverable, when } = attributes;
  const path = `line ${line} <Provision anchor="${anchor}">`;
  const known = new Set(handbook.source.units.map((unit) => unit.id));
  for (const unit of units) if (!known.has(unit)) throw unknownId('unit', unit, known, file, `${path}.units`);
  const first = units[0] ?? '';
  if (first !== handbook.source.unitPrefix + anchor) {
    throw new ContentError(`anchor "${anchor}" is not that of its first unit "${first}".`, {
      file,
      path,
      hint: `The anchor is "${first.replace(handbook.source.unitPrefix, '')}"; it never changes afterwards.`,
    });
  }
  const roles = registers.roles[handbook.id] ?? {};
  const records = registers.records[handbook.id] ?? {};
  for (const actor of actors)
    if (!roles[actor]) throw unknownId('role', actor, Object.keys(roles), file, `${path}.actors`);
  for (const topic of topics) {
    if (!registers.topics[topic])
      throw unknownId('topic', topic, Object.keys(registers.topics), file, `${path}.topics`);
  }
  const { months } = registers.organization;
  if (when?.month !== undefined && months[when.month] === undefined) {
    throw unknownId('month', when.month, Object.keys(months), file, `${path}.when.month`);
  }
  if (deliverable && !records[deliverable]) {
    throw unknownId('record', deliverable, Object.keys(records), file, `${path}.deliverable`);
  }
}

function labelOf(unit: string | undefined, { source }: Handbook): string {
  return source.units.find(({ id }) => id === unit)?.label ?? '';
}

/** All texts of a page, in its order. Those of a client's document are in its own words already: no company changes them. */
function passagesOf(page: HandbookPage, url: string, { handbook, wording }: Context): InspectedPassage[] {
  const { short, unitPrefix } = handbook.source;
  const isOwn = handbook.id === ownHandbook;
  const inWords = (pieces: readonly Piece[]) => (isOwn ? [...pieces] : [fillPieces(pieces, wording)]);
  const sections = page.sections.map(({ attributes: { anchor, number, caption }, notes, conditions, line }) => ({
    line,
    label: `${short} ${labelOf(unitPrefix + anchor, handbook)}`.trim(),
    url: `${url}#${anchor}`,
    text: inWords(toPieces(`${number} ${caption}`)),
    beside: [],
    conditions,
    handbook: handbook.id,
    id: `${handbook.id}:${anchor}`,
    isHeading: true as const,
    ...(notes.length > 0 && { notes }),
  }));
  const provisions = page.provisions.map((draft) => ({
    line: draft.line,
    label: `${short} ${labelOf(draft.attributes.units[0], handbook)}`,
    url: `${url}#${draft.attributes.anchor}`,
    text: inWords(draft.text),
    beside: inWords(besideOf(draft)),
    conditions: draft.conditions,
    handbook: handbook.id,
    id: `${handbook.id}:${draft.attributes.anchor}`,
    ...(draft.refs.length > 0 && { refs: draft.refs.map(({ to, conditions }) => ({ to, conditions })) }),
    ...(draft.notes.length > 0 && { notes: draft.notes }),
  }));
  const inOrder = [...sections, ...provisions]
    .sort((a, b) => a.line - b.line)
    .map(({ line: _, ...passage }) => passage);
  const introduction = {
    label: page.title,
    url,
    text: inWords(page.introduction),
    beside: [],
    conditions: [],
    handbook: handbook.id,
    ...(page.notes.length > 0 && { notes: page.notes }),
  };
  return [introduction, ...inOrder];
}

function besideOf({ attributes: { number, caption, when } }: ProvisionDraft): Piece[] {
  return [number, caption, when?.text].flatMap((text) => toPieces(text ?? ''));
}
