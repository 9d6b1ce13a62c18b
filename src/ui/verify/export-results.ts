import { type CheckResult, resultsFileName, type SignedResult, tabulateResults } from '../../core/csv/check-results.ts';
import { toCsv } from '../../core/csv/csv.ts';
import { toResultSheets } from '../../core/csv/result-sheets.ts';
import { copyTemplate, findPart } from '../parts/templates.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import { writeWorkbook } from '../parts/write-workbook.ts';
import { toGroups } from '../parts/written-forms.ts';
import { type Entry, isSound, type Surroundings } from './entry.ts';
import { renderRemarks } from './render-remarks.ts';
import { gradeColumns, renderGrade } from './render-row.ts';
import { gradeBeside } from './surroundings.ts';

/** Longest text of a cell, in code points: what Excel holds in one (32,767 UTF-16 units), with room to spare. */
const cellLimit = 16_000;

/** Where the list stands, and what of it. */
export interface ExportedList {
  /** Holds the templates. */
  root: ParentNode;
  entries: readonly Readonly<Surroundings & { entry: Entry }>[];
}

/** Who checked, as `kitei 0.1.0`, and when. */
export interface Stamp {
  verifier: string;
  now: Date;
}

/**
 * The list as CSV with the byte order mark, in words that come from the page's own templates. What came from files is made
 * visible first: a character that turns text around would do so in a spreadsheet as well.
 */
export function exportCsv(list: ExportedList, { verifier, now }: Stamp): { name: string; text: string } {
  const rows = tabulateResults(toResults(list), verifier).map((row) => row.map(toCell));
  return { name: resultsFileName(now, '.csv'), text: toCsv(rows) };
}

/** The list as an Excel file: as the CSV, and each row of a form's tables as a row. */
export async function exportWorkbook(
  list: ExportedList,
  { verifier, now }: Stamp,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const workbook = await writeWorkbook(toResultSheets(toResults(list), verifier, toCell));
  return { name: resultsFileName(now, '.xlsx'), bytes: new Uint8Array(await workbook.arrayBuffer()) };
}

function toResults({ root, entries }: ExportedList): CheckResult[] {
  const names = new Map(entries.map(({ entry }) => [entry.id, entry.name]));
  return entries.map((known) => toResult(root, known, (id) => names.get(id) ?? ''));
}

function toResult(
  root: ParentNode,
  { entry, match, relation }: Readonly<Surroundings & { entry: Entry }>,
  nameOf: (id: string) => string,
): CheckResult {
  const { outcome } = gradeBeside(entry, match);
  const heads = copyTemplate(root, 'row');
  const grades = gradeColumns.map((column) => ({
    name: findPart(heads, `[data-cell="${column}"]`).dataset['l'] ?? column,
    label: toText(renderGrade(root, outcome, column)),
  }));
  return {
    fileName: entry.name,
    sha256: 'sha256' in outcome ? outcome.sha256 : '',
    state: toText(copyTemplate(root, `state-${outcome.kind}`)),
    reason: toReason(root, entry),
    grades,
    remarks: relation ? renderRemarks(root, relation, nameOf).map(toText) : [],
    checkedAt: entry.checkedAt,
    ...(isSound(entry) ? { signed: toSigned(entry.outcome) } : {}),
  };
}

function toReason(root: ParentNode, { outcome }: Entry): string {
  switch (outcome.kind) {
    case 'sound': {
      const { match, form } = outcome.verification;
      if ('message' in match) return match.message;
      return form === 'altered' ? toText(copyTemplate(root, 'next-altered')) : '';
    }
    case 'refused':
      return outcome.verification.message;
    case 'same':
      return toText(copyTemplate(root, 'next-same', { first: outcome.first }));
    case 'turned-away':
      return toText(copyTemplate(root, `next-${outcome.why}`));
  }
}

function toSigned({ verification }: Extract<Entry['outcome'], { kind: 'sound' }>): SignedResult {
  const { signer, claimedTime, documentNumber, file } = verification;
  const { commonName, organization } = signer;
  return { commonName, organization, fingerprint: toGroups(signer.fingerprint), claimedTime, documentNumber, file };
}

function toText(content: DocumentFragment): string {
  return (content.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Visible text that a spreadsheet can hold; line breaks stay, and a cut is marked. */
function toCell(text: string): string {
  return text.length <= cellLimit ? toVisibleText(text) : toShortText(text, cellLimit);
}
