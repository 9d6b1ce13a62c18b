import type { InspectedPassage } from '../core/inspection/input.ts';
import type { Handbook, HandbookPageEntry, Library } from '../core/regulation/library.ts';
import type {
  Provision,
  ProvisionAttributes,
  SectionAttributes,
  When,
  WrittenWhen,
} from '../core/regulation/provision.ts';
import {
  fillLines,
  fillPieces,
  fillText,
  isSampleShown,
  isShown,
  listOpenPaths,
  listRoles,
  type Piece,
  toPieces,
  type Wording,
} from '../core/tailoring/wording.ts';
import { checkUses } from './check-uses.ts';
import { checkUnit } from './cite.ts';
import type { Faults } from './faults.ts';
import type { HandbookPage, ProvisionDraft, RefDraft, SectionDraft } from './handbook-page.ts';
import { namedRecords, namedRoles } from './known.ts';

export type Registers = Pick<Library, 'organization' | 'roles' | 'records' | 'topics' | 'wording' | 'ours'>;

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
  /** Units that provisions of this handbook restate so far, with the provision. */
  restated: Map<string, string>;
  faults: Faults;
}

/**
 * Looks up every id that a page names and turns its drafts into provisions, in the company's own words.
 * References to other provisions are checked later, when all pages are known.
 */
export function linkPage(page: HandbookPage, context: Context): HandbookPageEntry {
  const { handbook, name, file, registers, wording, seen, faults } = context;
  const id = name === 'index' ? handbook.id : `${handbook.id}/${name}`;
  const url = `${id}/`;
  for (const { attributes, line } of [...page.sections, ...page.provisions]) {
    const { anchor } = attributes;
    const other = seen.get(anchor);
    if (other) {
      const hint = '一つの anchor は、一か所だけにしてください。';
      faults.add(`anchor「${anchor}」が二度あります（もう一つは ${other}）。`, { file, line, path: anchor }, hint);
    }
    seen.set(anchor, `${file}:${line}`);
  }
  checkUses(page.uses, { handbook: handbook.id, file }, registers, wording, faults);
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
    references: page.refs.map(({ to, line, at }) => ({ to, line, ...(at && { at }) })),
    provisions: provisions.shown,
    lines: Object.fromEntries(
      [...page.sections, ...page.provisions].map((draft) => [draft.attributes.anchor, draft.line]),
    ),
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
  const {
    anchor,
    units,
    modality,
    when,
    under,
    actors = [],
    approvers = [],
    deliverable = [],
    topics = [],
    checked,
  } = attributes;
  checkIds(draft, context);
  const left = actors.filter((role) => standsInText(role, text, wording));
  const own = handbook.source.unitPrefix + anchor;
  return {
    id: `${handbook.id}:${anchor}`,
    handbook: handbook.id,
    anchor,
    number: fillText(attributes.number, wording),
    caption: fillPieces(captionOf(attributes), wording) || undefined,
    section: sections.map((section) => {
      const { number, caption } = fillSection(section, wording);
      return { anchor: section.anchor, number, caption };
    }),
    // Where it is not among them, which is told, whoever cites the provision means it.
    units: units.includes(own) ? units : [own, ...units],
    actors: left.length > 0 ? left : actors,
    approvers: approvers.filter((role) => stillAllows(role, text, wording)),
    modality,
    when: when && fillWhen(when, wording),
    under: under && `${handbook.id}:${under}`,
    deliverables: [deliverable].flat(),
    topics,
    ...(checked && { checked }),
    text: fillLines(text, wording),
    marked: fillLines(marked, wording),
    open: listOpenPaths([...besideOf(draft), ...text], wording),
    refersTo: refs
      .filter((ref: RefDraft) => isShown(wording, ref.conditions) && isSampleShown(wording, ref.samples))
      .map((ref) => ref.to),
    url: `${pageUrl}#${anchor}`,
    label: labelOf(units[0], handbook),
  };
}

/** A role that only the sample's rows name goes with them: whom the company's name, only the company knows. */
function standsInText(role: string, text: readonly Piece[], { lists }: Wording): boolean {
  const all = { values: new Map() };
  return !listRoles(text, all).includes(role) || listRoles(text, { ...all, ...(lists && { lists }) }).includes(role);
}

/** An approver named only under an option that the company did not choose has nothing to allow: the rest forbids. */
function stillAllows(role: string, text: readonly Piece[], wording: Wording): boolean {
  const isNamed = listRoles(text, { values: new Map() }).includes(role);
  return !isNamed || listRoles(text, wording).includes(role);
}

/** Its own times in the company's words; what it stands under is known when all pages are. */
function fillWhen({ trigger, next = [], ...first }: WrittenWhen, wording: Wording): When {
  const times = [first, ...next].map((time) => ({ ...time, text: fillText(time.text, wording) }));
  return {
    text: times.map(({ text }) => text).join('。'),
    ...(trigger && { trigger: fillText(trigger, wording) }),
    times,
  };
}

