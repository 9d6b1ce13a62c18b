import type { KiteiFile } from '../../record/kitei-file.ts';
import { matterOf } from '../inbox/relate-files.ts';
import { type Entry, stateOf } from '../register/entry.ts';
import { beginEntry, type Writing, withState } from '../register/merge.ts';
import { gradeNames } from '../returned-list/describe-returned-list.ts';
import type { GradeName, Return, ReturnState, StatedGrade } from './desk.ts';
import { type Kept, type KeptPlaces, keepOf, nothingKept } from './kept.ts';
import { type ColumnOf, factColumns, saidColumns } from './tables.ts';
import { type Sha256, toId } from './to-id.ts';
import { toCells } from './write.ts';

/** A file and what its check found; the page makes it of the verifier's verdict. */
export interface CheckedFile {
  /** Of its bytes, 64 lower-case hexadecimal digits. */
  sha256: string;
  /** Name, or path in its archive. */
  name: string;
  /** Id of the campaign whose page is open; '' for none. */
  into: string;
  finding: Finding;
}

type Grades = Partial<Record<GradeName, StatedGrade>>;

export type Finding =
  /** Exactly what was signed. */
  | {
      state: 'sound';
      file: KiteiFile;
      signer: { fingerprint: string; commonName: string; organization: string };
      claimedTime: Date;
      documentNumber: string;
      match: Exclude<Return['match'], ''>;
      form: Return['form'];
      grades: Grades;
    }
  /** A file of this site without a signature whose answers can be read: nothing in it is proved. */
  | { state: 'unsigned'; file: KiteiFile; form: Return['form']; grades: Grades }
  /** Nothing in it is believed. `reason`: id of the refusal. `other`: it is no file of this site; `found` is what it is instead. */
  | { state: Exclude<ReturnState, 'sound' | 'unsigned'>; reason: string; found?: string | undefined; grades: Grades };

/** What a file adds to the desk. `entry` is undefined where the desk has just this already. */
export interface Received {
  entry: Entry | undefined;
  kept: Kept;
}

/**
 * Takes a checked file onto the desk. Its entry and its first state are made of the file, so the same one twice, or on two
 * desks, is one; another finding (a newer site has checked it again) is a further state, and what people said of it stays.
 * @param known the entry with this hash, where the desk has one; @param writing its `id` is not used
 */
export function receive(
  { sha256: id, name, into, finding }: CheckedFile,
  known: Entry | undefined,
  { at, by }: Pick<Writing, 'at' | 'by'>,
  sha256: Sha256,
): Received {
  const { kept, places } = 'file' in finding ? keepOf(finding.file, sha256) : nowhere;
  const facts = toCells(factsOf(finding, places));
  const writing = { id: toId(['return', id, JSON.stringify(facts)], sha256), at, by };
  const came = { name, into, 'received-at': at };
  if (!known) return { entry: beginEntry(id, 'return', { cells: toCells({ ...facts, ...came }) }, writing), kept };
  const { cells, struck } = stateOf(known);
  const isKnown = factColumns.every((column) => (cells[column] ?? '') === (facts[column] ?? ''));
  if (isKnown || known.states.some((state) => state.id === writing.id)) return { entry: undefined, kept };
  const rest = Object.entries(cells).filter(([column]) => !factColumns.some((fact) => fact === column));
  const written = { cells: toCells({ ...Object.fromEntries(rest), ...facts }), ...(struck && { struck }) };
  return { entry: withState(known, written, writing), kept };
}

/** What a person says of a file: to which campaign and company it belongs; that it came with a seal on paper. */
export type Said = Partial<Record<(typeof saidColumns)[number], string>>;

/** The entry of a file with what a person said of it. @param entry as the person saw it */
export function sayOfReturn(entry: Entry, said: Said, writing: Writing): Entry {
  const { cells, struck } = stateOf(entry);
  const own = Object.fromEntries(saidColumns.flatMap((column) => (column in said ? [[column, said[column]]] : [])));
  return withState(entry, { cells: toCells({ ...cells, ...own }), ...(struck && { struck }) }, writing);
}

const nowhere = { kept: nothingKept, places: { answers: '', definition: '' } };

function factsOf(finding: Finding, places: KeptPlaces): Partial<Record<ColumnOf<'return'>, string>> {
  const grades = Object.fromEntries(
    (Object.keys(gradeNames) as GradeName[]).flatMap((name) => {
      const stated = finding.grades[name];
      return stated ? [[`grade-${name}`, `${stated.grade}:${stated.label}`]] : [];
    }),
  );
  if (!('file' in finding))
    return { state: finding.state, reason: finding.reason, found: finding.found ?? '', ...grades };
  const { file, state, form } = finding;
  const { definition, answers, summary } = file;
  const { company, checker, checkedOn, recipient, business } = answers.header;
  return {
    state,
    kind: answers.kind,
    tool: definition.id,
    'tool-version': String(definition.version),
    'tool-title': definition.title,
    matter: matterOf(file),
    'company-name': company,
    checker,
    'checked-on': checkedOn,
    recipient,
    business,
    request: 'request' in answers ? (answers.request?.id ?? '') : '',
    number: state === 'sound' ? finding.documentNumber : summary.number,
    form,
    ...(state === 'sound' && {
      fingerprint: finding.signer.fingerprint,
      'common-name': finding.signer.commonName,
      organization: finding.signer.organization,
      'claimed-at': finding.claimedTime.toISOString(),
      match: finding.match,
    }),
    ...places,
    ...grades,
  };
}
