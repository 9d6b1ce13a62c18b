import { join } from 'node:path';
import type { FormFile } from '../core/form/file-schema.ts';
import type { RegisterRules } from '../core/register/rules.ts';
import type { FormEntry, Library } from '../core/regulation/library.ts';
import { fillText, type Wording } from '../core/tailoring/wording.ts';
import { trimBasis } from '../record/v1/basis.ts';
import type { CompanyWords } from '../record/v1/company/words.ts';
import type { FormColumn, FormDefinition, FormField, FormPart } from '../record/v1/form/definition.ts';
import { fillForm } from '../record/v1/form/fill.ts';
import { fieldsOf } from '../record/v1/form/given.ts';
import { headerNames } from '../record/v1/header/header.ts';
import { toBegins } from './begin-rows.ts';
import { checkForm } from './check-form.ts';
import { checkLeads } from './check-leads.ts';
import type { Faults } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { reduceForm } from './in-force/reduce-form.ts';
import { listFiles } from './list-files.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';
import { checkPlaceholders, toBasis, toWorded } from './to-worded.ts';

/** What the head of a form calls its date and who fills it in, where it does not say. */
const usualHead = { company: headerNames.company, checker: '作成者', checkedOn: '作成日' } as const;

/** Reads all forms into the library; a form that takes over from one that is left out takes over from what is left. */
export async function readForms(library: Library, base: string, inForce: InForce, faults: Faults): Promise<void> {
  const names = await listFiles('forms', '.yaml', faults);
  for (const name of names) await readForm(name, library, base, inForce, faults, names);
  const left = new Set(library.forms.map(({ definition }) => definition.id));
  for (const entry of library.forms) {
    entry.from = entry.from.filter((id) => left.has(id));
    if (entry.register) entry.register.takes = entry.register.takes.filter((id) => left.has(id));
  }
  await checkLeads(library, names, faults);
}

/**
 * Reads a form and gives it the company's words and the addresses of what it cites: into `library.tools` and
 * `library.forms`, unless the file is too broken to go on with or too little of it is left.
 * @param name file name without ending; @param base the site's base path; @param names of all forms
 */
export async function readForm(
  name: string,
  library: Library,
  base: string,
  inForce: InForce,
  faults: Faults,
  names: readonly string[] = [name],
): Promise<void> {
  const file = join(faults.root, 'forms', `${name}.yaml`);
  const read = await readYaml(`forms/${name}.yaml`, shapes.form, faults);
  if (!read) return;
  const reduced = reduceForm(read, inForce);
  if ('reason' in reduced) {
    inForce.leftOut.push({ kind: 'form', id: read.id, reason: reduced.reason });
    return;
  }
  const { form, places, without } = reduced;
  faults.reduce(file, (path) => places.toFile(path));
  checkPlaceholders(form, library.wording, { file, path: '' }, faults);
  const toBases = (citations: readonly string[] = [], path: string) =>
    citations.flatMap((citation, index) =>
      toBasis(citation, library, base, { file, path: `${path}[${index}]` }, faults),
    );
  const template = toDefinition(form, toBases);
  checkForm(form, template, { name, names, file, library, faults });
  const asked = toWorded(template, library.wording, file, faults);
  library.tools.push({ kind: 'form', asked, without });
  library.forms.push({
    definition: fillForm(asked),
    ...(form.handbook !== undefined && { handbook: form.handbook }),
    group: form.group,
    records: form.records ?? [],
    from: form.from ?? [],
    isYearly: form.yearly ?? fieldsOf(template).some(({ id }) => id === 'fiscal-year'),
    begins: toBegins(form, library.wording),
    asks: form.asks ?? [],
    provisions: form.basis.filter((citation) => library.provisions.has(citation)),
    addressee: fillText(form.head.recipient?.name ?? '', library.wording),
    ...(form.gate && { gate: toGate(form.gate, toBases, library.wording, asked.words) }),
    ...(form.register && { register: toRules(form.register, library, toBases) }),
  });
}

