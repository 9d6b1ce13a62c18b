import type { SignerMatch } from '../../core/address-book/address-book.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import { toNames } from '../parts/written-forms.ts';
import type { Outcome } from '../receive/outcome.ts';
import type { Entry } from './entry.ts';
import { countExpired, countRowsToSee, rowsToSeeFirst } from './see-first.ts';

/** The columns between the file and what to do next, each a grade of its own: they are never merged into one. */
export const gradeColumns = ['tampering', 'signer', 'validity', 'revocation', 'match', 'form'] as const;
type GradeColumn = (typeof gradeColumns)[number];

/** Longest file, person's or company's name in the list, in code points; the details show more. */
const nameLimit = 80;
/** Longest sentence that names a place in a file, in code points. */
export const messageLimit = 400;

/**
 * One row of the matrix, from the page's templates.
 * @param root holds the templates
 * @param match what the address book says of the signer
 */
export function renderRow(root: ParentNode, entry: Entry, match: SignerMatch): HTMLElement {
  const row = findPart(copyTemplate(root, 'row'), 'tr');
  for (const column of gradeColumns)
    findPart(row, `[data-cell="${column}"]`).append(renderGrade(root, entry.outcome, column));
  findPart(row, '[data-cell="next"]').append(renderNext(root, entry, match));
  const file = toShortText(entry.name, nameLimit);
  if (entry.outcome.kind === 'sound') {
    const names = toNames(entry.outcome.verification.signer, nameLimit);
    findPart(row, '[data-cell="signer"]').append(copyTemplate(root, 'names', names));
    // Only a sound file has details further down to go to.
    const link = copyTemplate(root, 'file-link', { file });
    findPart(link, 'a').setAttribute('href', `#${entry.id}`);
    findPart(row, '[data-slot="file"]').replaceWith(link);
  }
  fillSlots(row, { file });
  row.toggleAttribute('data-bad', isContradicted(entry.outcome));
  return row;
}

/** The mark and the words of one cell; a file that was not checked has none but those of the page. */
export function renderGrade(root: ParentNode, outcome: Outcome, column: GradeColumn): DocumentFragment {
  switch (outcome.kind) {
    case 'sound':
    case 'refused': {
      const { grade, label } = outcome.verification.grades[column];
      return copyTemplate(root, `grade-${grade}`, { label });
    }
    default:
      return copyTemplate(root, column === 'tampering' ? `tampering-${outcome.kind}` : `other-${outcome.kind}`);
  }
}

/** Whether some check of a file contradicts it: then it is not to be accepted, whatever the others say. */
export function isContradicted(outcome: Outcome): boolean {
  return (
    (outcome.kind === 'sound' || outcome.kind === 'refused') &&
    Object.values(outcome.verification.grades).some(({ grade }) => grade === 'bad')
  );
}

function renderNext(root: ParentNode, { outcome, checkedAt }: Entry, match: SignerMatch): DocumentFragment {
  switch (outcome.kind) {
    case 'sound': {
      const { match: finding, form, file } = outcome.verification;
      if ('message' in finding)
        return copyTemplate(root, `next-${finding.kind}`, { message: toShortText(finding.message, messageLimit) });
      if (form === 'altered') return copyTemplate(root, 'next-altered');
      if (finding.kind === 'not-loaded') return copyTemplate(root, 'next-not-loaded');
      const { attention, open } = countRowsToSee(rowsToSeeFirst(file.summary));
      const expired = countExpired(file, checkedAt);
      const next = copyTemplate(root, `next-sound-${match.kind}`, {
        attention: String(attention),
        open: String(open),
        expired: String(expired),
      });
      if (expired === 0) next.querySelector('[data-when-expired]')?.remove();
      // Only a check list has items to be counted.
      if (file.answers.kind !== 'checklist') next.querySelector('[data-of="checklist"]')?.remove();
      return next;
    }
    case 'refused':
      return copyTemplate(root, 'next-refused', { message: outcome.verification.message });
    case 'same':
      return copyTemplate(root, 'next-same', { first: toShortText(outcome.first, nameLimit) });
    case 'turned-away':
      return copyTemplate(root, `next-${outcome.why}`);
  }
}
