import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexCitations } from '../core/regulation/cited-by.ts';
import type { Handbook, Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import type { Source } from '../core/regulation/registers.ts';
import { listFillIns } from '../core/tailoring/items.ts';
import { fillChecklist } from '../record/v1/checklist/fill.ts';
import { toRecords } from '../search/records.ts';
import { readBrand } from './brand/read-brand.ts';
import { checkRecords } from './check-records.ts';
import { checkPrefix, checkSources, checkUnits } from './check-sources.ts';
import { checkFillInsUsed, fillPlaceholders } from './check-uses.ts';
import { handbookFolder } from './cite.ts';
import { type Faults, orThrow } from './faults.ts';
import { inheritConditions } from './inherit-conditions.ts';
import { checkInspectionRules } from './inspection.ts';
import { linkPage, type Registers } from './link-page.ts';
import { listSettings } from './list-settings.ts';
import { readYaml } from './parse-yaml.ts';
import { readChecklist } from './read-checklist.ts';
import { linkConflicts } from './read-conflicts.ts';
import { readDecision } from './read-decision.ts';
import { type DecisionDraft, inOrder, readDecisionDraft } from './read-decision-draft.ts';
import { linkGlossary } from './read-glossary.ts';
import { readHandbookPage } from './read-handbook-page.ts';
import { readSynonyms } from './read-synonyms.ts';
import { ownHandbook, readTailoring, type Tailoring, wordingFor } from './read-tailoring.ts';
import { shapes } from './shapes.ts';
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
  const tailoring = await readTailoring(faults);
  const { fillIns, ...own } = tailoring;
  const { organization, wording } = own;
  const { records, recordNames } = await readRecords(tailoring, faults);
  const topics = (await readYaml('topics.yaml', shapes.topics, faults)) ?? {};
  const registers: Registers = { ...own, records, topics };
  const handbooks: Handbook[] = [];
  const sources = await names('sources', '.yaml', faults);
  for (const id of await checkSources(sources, faults)) {
    handbooks.push(await readHandbook(id, sources.includes(id), registers, faults));
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
  const decisionNames = await names('decisions', '.yaml', faults);
  for (const folder of ['decisions/cases', 'decisions/scopes']) {
    for (const name of await names(folder, '.yaml', faults)) {
      const place = { file: join(faults.root, folder, `${name}.yaml`), line: 1, path: '' };
      faults.checkKnown('decision', name, decisionNames, place);
    }
  }
  const read: DecisionDraft[] = [];
  // One after another: each is told by the faults that were met while it was read.
  for (const name of decisionNames) {
    const draft = await readDecisionDraft(name, faults);
    if (draft) read.push(draft);
  }
  const drafts = inOrder(read);
  // Without its conditions a decision may have more combinations than anybody can walk.
  const whole = drafts.filter(({ isBroken }) => !isBroken);
  const settings = listSettings(whole, fillIns, wording);
  const passages = [...pages.flatMap((page) => page.passages), ...settings];
  checkRecords(registers, [...provisions.values(), ...hidden.values()], faults);
  checkFillInsUsed(fillIns, organization, passages, faults);

  const library: Library = {
    ...registers,
    brand: await readBrand(organization, faults),
    handbooks,
    provisions,
    hidden,
    fillIns: listFillIns(fillIns, wording, passages),
    passages,
    recordNames,
    conditions: new Map(pages.flatMap((page) => page.conditions)),
    glossary: await linkGlossary(handbooks, tailoring, faults),
    conflicts: [],
    checklists: [],
    decisions: [],
    tools: [],
    citedBy: new Map(),
  };
  library.conflicts = await linkConflicts(library, faults);
  for (const name of await names('checklists', '.yaml', faults)) {
    const asked = await readChecklist(name, library, base, faults);
    if (!asked) continue;
    library.tools.push({ kind: 'checklist', asked });
    library.checklists.push(fillChecklist(asked));
  }
  for (const draft of drafts) {
    const read = readDecision(draft, library, base, faults);
    if (!read) continue;
    const { asked, ...entry } = read;
    library.tools.push({ kind: 'decision', asked });
    library.decisions.push(entry);
  }
  checkLock(library.tools, faults);
  library.citedBy = indexCitations(library);
  await checkInspectionRules(faults);
  await readSynonyms(library, toRecords(library, []), faults);
  return library;
}

/** What has to be written, under the names that the company's words give it; and its own as they stand in the file. */
async function readRecords(tailoring: Tailoring, faults: Faults): Promise<Pick<Library, 'records' | 'recordNames'>> {
  const name = 'records.yaml';
  const records = (await readYaml(name, shapes.records, faults)) ?? {};
  const recordNames = new Map(Object.entries(records[ownHandbook] ?? {}).map(([id, { name }]) => [id, name]));
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

/**
 * Names of the files of a folder without their ending, sorted by code unit so that every machine has the same order;
 * none where there is no such folder.
 */
async function names(folder: string, ending: string, faults: Faults): Promise<string[]> {
  const path = join(faults.root, folder);
  const files = existsSync(path) ? await readdir(path) : [];
  for (const name of files.filter((file) => file.endsWith('.yml'))) {
    faults.add('only .yaml is read.', { file: join(path, name), line: 1, path: '' }, 'Give the file that ending.');
  }
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
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

/** @param hasSource a folder without its source is a fault that is told already; its pages are read all the same */
async function readHandbook(id: string, hasSource: boolean, registers: Registers, faults: Faults): Promise<Handbook> {
  const source = hasSource ? await readYaml(`sources/${id}.yaml`, shapes.source, faults) : undefined;
  if (source) checkPrefix(source, join(faults.root, 'sources', `${id}.yaml`), faults);
  const handbook: Handbook = { id, source: source ?? unknownSource, pages: [] };
  const wording = wordingFor(id, registers);
  const seen = new Map<string, string>();
  const restated = new Map<string, string>();
  for (const name of await names(`handbooks/${id}`, '.mdx', faults)) {
    const file = join(faults.root, 'handbooks', id, `${name}.mdx`);
    const draft = readHandbookPage(await readFile(file, 'utf8'), file, faults);
    if (draft)
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
    for (const { to, line } of references) {
      if (!known.has(to))
        faults.unknown('citation', to, known, { file, line, path: '<Ref to>' }, handbookFolder(to, handbooks));
    }
  }
}
