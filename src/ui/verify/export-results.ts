import { type CheckResult, resultsFileName, type SignedResult, tabulateResults } from '../../core/csv/check-results.ts';
import { toCsv } from '../../core/csv/csv.ts';
import { copyTemplate, findPart } from '../parts/templates.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import { toGroups } from '../parts/written-forms.ts';
import { type Entry, isSound, type Surroundings } from './entry.ts';
import { renderRemarks } from './render-remarks.ts';
import { gradeColumns, renderGrade } from './render-row.ts';
import { gradeBeside } from './surroundings.ts';

/** Longest text of a cell, in code points: what Excel holds in one (32,767 UTF-16 units), with room to spare. */
const cellLimit = 16_000;

/** The list as a CSV file. */
export interface ExportedResults {
  name: string;
  /** With the byte order mark. */
  text: string;
}

/**
 * Writes the list down, in words that come from the page's own templates. What came from files is made visible first: a
 * character that turns text around would do so in a spreadsheet as well.
 * @param verifier name and version, e.g. `kitei 0.1.0`
 */
export function exportResults(
  root: ParentNode,
  entries: readonly Readonly<Surroundings & { entry: Entry }>[],
  { verifier, now }: { verifier: string; now: Date },
): ExportedResults {
  const names = new Map(entries.map(({ entry }) => [entry.id, entry.name]));
  const results = entries.map((known) => toResult(root, known, (id) => names.get(id) ?? ''));
  const rows = tabulateResults(results, verifier).map((row) => row.map(toCell));
  return { name: resultsFileName(now), text: toCsv(rows) };
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