/** In the company's words, without what its choices take off the pages. */
function toGate(
  { question, yes, no, says, citations }: NonNullable<FormFile['gate']>,
  toBases: ToBases,
  wording: Wording,
  words: CompanyWords,
): FormEntry['gate'] {
  const fill = (text: string) => fillText(text, wording);
  const basis = toBases(citations, 'gate.citations');
  return trimBasis({ question: fill(question), yes: fill(yes), no: fill(no), says: fill(says), basis }, words);
}

/** The rules of a register, in the company's words. */
function toRules(
  { tables, keeps, takes = [] }: NonNullable<FormFile['register']>,
  { wording }: Library,
  toBases: ToBases,
): RegisterRules {
  const filled = Object.entries(tables).map(([id, { closedBy = [], open, closed, leads, ...columns }]) => {
    const words = {
      ...(open !== undefined && { open: fillText(open, wording) }),
      ...(closed !== undefined && { closed: fillText(closed, wording) }),
    };
    const led = leads?.map(({ text, decision, form, table, gives = {}, returns = [] }) => {
      const to = { ...(decision !== undefined && { decision }), ...(form !== undefined && { form }) };
      return { text: fillText(text, wording), ...to, ...(table !== undefined && { table }), gives, returns };
    });
    return [id, { ...columns, closedBy, ...words, ...(led && { leads: led }) }] as const;
  });
  const { citations, says, ...period } = keeps;
  return {
    tables: Object.fromEntries(filled),
    keeps: {
      ...(period.for && { for: period.for }),
      says: fillText(says, wording),
      basis: toBases(citations, 'register.keeps.citations'),
    },
    takes,
  };
}

type ToBases = (citations: readonly string[] | undefined, path: string) => FormField['basis'];

function toDefinition(form: FormFile, toBases: ToBases): FormDefinition {
  // What is about the form on the site, and no part of the paper.
  const { handbook, records, group, from, asks, gate, yearly, begins, lists, register, ...paper } = form;
  const { head, body = [], seal = [], ...rest } = paper;
  const { recipient, ...names } = head;
  return {
    ...rest,
    head: {
      ...usualHead,
      ...names,
      ...(recipient && { recipient: { label: recipient.label, ending: recipient.ending } }),
    },
    body,
    parts: form.parts.map((part, index) => toPart(part, `parts[${index}]`, toBases)),
    seal,
    basis: toBases(form.basis, 'basis'),
  };
}

type FilePart = FormFile['parts'][number];

function toPart(part: FilePart, path: string, toBases: ToBases): FormPart {
  if (part.kind === 'text') return part;
  const { title = '' } = part;
  if (part.kind === 'fields') {
    return { ...part, title, fields: part.fields.map((field, f) => toField(field, `${path}.fields[${f}]`, toBases)) };
  }
  const { columns, blankRows = 10, examples = [], notes = [], ...table } = part;
  return { ...table, title, columns: toColumns(columns, path, toBases), blankRows, examples, notes };
}

function toField(
  { citations, help = '', kind = 'line', ...field }: FileField,
  path: string,
  toBases: ToBases,
): FormField {
  return { ...field, help, kind, basis: toBases(citations, `${path}.citations`) };
}

type FileField = Extract<FilePart, { kind: 'fields' }>['fields'][number];

/** Widths as shares of the table, to the ten-thousandth; the last column takes what rounding leaves. */
function toColumns(
  columns: Extract<FilePart, { kind: 'table' }>['columns'],
  path: string,
  toBases: ToBases,
): FormColumn[] {
  const fine = 10_000;
  const total = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const shares = columns.map(({ width = 1 }) => Math.max(1, Math.round((width / total) * fine)));
  const rest = fine - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
  return columns.map(({ width: _, ...column }, index) => ({
    ...toField(column, `${path}.columns[${index}]`, toBases),
    ...(column.person !== undefined && { person: column.person }),
    share: (index === columns.length - 1 ? rest : (shares[index] ?? 1)) / fine,
  }));
}
