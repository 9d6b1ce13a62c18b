import type { Change, ImportedPlace } from '../../core/regulation/imported.ts';
import { compareEdition } from '../edition/compare-edition.ts';
import type { StatedEdition } from '../edition/find-editions.ts';
import type { Diagnostic } from '../model/block.ts';
import type { Corrections } from '../model/correction.ts';
import type { InferredFields } from '../model/fields.ts';
import type { RegulationTree } from '../model/tree.ts';
import { toOneLine } from './escape.ts';
import { lettersIn } from './letters.ts';
import { type FieldPlan, type FieldStates, planFields } from './plan-fields.ts';
import { type PlacePlan, planPlaces } from './plan-places.ts';
import { planWords, type WordPlan } from './plan-words.ts';
import { type Desk, putFillIns, putInForce, putRegisters } from './put-registers.ts';
import { type Folder, readFolder } from './read-folder.ts';
import { readData } from './read-register.ts';
import { splitPages } from './split-pages.ts';
import { compareSpots } from './spots.ts';
import { writePage } from './write-page.ts';
import { addAmendment, toNotes, writeRecord } from './write-record.ts';
import { type SourceUnit, type SourceWords, updateSource, writeSource } from './write-source.ts';
import { noteWritten } from './written.ts';

/** What is to become a handbook. */
export interface HandbookRequest {
  id: string;
  /** Title of the document; left out when it is imported again and keeps its title. */
  title?: string | undefined;
  /** Who issued it; left out, the company of organization.yaml. */
  publisher?: string | undefined;
  /** Which edition it is, e.g. `第3版`; left out, the day of the import. */
  version?: string | undefined;
  /** A client's document; left out, the company's own rules. */
  isClient?: boolean;
  /** The file it was read from. */
  file: { name: string; sha256: string };
  /** Day of the import, `YYYY-MM-DD`. */
  today: string;
  tree: RegulationTree;
  fields: ReadonlyMap<string, InferredFields>;
  /** What a person says of places otherwise, before the first import. */
  corrections?: Corrections;
  /** Which edition the document calls itself. */
  editions?: readonly StatedEdition[];
  /** What the readers of the file had to tell besides the tree. */
  diagnostics?: readonly Diagnostic[];
  /** The content folder as it is, path → text: of the files for which `isRead` holds. */
  existing: ReadonlyMap<string, string>;
}

export interface HandbookResult {
  /** Path in the content folder → text, of the files that change. */
  files: Map<string, string>;
  /** Paths of pages that are no longer there. */
  removed: string[];
  /** What this edition changes against the last one; undefined at the first import. */
  changes: Change[] | undefined;
  /** Everything to look at, in the order of the document. */
  diagnostics: Diagnostic[];
  /** How sure what the pages say of each provision is. */
  fields: FieldStates[];
  version: string;
}

/**
 * Writes a regulation as a handbook of a content folder, its wording to the letter; or another edition of one, where
 * what people have put into the pages stays. Same input, same bytes.
 * @throws ImportError where the folder has no place for it
 */
export function writeHandbook(request: HandbookRequest): HandbookResult {
  const { id, tree, fields, existing, today, file } = request;
  const folder = readFolder(existing, id);
  const places = planPlaces(id, tree, fields, folder);
  const source = toSource(request, folder, places.changes.length > 0);
  const fieldPlan = planFields(id, places, fields, folder, request.corrections);
  const isOurs = folder.record ? folder.source['ours'] === true : !request.isClient;
  const words = planWords(id, isOurs ? source.short : undefined, places, fields, folder);
  // The same document again keeps the name of its edition.
  const isNamed = folder.record !== undefined && places.changes.length === 0;
  const edition =
    isNamed && request.version === undefined ? [] : compareEdition(request.editions ?? [], request.version);
  const found = [...(request.diagnostics ?? []), ...edition, ...tree.diagnostics, ...words.diagnostics];
  const diagnostics = inOrder(found);
  for (const name of folder.pages.broken) {
    const message = `handbooks/${id}/${name}.mdx が読めませんでした。手で書き足したものは引き継がれません。`;
    diagnostics.push({ kind: 'page', message, spot: {} });
  }

  const files = new Map<string, string>();
  const desk: Desk = {
    textOf: (path) => files.get(path) ?? existing.get(path),
    put: (path, text) => {
      if (existing.get(path) === text || (text === '' && !existing.has(path))) files.delete(path);
      else files.set(path, text);
    },
  };
  const names = putPages(request, folder, source, { places, fields: fieldPlan, words }, desk);
  const units = places.all.map(({ anchor, label, isHeading }): SourceUnit => {
    return { id: places.unitOf(anchor), label: toOneLine(label), ...(isHeading && { heading: true }) };
  });
  const sourcePath = `sources/${id}.yaml`;
  const before = existing.get(sourcePath);
  const given = { title: request.title, version: source.version };
  desk.put(
    sourcePath,
    before === undefined ? writeSource(id, source, isOurs, units) : updateSource(before, given, units),
  );
  putRegisters(id, fieldPlan, desk);
  if (!folder.record) putInForce(id, desk);
  if (words.fillIns) {
    const pages = names.map((name) => desk.textOf(`handbooks/${id}/${name}.mdx`) ?? '');
    for (const lost of putFillIns(words.fillIns, pages, folder.pages.fillIns, desk)) {
      const message = `「${lost}」に入れた値は、文書からその空欄や選択がなくなったので、消しました。`;
      diagnostics.push({ kind: 'fill-in', message, spot: {} });
    }
  }
  if (folder.record && places.changes.length > 0) {
    const path = `amendments/${id}.yaml`;
    const entry = { from: folder.record.version, to: source.version, on: today, changes: places.changes };
    desk.put(path, addAmendment(existing.get(path), entry));
  }
  const own = [...names.map((name) => `handbooks/${id}/${name}.mdx`), sourcePath, `amendments/${id}.yaml`];
  const written = noteWritten(own, existing, desk.textOf, folder.record?.written);
  const imported = toImported(places, fieldPlan, words);
  const notes = toNotes(diagnostics, tree);
  const { retired } = places;
  desk.put(
    `imports/${id}.yaml`,
    writeRecord({
      format: 'kitei-import/1',
      file: file.name,
      sha256: file.sha256,
      written,
      version: source.version,
      retired,
      places: imported,
      notes,
    }),
  );
  return {
    files,
    removed: folder.names.filter((name) => !names.includes(name)).map((name) => `handbooks/${id}/${name}.mdx`),
    changes: folder.record && places.changes,
    diagnostics,
    fields: [...fieldPlan.states.values()],
    version: source.version,
  };
}

