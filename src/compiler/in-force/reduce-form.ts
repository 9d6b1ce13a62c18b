import type { FormFile } from '../../core/form/file-schema.ts';
import { handbookOf, type InForce } from './in-force.ts';
import { Places } from './places.ts';

type FilePart = FormFile['parts'][number];

/**
 * A form without what rests on documents that are off: it goes with its handbook, or with the last provision of its basis; a
 * field or column with the last of its citations, a part with the last of its fields.
 * @returns why it is left out, where it is
 */
export function reduceForm(
  form: FormFile,
  inForce: InForce,
): { form: FormFile; places: Places; without: string[] } | { reason: string } {
  const places = new Places();
  const keep = (citations: readonly string[], path: string) =>
    places.keep(path, citations, (one) => (inForce.isOffCitation(one) ? undefined : one));
  if (form.handbook !== undefined && inForce.isOff(form.handbook)) {
    return { reason: `載せない文書（${form.handbook}）の書類のためです。` };
  }
  const basis = keep(form.basis, 'basis');
  if (basis.length === 0) return { reason: `載せない文書（${documentsOf(form.basis)}）に拠るためです。` };
  const parts = places.keep('parts', form.parts, (part, index) => reducePart(part, `parts[${index}]`, keep, places));
  const isAsked = ({ kind }: FilePart) => kind !== 'text';
  if (form.parts.some(isAsked) && !parts.some(isAsked)) {
    return { reason: '欄の全部が、載せない文書に拠るためです。' };
  }
  if (
    form.each !== undefined &&
    form.parts.some(({ id }) => id === form.each) &&
    !parts.some(({ id }) => id === form.each)
  ) {
    return { reason: `表「${form.each}」が、載せない文書に拠るためです。` };
  }
  const { records, gate, begins, lists, register, ...rest } = form;
  const left = places.keep('records', records ?? [], (one) => (inForce.isOffCitation(one) ? undefined : one));
  const cited = [...form.basis, ...citationsOf(form)];
  const without = [...inForce.off].filter((id) => cited.some((one) => handbookOf(one) === id)).sort();
  const asked = gate && { ...gate, ...(gate.citations && { citations: keep(gate.citations, 'gate.citations') }) };
  return {
    form: {
      ...rest,
      basis,
      parts,
      ...(records && { records: left }),
      ...(asked && { gate: asked }),
      ...(begins && { begins: reduceBegins(begins, form.parts, parts) }),
      ...(lists && { lists: reduceLists(lists, form.parts, parts) }),
      ...(register && { register: reduceRegister(register, form.parts, parts, keep) }),
    },
    places,
    without,
  };
}

/** Rows without the tables and columns that are gone; what never was there stays, to be told of. */
function reduceBegins(
  begins: NonNullable<FormFile['begins']>,
  before: readonly FilePart[],
  after: readonly FilePart[],
): FormFile['begins'] {
  const isGone = toIsGone(before, after);
  const tables = Object.entries(begins).filter(([table]) => !isGone(table));
  return Object.fromEntries(
    tables.map(([table, rows]) => [
      table,
      rows.map((cells) => Object.fromEntries(Object.entries(cells).filter(([column]) => !isGone(table, column)))),
    ]),
  );
}

function reduceLists(
  lists: NonNullable<FormFile['lists']>,
  before: readonly FilePart[],
  after: readonly FilePart[],
): NonNullable<FormFile['lists']> {
  const isGone = toIsGone(before, after);
  const tables = Object.entries(lists).filter(([table]) => !isGone(table));
  return Object.fromEntries(
    tables.map(([table, { list, cells }]) => {
      const left = Object.entries(cells).filter(([column]) => !isGone(table, column));
      return [table, { list, cells: Object.fromEntries(left) }];
    }),
  );
}

function toIsGone(before: readonly FilePart[], after: readonly FilePart[]) {
  return (table: string, column?: string) => hasPlace(before, table, column) && !hasPlace(after, table, column);
}

function hasPlace(parts: readonly FilePart[], table: string, column: string | undefined): boolean {
  return parts.some(
    (part) =>
      part.kind === 'table' &&
      part.id === table &&
      (column === undefined || part.columns.some(({ id }) => id === column)),
  );
}

/**
 * The rules of a register without the tables and columns that are gone; without its day, a table is no list of entries. What
 * never was there stays, to be told of.
 */