function checkIds({ attributes, line }: ProvisionDraft, context: Context): void {
  const { handbook, file, registers, restated, faults } = context;
  const { anchor, units, actors = [], approvers = [], topics = [], deliverable = [], when } = attributes;
  const at = (name: string) => ({ file, line, path: `<Provision anchor="${anchor}">${name}` });
  const source = `sources/${handbook.id}.yaml`;
  const { unitPrefix } = handbook.source;
  const [first = ''] = units;
  const isOwn = faults.isLost(source) || first === unitPrefix + anchor;
  for (const unit of units) {
    if (faults.isLost(source)) continue;
    const isKnown = checkUnit(unit, { handbooks: [handbook], provisions: new Map() }, at('.units'), faults);
    const other = restated.get(unit);
    if (other !== undefined && isOwn) {
      const problem = `unit「${unit}」を載せる条が二つあります（もう一つは ${other}）。`;
      faults.add(problem, at('.units'), '一つの unit は、一つの条だけに載せてください。');
    }
    restated.set(unit, `${file}:${line}`);
    if (isOwn || !isKnown || unit !== first) continue;
    const right = first.startsWith(unitPrefix) ? first.slice(unitPrefix.length) : first;
    const problem = `anchor「${anchor}」が、初めの unit「${first}」のものと違います。`;
    faults.add(problem, at(''), `anchor は「${right}」です。後からは変えません。`);
  }
  const roles = namedRoles(registers, handbook.id);
  for (const actor of actors) faults.checkKnown('role', actor, roles, at('.actors'), 'roles.yaml');
  for (const one of approvers) faults.checkKnown('role', one, roles, at('.approvers'), 'roles.yaml');
  const knownTopics = Object.entries(registers.topics);
  for (const topic of topics) faults.checkKnown('topic', topic, knownTopics, at('.topics'), 'topics.yaml');
  if (when?.month !== undefined) {
    const months = Object.keys(registers.organization.months);
    faults.checkKnown('month', when.month, months, at('.when.month'), 'organization.yaml');
  }
  const { captionIn } = attributes;
  if (captionIn !== undefined) {
    faults.checkKnown('list', captionIn, Object.keys(context.wording.lists ?? {}), at('.captionIn'), 'choices.yaml');
  }
  const records = namedRecords(registers, handbook.id);
  for (const one of [deliverable].flat()) {
    faults.checkKnown('record', one, records, at('.deliverable'), 'records.yaml');
  }
  for (const one of timesOf(when)) {
    if (one.of) faults.checkKnown('record', one.of, [deliverable].flat(), at('.when.of'), 'records.yaml');
  }
}

function labelOf(unit: string | undefined, { source }: Handbook): string {
  return source.units.find(({ id }) => id === unit)?.label ?? '';
}

/** All texts of a page, in its order. Those of a client's document are in its own words already: no company changes them. */
function passagesOf(page: HandbookPage, url: string, { handbook, wording, registers }: Context): InspectedPassage[] {
  const { short, unitPrefix } = handbook.source;
  const isOwn = registers.ours.includes(handbook.id);
  const inWords = (pieces: readonly Piece[]) => (isOwn ? [...pieces] : [fillPieces(pieces, wording)]);
  const passageOf = (draft: SectionDraft | ProvisionDraft): InspectedPassage => {
    const { attributes, conditions, notes } = draft;
    const { anchor, number, caption } = attributes;
    const isHeading = !('text' in draft);
    const unit = isHeading ? unitPrefix + anchor : draft.attributes.units[0];
    return {
      label: `${short} ${labelOf(unit, handbook)}`.trim(),
      url: `${url}#${anchor}`,
      text: inWords(isHeading ? toPieces(`${number} ${caption}`) : draft.text),
      beside: isHeading ? [] : inWords(besideOf(draft)),
      conditions,
      handbook: handbook.id,
      id: `${handbook.id}:${anchor}`,
      ...(isHeading && { isHeading }),
      ...(!isHeading &&
        draft.refs.length > 0 && {
          refs: draft.refs.map(({ to, conditions, samples }) => ({
            to,
            conditions,
            ...(samples.length > 0 && { samples }),
          })),
        }),
      ...(notes.length > 0 && { notes }),
    };
  };
  const introduction = {
    label: page.title,
    url,
    text: inWords(page.introduction),
    beside: [],
    conditions: [],
    handbook: handbook.id,
    ...(page.notes.length > 0 && { notes: page.notes }),
  };
  const drafts = [...page.sections, ...page.provisions].sort((a, b) => a.line - b.line);
  return [introduction, ...drafts.map(passageOf)];
}

function besideOf({ attributes }: ProvisionDraft): Piece[] {
  const times = timesOf(attributes.when).map(({ text }) => text);
  return [...toPieces(attributes.number), ...captionOf(attributes), ...times.flatMap(toPieces)];
}

/** The caption of a row of the sample goes with it. */
function captionOf({ caption = '', captionIn }: ProvisionAttributes): Piece[] {
  const pieces = toPieces(caption);
  return captionIn === undefined ? pieces : [{ list: captionIn, sample: pieces }];
}

function timesOf(when: WrittenWhen | undefined) {
  return when ? [when, ...(when.next ?? [])] : [];
}
