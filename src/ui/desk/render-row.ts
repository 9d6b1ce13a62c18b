import { nextSteps } from '../../core/desk/next-steps.ts';
import { reasonNames } from '../../core/desk/reasons.ts';
import { type DeskRow, type RowKind, rowKindNames } from '../../core/desk/table.ts';
import { formatDate } from '../../core/text/date.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';

const nameLimit = 100;

/** One row of the table, from the page's template. @param root holds the template */
export function renderRow(root: ParentNode, row: DeskRow): HTMLElement {
  const drawn = findPart(copyTemplate(root, 'desk-row'), 'tr');
  const { counts } = row;
  drawn.dataset['row'] = row.id;
  markKind(findPart(drawn, '.k-tag'), row.kind);
  fillSlots(drawn, {
    name: toShortText(row.name, nameLimit),
    about: toShortText(aboutOf(row), nameLimit),
    kind: rowKindNames[row.kind],
    reasons: describeReasons(row),
    circles: toCount(counts?.circles),
    crosses: toCount(counts?.crosses),
    notApplicable: toCount(counts?.notApplicable),
    unanswered: toCount(counts?.unanswered),
    submittedOn: formatDate(row.submittedOn),
    next: nextSteps[row.next],
  });
  return drawn;
}

/** Of a company that answers for several who or what this row is about; else ''. */
export function aboutOf({ id, company, shown }: DeskRow): string {
  return company && id !== company.id ? (shown?.checker ?? '') : '';
}

/** Gives the result the looks of how much it presses; its words stand beside it. */
export function markKind(tag: HTMLElement, kind: RowKind): void {
  const looks = { refused: 'must', missing: 'contradiction', look: 'contradiction', remedy: 'strictest', done: '' };
  tag.dataset['kind'] = looks[kind];
}

/** Japanese: what leads to the result. */
export function describeReasons({ reasons, expired, company }: DeskRow): string {
  // What two people wrote of the company says nothing of its file, and has to be settled all the same.
  const isUnsettled = company !== undefined && company.conflicts.length > 0 && !reasons.includes('conflict');
  const words = [...(isUnsettled ? (['conflict'] as const) : []), ...reasons].map((one) => reasonNames[one]);
  return [...words, ...(expired > 0 ? [`期限切れの記録 ${expired}件`] : [])].join('、');
}

function toCount(count: number | undefined): string {
  return count === undefined ? '' : String(count);
}