function reduceRegister(
  { tables, keeps, ...rest }: NonNullable<FormFile['register']>,
  before: readonly FilePart[],
  after: readonly FilePart[],
  keep: Keep,
): NonNullable<FormFile['register']> {
  const left = Object.entries(tables).flatMap(([id, { closedBy, due, until, filters, reasons, leads, ...rules }]) => {
    const isLeft = (column: string) => !hasPlace(before, id, column) || hasPlace(after, id, column);
    const closing = closedBy?.filter(isLeft) ?? [];
    const narrowing = filters?.filter(isLeft) ?? [];
    const reasoned = Object.entries(reasons ?? {}).filter((pair) => pair.every(isLeft));
    const kept = {
      ...rules,
      ...(closing.length > 0 && { closedBy: closing }),
      ...(due !== undefined && isLeft(due) && { due }),
      ...(until !== undefined && isLeft(until) && { until }),
      ...(narrowing.length > 0 && { filters: narrowing }),
      ...(reasoned.length > 0 && { reasons: Object.fromEntries(reasoned) }),
      ...(leads && { leads: leads.map((lead) => reduceLead(lead, isLeft)) }),
    };
    return isLeft(rules.on) ? [[id, kept] as const] : [];
  });
  const { citations } = keeps;
  const cited = citations && { citations: keep(citations, 'register.keeps.citations') };
  return { ...rest, tables: Object.fromEntries(left), keeps: { ...keeps, ...cited } };
}

type FileLead = NonNullable<NonNullable<FormFile['register']>['tables'][string]['leads']>[number];

/** What an entry gives and takes, of the columns that are left. */
function reduceLead({ gives, returns, ...lead }: FileLead, isLeft: (column: string) => boolean): FileLead {
  const given = Object.entries(gives ?? {}).filter(([, column]) => isLeft(column));
  return {
    ...lead,
    ...(given.length > 0 && { gives: Object.fromEntries(given) }),
    ...(returns && { returns: returns.filter(isLeft) }),
  };
}

type Keep = (citations: readonly string[], path: string) => string[];

function reducePart(part: FilePart, path: string, keep: Keep, places: Places): FilePart | undefined {
  if (part.kind === 'text') return part;
  if (part.kind === 'fields') {
    const fields = places.keep(`${path}.fields`, part.fields, (field, index) =>
      reduceField(field, `${path}.fields[${index}]`, keep),
    );
    return fields.length > 0 ? { ...part, fields } : undefined;
  }
  const gone = new Set<number>();
  const columns = places.keep(`${path}.columns`, part.columns, (column, index) => {
    const left = reduceField(column, `${path}.columns[${index}]`, keep);
    if (!left) gone.add(index);
    return left;
  });
  if (columns.length === 0) return undefined;
  const { examples, chart, ...table } = part;
  // A cell goes with its column.
  const rows = examples?.map((cells) => cells.filter((_, index) => !gone.has(index)));
  const drawn = chart && reduceChart(chart, new Set(columns.map(({ id }) => id)));
  return { ...table, columns, ...(rows && { examples: rows }), ...(drawn && { chart: drawn }) };
}

type FileChart = NonNullable<Extract<FilePart, { kind: 'table' }>['chart']>;

/** A chart without the column of its heads, or without any of its lines, has nothing to draw. */
function reduceChart({ under, ...chart }: FileChart, left: ReadonlySet<string>): FileChart | undefined {
  const lines = chart.lines.filter((id) => left.has(id));
  if (!left.has(chart.box) || lines.length === 0) return undefined;
  return { ...chart, lines, ...(under !== undefined && left.has(under) && { under }) };
}

function reduceField<Field extends { citations?: string[] | undefined }>(
  field: Field,
  path: string,
  keep: Keep,
): Field | undefined {
  if (!field.citations) return field;
  const citations = keep(field.citations, `${path}.citations`);
  return field.citations.length > 0 && citations.length === 0 ? undefined : { ...field, citations };
}

function citationsOf({ parts }: FormFile): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    return (part.kind === 'fields' ? part.fields : part.columns).flatMap(({ citations = [] }) => citations);
  });
}

function documentsOf(citations: readonly string[]): string {
  return [...new Set(citations.map(handbookOf))].join(', ');
}