/** As one reads the document; what two readers tell of one place is told once. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const once = [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
  return once.toSorted((a, b) => compareSpots(a.spot, b.spot));
}

/** What the source says of the document: what stands there already, what was given, or what can be said of any. */
function toSource(request: HandbookRequest, { source, record, files }: Folder, isChanged: boolean): SourceWords {
  const { id, isClient, today } = request;
  const textOf = (key: string) => (typeof source[key] === 'string' && source[key] !== '' ? source[key] : undefined);
  const title = toOneLine(request.title ?? textOf('title') ?? id);
  const company = readData(files, 'organization.yaml')['name'];
  const isSame = record !== undefined && !isChanged;
  return {
    title,
    short: textOf('short') ?? title,
    publisher:
      request.publisher ??
      textOf('publisher') ??
      (typeof company === 'string' && company ? company : isClient ? '（発行者の記載なし）' : '当社'),
    version: request.version ?? (isSame ? record.version : `${today} 取り込み`),
    status: textOf('status') ?? (isClient ? '委託元の文書' : '社内の規程'),
    readWhen: textOf('readWhen') ?? `「${title}」の定めを確かめるとき`,
  };
}

interface Plans {
  places: PlacePlan;
  fields: FieldPlan;
  words: WordPlan;
}

/** @returns names of the pages */
function putPages(
  { id, tree }: HandbookRequest,
  folder: Folder,
  { title }: SourceWords,
  { places, fields, words }: Plans,
  desk: Desk,
): string[] {
  // The page shows its title already.
  const isTitle = lettersIn(tree.title.map(({ text }) => text).join('')) === lettersIn(title);
  const opening = isTitle ? [] : tree.title;
  const pages = splitPages(places.parts, { title, hasOpening: opening.length > 0, isSplit: folder.names.length > 1 });
  for (const page of pages) {
    const description = page.title === title ? `${title}の本文。` : `${title}の「${page.title}」の本文。`;
    const text = writePage(page, page === pages[0] ? opening : [], description, {
      anchorOf: places.anchorOf,
      unitOf: places.unitOf,
      spansOf: words.spansOf,
      fieldsOf: (part) => fields.values.get(part) ?? {},
      isAsBefore: words.isAsBefore,
      kept: folder.pages,
    });
    desk.put(`handbooks/${id}/${page.name}.mdx`, text);
  }
  return pages.map(({ name }) => name);
}

/** Each place as the next import and the review page will want to know it. */
function toImported(places: PlacePlan, fields: FieldPlan, words: WordPlan): ImportedPlace[] {
  const parts = new Map(places.provisions.map((part) => [part.place, part]));
  return places.all.map((place) => {
    const part = parts.get(place);
    const written = part && fields.inferred.get(part);
    const references = words.targetsOf(place);
    return {
      anchor: places.anchorOf(place.anchor),
      label: toOneLine(place.label),
      text: place.words,
      ...(place.isHeading && { heading: true as const }),
      ...(written && { inferred: written.values }),
      ...(references.length > 0 && { references }),
      ...(written && written.guessed.length > 0 && { guessed: written.guessed }),
      ...(written && written.hints.length > 0 && { hints: written.hints }),
    };
  });
}
