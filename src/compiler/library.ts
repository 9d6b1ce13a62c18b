import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexCitations } from '../core/regulation/cited-by.ts';
import type { Handbook, Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import { RecordsSchema, SourceSchema, TopicsSchema } from '../core/regulation/registers.ts';
import { listFillIns } from '../core/tailoring/items.ts';
import { fillChecklist } from '../record/v1/checklist/fill.ts';
import { checkRecords } from './check-records.ts';
import { checkFillInsUsed, fillPlaceholders } from './check-uses.ts';
import { linkPage, type Registers } from './link-page.ts';
import { listSettings } from './list-settings.ts';
import { parseContent, parseYaml, unknownId } from './parse-content.ts';
import { readChecklist } from './read-checklist.ts';
import { linkConflicts } from './read-conflicts.ts';
import { readDecision } from './read-decision.ts';
import { inOrder, readDecisionDraft } from './read-decision-draft.ts';
import { linkGlossary } from './read-glossary.ts';
import { readHandbookPage } from './read-handbook-page.ts';
import { ownHandbook, readTailoring, readYaml, type Tailoring, wordingFor } from './read-tailoring.ts';
import { checkLock } from './versions-lock.ts';

/** While pages are being written the content is read again, but not once for each of a page's hundred provisions. */
const freshFor = 2000;

let kept: { library: Promise<Library>; readAt: number } | undefined;

/**
 * Everything under content/, read and checked; in a build it is read once.
 * @throws ContentError naming file, path and what would be right.
 */
export function loadLibrary(): Promise<Library> {
  const isStale = import.meta.env?.DEV && kept && Date.now() - kept.readAt > freshFor;
  if (!kept || isStale) kept = { library: readLibrary('content', siteBase()), readAt: Date.now() };
  return kept.library;
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

/** Reads and checks a content folder. @param root path of the folder; @param base the site's base path, for links. */
export async function readLibrary(root: string, base: string): Promise<Library> {
  const tailoring = await readTailoring(root);
  const { organization, roles, wording } = tailoring;
  const { records, recordNames } = await readRecords(root, tailoring);
  const registers: Registers = {
    organization,
    roles,
    wording,
    records,
    topics: await readYaml(root, 'topics.yaml', TopicsSchema),
  };
  const handbooks: Handbook[] = [];
  for (const id of await names(join(root, 'sources'), '.yaml')) {
    handbooks.push(await readHandbook(root, id, registers, tailoring));
  }
  const pages = handbooks.flatMap((handbook) => handbook.pages);
  const byId = (provisions: Provision[]) => new Map(provisions.map((provision) => [provision.id, provision]));
  const provisions = byId(pages.flatMap((page) => page.provisions));
  const hidden = byId(pages.flatMap((page) => page.hidden.provisions));
  checkReferences(handbooks, provisions, hidden);
  for (const provision of provisions.values()) {
    provision.refersTo = provision.refersTo.filter((id) => !hidden.has(id));
  }
  const decisionNames = await names(join(root, 'decisions'), '.yaml');
  const drafts = inOrder(await Promise.all(decisionNames.map((name) => readDecisionDraft(root, name))));
  const settings = listSettings(drafts, tailoring.fillIns, wording);
  const passages = [...pages.flatMap((page) => page.passages), ...settings];
  checkRecords(registers, [...provisions.values(), ...hidden.values()], join(root, 'records.yaml'));
  checkFillInsUsed(tailoring.fillIns, organization, passages, root);

  const library: Library = {
    ...registers,
    handbooks,
    provisions,
    hidden,
    fillIns: listFillIns(tailoring.fillIns, wording, passages),
    passages,
    recordNames,
    conditions: new Map(pages.flatMap((page) => page.conditions)),
    glossary: await linkGlossary(root, handbooks, tailoring),
    conflicts: [],
    checklists: [],
    decisions: [],
    tools: [],
    citedBy: new Map(),
  };
  library.conflicts = await linkConflicts(root, library);
  for (const name of await names(join(root, 'checklists'), '.yaml')) {
    const asked = await readChecklist(root, name, library, base);
    library.tools.push({ kind: 'checklist', asked });
    library.checklists.push(fillChecklist(asked));
  }
  for (const draft of drafts) {
    const { asked, ...entry } = readDecision(draft, library, base);
    library.tools.push({ kind: 'decision', asked });
    library.decisions.push(entry);
  }
  const [fault] = checkLock(library.tools, root);
  if (fault) throw fault;
  library.citedBy = indexCitations(library);
  return library;
}

/** What has to be written, under the names that the company's words give it; and its own as they stand in the file. */
async function readRecords(root: string, tailoring: Tailoring): Promise<Pick<Library, 'records' | 'recordNames'>> {
  const name = 'records.yaml';
  const records = await readYaml(root, name, RecordsSchema);
  const recordNames = new Map(Object.entries(records[ownHandbook] ?? {}).map(([id, { name }]) => [id, name]));
  for (const [handbook, entries] of Object.entries(records)) {
    const wording = wordingFor(handbook, tailoring);
    for (const [id, record] of Object.entries(entries)) {
      const fill = (text: string, at: string) =>
        fillPlaceholders(text, wording, join(root, name), `${handbook}.${id}.${at}`);
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
async function names(folder: string, ending: string): Promise<string[]> {
  const files = existsSync(folder) ? await readdir(folder) : [];
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

async function readHandbook(root: string, id: string, registers: Registers, tailoring: Tailoring): Promise<Handbook> {
  const sourceFile = join(root, 'sources', `${id}.yaml`);
  const source = parseContent(SourceSchema, parseYaml(await readFile(sourceFile, 'utf8'), sourceFile), sourceFile);
  const folder = join(root, 'handbooks', id);
  const handbook: Handbook = { id, source, pages: [] };
  const wording = wordingFor(id, tailoring);
  const seen = new Map<string, string>();
  for (const name of await names(folder, '.mdx')) {
    const file = join(folder, `${name}.mdx`);
    const draft = readHandbookPage(await readFile(file, 'utf8'), file);
    handbook.pages.push(linkPage(draft, { handbook, name, file, registers, wording, seen }));
  }
  const units = new Set(source.units.map((unit) => unit.id));
  source.omitted.forEach((omitted, index) => {
    if (!units.has(omitted.id)) throw unknownId('unit', omitted.id, units, sourceFile, `omitted[${index}].id`);
  });
  return handbook;
}

/** Every `<Ref>` leads to a provision or a section heading. */
function checkReferences(handbooks: Handbook[], ...provisions: ReadonlyMap<string, unknown>[]): void {
  const known = new Set(provisions.flatMap((some) => [...some.keys()]));
  for (const { id, pages } of handbooks) {
    const sections = pages.flatMap((page) => [...page.sections, ...page.hidden.sections]);
    for (const section of sections) known.add(`${id}:${section.anchor}`);
  }
  for (const { file, references } of handbooks.flatMap((handbook) => handbook.pages)) {
    for (const { to, line } of references) {
      if (!known.has(to)) throw unknownId('citation', to, known, file, `line ${line} <Ref to>`);
    }
  }
}
