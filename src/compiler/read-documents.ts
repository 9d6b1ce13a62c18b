import { join } from 'node:path';
import type { Clause, Demand, DocumentDefinition, DocumentField } from '../core/document/definition.ts';
import type { DocumentFile } from '../core/document/file-schema.ts';
import type { Handbook, Library } from '../core/regulation/library.ts';
import { originalOf } from '../core/regulation/original.ts';
import { rowsOf } from '../core/tailoring/list-rows.ts';
import { fillBlank, fillText, findOwnList } from '../core/tailoring/wording.ts';
import type { Basis } from '../record/v1/basis.ts';
import { checkDocument } from './check-document.ts';
import type { Faults } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { listFiles } from './list-files.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';
import { checkPlaceholders, toBasis } from './to-worded.ts';

/** Reads the documents that a company makes its own into the library; one of a handbook that is off is left out. */
export async function readDocuments(library: Library, base: string, inForce: InForce, faults: Faults): Promise<void> {
  for (const name of await listFiles('documents', '.yaml', faults)) {
    const read = await readYaml(`documents/${name}.yaml`, shapes.document, faults);
    if (!read || inForce.isOff(read.handbook)) continue;
    const handbook = library.handbooks.find(({ id }) => id === read.handbook);
    const file = join(faults.root, 'documents', `${name}.yaml`);
    checkPlaceholders(read, library.wording, { file, path: '' }, faults);
    checkDocument(read, { name, file, library, faults });
    if (!handbook) continue;
    const toBases = (citations: readonly string[], path: string) =>
      citations.flatMap((citation, index) =>
        toBasis(citation, library, base, { file, path: `${path}[${index}]` }, faults),
      );
    library.documents.push(toDefinition(read, { library, handbook, toBases }));
  }
}

interface Reading {
  library: Library;
  handbook: Handbook;
  toBases: (citations: readonly string[], path: string) => Basis[];
}

function toDefinition(file: DocumentFile, reading: Reading): DocumentDefinition {
  const { handbook: _, fields, opening = [], articles, closing = [], tables = [], demands = [], basis, ...rest } = file;
  const { library, handbook, toBases } = reading;
  const lines = [opening, closing].map((some) => some.map((line) => toLine(line, reading)));
  return {
    ...rest,
    lead: fillText(file.lead, library.wording),
    fields: fields.map((field) => toField(field, library)),
    opening: lines[0] ?? [],
    articles: articles.map(({ clauses, ...article }) => ({
      ...article,
      clauses: clauses.map((clause) => toClause(clause, reading)),
    })),
    closing: lines[1] ?? [],
    tables,
    demands: demands.map(({ citations, note = '', ...demand }, index): Demand => {
      return { ...demand, note, basis: toBases(citations, `demands[${index}].citations`) };
    }),
    basis: toBases(basis, 'basis'),
    ...(handbook.original && { copy: handbook.original.copy }),
  };
}

function toField(
  { help = '', kind = 'line', blank = '', initial = '', from, rows, ...field }: DocumentFile['fields'][number],
  library: Library,
): DocumentField {
  const own = rows && findLines(library.wording, rows);
  return { ...field, help, kind, blank, initial: own ?? ((from && findSetting(library, from)) || initial) };
}

/** A line for each row that the company has written; undefined while the rows of the sample stand. */
function findLines(
  wording: Library['wording'],
  { list: id, column, groups }: NonNullable<DocumentFile['fields'][number]['rows']>,
): string | undefined {
  const list = findOwnList(wording, id);
  if (!list) return undefined;
  const rows = groups ? groups.flatMap((group) => rowsOf(list, group)) : (list.rows ?? []);
  return [...new Set(rows.map((row) => fillText(row[column] ?? '', wording)))].filter(Boolean).join('\n');
}

/** What organization.yaml says of it; undefined while that is open. */
function findSetting({ organization, wording }: Library, from: string): string | undefined {
  if (from === 'name') return organization.name || undefined;
  const path = wording.blanks[from]?.path;
  return path !== undefined && wording.values.has(path) ? fillBlank(from, wording) : undefined;
}

type FileClause = {
  text: string;
  units?: string[] | undefined;
  items?: FileClause[] | undefined;
  more?: FileClause[] | undefined;
};

/** The official words of a clause stand without their number: it is numbered anew. */
function toClause<One extends FileClause>({ units, items, more, ...clause }: One, reading: Reading): Clause {
  const official = findOfficial(units, reading);
  return {
    ...clause,
    text: fillText(clause.text, reading.library.wording),
    ...(official !== undefined && { official: official.replace(mark, '') }),
    ...(items && { items: items.map((item) => toClause(item, reading)) }),
    ...(more && { more: more.map((one) => toClause(one, reading)) }),
  };
}

/** `1.`, `(1)`, `①`, `・` at the head of a unit. */
const mark = /^(?:\d{1,2}\s?[.．、]|[(（]\d{1,2}[)）]|[\u2460-\u2473]|[・·])[ \u3000]*/;

function toLine({ units, ...line }: { text: string; units?: string[] | undefined }, reading: Reading) {
  const official = findOfficial(units, reading);
  const text = fillText(line.text, reading.library.wording);
  return { ...line, text, ...(official !== undefined && { official }) };
}

/** All of its units must have official words: half a clause of each would be nobody's. */
function findOfficial(units: readonly string[] | undefined, { handbook }: Reading): string | undefined {
  const texts = units?.map((unit) => originalOf(handbook, [unit])?.paragraphs.join('\n'));
  return texts?.every((text) => text !== undefined) ? texts.join('') : undefined;
}
