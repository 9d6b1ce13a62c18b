import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InspectedPassage } from '../core/inspection/input.ts';
import { indexCitations } from '../core/regulation/cited-by.ts';
import type { Handbook, Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import type { Organization, Source } from '../core/regulation/registers.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { listFillIns } from '../core/tailoring/items.ts';
import { listEntries } from '../core/tailoring/list-entries.ts';
import { fillChecklist } from '../record/v1/checklist/fill.ts';
import { toRecords } from '../search/records.ts';
import { readBrand } from './brand/read-brand.ts';
import { checkCells } from './check-cells.ts';
import { checkFolder } from './check-folder.ts';
import { checkRecords } from './check-records.ts';
import { checkPrefix, checkSources, checkUnits } from './check-sources.ts';
import { checkFillInsUsed, fillPlaceholders, listNamed } from './check-uses.ts';
import { handbookFolder } from './cite.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { type Faults, orThrow } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { inheritConditions } from './inherit-conditions.ts';
import { checkInspectionRules } from './inspection.ts';
import { linkPage, type Registers } from './link-page.ts';
import { listFiles } from './list-files.ts';
import { listSettings } from './list-settings.ts';
import { readRegister } from './parse-yaml.ts';
import { readChecklist } from './read-checklist.ts';
import { linkConflicts } from './read-conflicts.ts';
import { readDecision } from './read-decision.ts';
import { inOrder, readDecisionDraft } from './read-decision-draft.ts';
import { readDocuments } from './read-documents.ts';
import { readForms } from './read-form.ts';
import { linkGlossary } from './read-glossary.ts';
import { readHandbookPage } from './read-handbook-page.ts';
import { type ImportedFiles, importedFolders, readImported } from './read-imported.ts';
import { readLetters } from './read-letters.ts';
import { readPapers } from './read-papers.ts';
import { readShownLists } from './read-shown-lists.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readTailoring, type Tailoring, wordingFor } from './read-tailoring.ts';
import { readTopics } from './read-topics.ts';
import { readWordReadings } from './read-word-readings.ts';
import { shapes } from './shapes.ts';
import { toSource } from './to-source.ts';
import { checkLock } from './versions-lock.ts';

/** While pages are being written the content is read again, but not once for each of a page's hundred provisions. */
const freshFor = 2000;

let kept: { library: Promise<Library>; readAt: number } | undefined;

/**
 * Everything under content/, read and checked; in a build it is read once.
 * @throws ContentError with all faults
 */
export function loadLibrary(): Promise<Library> {
  const isStale = import.meta.env?.DEV && kept && Date.now() - kept.readAt > freshFor;
  if (!kept || isStale) kept = { library: readLibrary(contentRoot(), siteBase()), readAt: Date.now() };
  return kept.library;
}

/** Path of the content folder: KITEI_CONTENT may lay it outside the project. */
export function contentRoot(): string {
  return process.env['KITEI_CONTENT'] || 'content';
}

/** The site's base path with a slash at both ends. */
export function siteBase(): string {
  const base = process.env['KITEI_BASE'] ?? '/';
  return base.endsWith('/') ? base : `${base}/`;
}

/** Full address of the site's base, ending in a slash, where KITEI_SITE names the site. */
export function siteAddress(): string | undefined {
  const site = process.env['KITEI_SITE'];
  return site ? site.replace(/\/$/, '') + siteBase() : undefined;
}

/**
 * Reads and checks a content folder.
 * @param root path of the folder; @param base the site's base path, for links
 * @throws ContentError with all faults
 */
export function readLibrary(root: string, base: string): Promise<Library> {
  return orThrow(root, (faults) => compileLibrary(base, faults));
}

/** Reads what is there and adds all faults; with any the library is not whole. */
export async function compileLibrary(base: string, faults: Faults): Promise<Library> {
  await checkFolder(faults);
  const tailoring = await readTailoring(faults);
  const { fillIns, inForce, organization, roles, wording, ours } = tailoring;
  const { records, recordNames } = await readRecords(tailoring, faults);
  const topics = await readTopics(faults);
  const registers: Registers = { organization, roles, wording, ours, records, topics };
  const handbooks: Handbook[] = [];
  const sources = (await listFiles('sources', '.yaml', faults)).filter((id) => !inForce.isOff(id));
  const imported = await listImported(sources, inForce, faults);
  for (const id of await checkSources(sources, inForce, faults)) {
    const handbook = await readHandbook(id, tailoring, registers, faults);
    handbooks.push({ ...handbook, ...(await readImported(handbook, imported, faults)) });
  }
  checkUnits(handbooks, faults);
  const pages = handbooks.flatMap((handbook) => handbook.pages);
  const byId = (some: Provision[]) => {
    const map = new Map<string, Provision>();
    // Of two with one anchor, which is told, the first is the one that is meant.
    for (const provision of some) if (!map.has(provision.id)) map.set(provision.id, provision);
    return map;
  };
  const provisions = byId(pages.flatMap((page) => page.provisions));
  const hidden = byId(pages.flatMap((page) => page.hidden.provisions));
  checkReferences(handbooks, [provisions, hidden], faults);
  for (const provision of provisions.values()) {
    provision.refersTo = provision.refersTo.filter((id) => !hidden.has(id));
  }
  const decisionNames = await listFiles('decisions', '.yaml', faults);
  for (const folder of ['decisions/cases', 'decisions/scopes']) {
    for (const name of await listFiles(folder, '.yaml', faults)) {
      const place = { file: join(faults.root, folder, `${name}.yaml`), line: 1, path: '' };
      faults.checkKnown('decision', name, decisionNames, place);
    }
  }
  const read: DecisionDraft[] = [];
  // One after another: each is told by the faults that were met while it was read.
  for (const name of decisionNames) {
    const draft = await readDecisionDraft(name, faults, tailoring);
    if (draft) read.push(draft);
  }
  const drafts = inOrder(read);
  // Without its conditions a decision may have more combinations than anybody can walk.
  const whole = drafts.filter(({ isBroken }) => !isBroken);
  const settings = listSettings(whole, fillIns, wording, ours);
  const passages = [...pages.flatMap((page) => page.passages), ...settings];
  checkRecords(registers, [...provisions.values(), ...hidden.values()], faults);
  checkFillInsUsed(fillIns, organization, passages, tailoring, faults);

  const library: Library = {
    ...registers,
    brand: await readBrand(organization, faults),
    handbooks,
    provisions,
    hidden,
    fillIns: listFillIns(fillInsInForce(tailoring, passages), wording, passages),
    lists: listEntries(wording.lists, passages),
    passages,
    recordNames,
    conditions: new Map(pages.flatMap((page) => page.conditions)),
    glossary: await linkGlossary(handbooks, tailoring, faults),
    conflicts: [],
    checklists: [],
    checklistPlaces: new Map(),
    decisions: [],
    forms: [],
    documents: [],
    tools: [],
    citedBy: new Map(),
    off: [...inForce.off].sort(),
    leftOut: inForce.leftOut,
    letters: await readLetters(faults),
  };
  checkCells(library, faults);
  library.conflicts = await linkConflicts(library, inForce, faults);
  for (const name of await listFiles('checklists', '.yaml', faults)) {
    const read = await readChecklist(name, library, base, inForce, faults);
    if (!read) continue;
    const { asked, without, place } = read;
    library.tools.push({ kind: 'checklist', asked, without });
    library.checklists.push(fillChecklist(asked));
    library.checklistPlaces.set(asked.template.id, place);
  }
  for (const draft of drafts) {
    const read = readDecision(draft, library, base, faults);
    if (!read) continue;
    const { asked, ...entry } = read;
    library.tools.push({ kind: 'decision', asked, without: draft.without });
    library.decisions.push(entry);
  }
  await readForms(library, base, inForce, faults);
  await readDocuments(library, base, inForce, faults);
  for (const draft of drafts) {
    readPapers(draft, library, faults);
    readShownLists(draft, library, faults);
  }
  checkLock(library.tools, faults);
  library.citedBy = indexCitations(library);
  await checkInspectionRules(faults);
  await readSynonyms(library, toRecords(library), faults);
  await readWordReadings(faults);
  return library;
}

/** The choices and blanks that something in force names: those of a document that is off are nobody's to decide. */
function fillInsInForce({ fillIns, inForce, wording }: Tailoring, passages: readonly InspectedPassage[]): FillIns {
  if (inForce.off.size === 0) return fillIns;
  const named = listNamed(wording.roles, passages);
  const keep = <Item>(kind: string, items: Record<string, Item>): Record<string, Item> =>
    Object.fromEntries(Object.entries(items).filter(([id]) => named.has(`${kind}.${id}`)));
  return { choices: keep('choices', fillIns.choices), blanks: keep('blanks', fillIns.blanks) };
}

/** What has to be written, under the names that the company's words give it; and its own as they stand in the file. */
async function readRecords(tailoring: Tailoring, faults: Faults): Promise<Pick<Library, 'records' | 'recordNames'>> {
  const name = 'records.yaml';
  const records = tailoring.inForce.keep(await readRegister(name, shapes.records, faults, {}));
  const recordNames = new Map(
    tailoring.ours.flatMap((handbook) =>
      Object.entries(records[handbook] ?? {}).map(([id, { name }]) => [`${handbook}:${id}`, name] as const),
    ),
  );
  for (const [handbook, entries] of Object.entries(records)) {
    const wording = wordingFor(handbook, tailoring);
    for (const [id, record] of Object.entries(entries)) {
      const fill = (text: string, at: string) =>
        fillPlaceholders(text, wording, { file: join(faults.root, name), path: `${handbook}.${id}.${at}` }, faults);
      record.name = fill(record.name, 'name');
      for (const at of ['by', 'to', 'approvedBy'] as const) {
        const party = record[at];
        if (party?.name) party.name = fill(party.name, `${at}.name`);
      }
      for (const at of ['kept', 'form'] as const) {
        const fact = record[at];
        if (fact) fact.text = fill(fact.text, `${at}.text`);
      }
    }
  }
  return { records, recordNames };
}

/** What imports have left, by folder: names of handbooks in force; one of a handbook that is not there is a fault. */
async function listImported(sources: readonly string[], inForce: InForce, faults: Faults): Promise<ImportedFiles> {
  const listed: ImportedFiles = { originals: [], amendments: [], imports: [] };
  for (const folder of importedFolders) {
    const names = await listFiles(folder, '.yaml', faults);
    listed[folder] = names.filter((name) => !inForce.isOff(name));
    for (const name of listed[folder]) {
      const place = { file: join(faults.root, folder, `${name}.yaml`), line: 1, path: '' };
      faults.checkKnown('handbook', name, sources, place, 'sources/');
    }
  }
  return listed;
}

const unknownSource: Source = {
  title: '',
  short: '',
  publisher: '',
  version: '',
  status: '',
  readWhen: '',
  unitPrefix: '',
  units: [],
  omitted: [],
};

/** 当社 as the publisher of the company's own document is the company, once it has a name. */
function nameOurs(source: Source | undefined, { name }: Organization): Source | undefined {
  return source?.ours && source.publisher === '当社' && name !== '' ? { ...source, publisher: name } : source;
}

/** A folder without its source is a fault that is told already; its pages are read all the same. */
async function readHandbook(id: string, tailoring: Tailoring, registers: Registers, faults: Faults): Promise<Handbook> {
  const source = nameOurs(tailoring.sources.get(id), tailoring.organization);
  if (source) checkPrefix(source, join(faults.root, 'sources', `${id}.yaml`), faults);
  const handbook: Handbook = { id, source: source ?? unknownSource, pages: [], amendments: [] };
  const wording = wordingFor(id, registers);
  const seen = new Map<string, string>();
  const restated = new Map<string, string>();
  for (const name of await listFiles(`handbooks/${id}`, '.mdx', faults)) {
    const file = join(faults.root, 'handbooks', id, `${name}.mdx`);
    const text = toSource(await readFile(file), file, faults);
    const draft = text === undefined ? undefined : readHandbookPage(text, file, faults, tailoring.inForce);
    if (!draft) continue;
    for (const { id, line } of draft.documents) {
      faults.checkKnown('handbook', id, tailoring.sources.keys(), { file, line, path: '<When document>' }, 'sources/');
    }
    handbook.pages.push(linkPage(draft, { handbook, name, file, registers, wording, seen, restated, faults }));
  }
  inheritConditions(handbook.pages, seen, faults);
  return handbook;
}

/** Every `<Ref>` leads to a provision or a section heading. */
function checkReferences(handbooks: Handbook[], some: ReadonlyMap<string, unknown>[], faults: Faults): void {
  const known = new Set(some.flatMap((provisions) => [...provisions.keys()]));
  for (const { id, pages } of handbooks) {
    const sections = pages.flatMap((page) => [...page.sections, ...page.hidden.sections]);
    for (const section of sections) known.add(`${id}:${section.anchor}`);
  }
  for (const { file, references } of handbooks.flatMap((handbook) => handbook.pages)) {
    for (const { to, line, at = '<Ref to>' } of references) {
      if (!known.has(to))
        faults.unknown('citation', to, known, { file, line, path: at }, handbookFolder(to, handbooks));
    }
  }
}
