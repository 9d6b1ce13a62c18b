import type { Grades } from '../../signing/verification.ts';
import { renderSummary, renderSummaryTable } from '../summary-view.ts';
import { toShortText } from '../visible-text.ts';
import type { SoundEntry } from './entry.ts';
import { countRowsToSee, rowsToSeeFirst } from './see-first.ts';
import { copyTemplate, fillSlots, findPart } from './templates.ts';
import { toGroups, toJapanDay, toJapanTime } from './written-forms.ts';

/** Longest name of a person or company, in code points: twice what a certificate may hold (X.520, ub-common-name). */
const nameLimit = 128;
/** Longest title and file name, in code points. */
const titleLimit = 250;

/**
 * All that is known of one sound file, from the page's templates: what was computed and what nobody knows, who says
 * to have signed, what to do next, the answers with × and those not given, and the rest once it is unfolded.
 * @param root holds the templates
 */
export function renderDetail(root: ParentNode, { id, name, outcome }: SoundEntry): HTMLElement {
  const { signer, claimedTime, grades, documentNumber, file } = outcome.verification;
  const { summary } = file;
  const section = findPart(copyTemplate(root, 'detail'), 'section');
  const tables = rowsToSeeFirst(summary);
  const { attention, open } = countRowsToSee(tables);
  section.id = id;
  const heading = findPart(section, 'h2');
  heading.id = `${id}-heading`;
  section.setAttribute('aria-labelledby', heading.id);
  fillSlots(section, {
    file: toShortText(name, titleLimit),
    commonName: toShortText(signer.commonName, nameLimit),
    organization: toShortText(signer.organization, nameLimit),
    signer: grades.signer.label,
    fingerprint: toGroups(signer.fingerprint),
    notBefore: toJapanDay(signer.notBefore),
    notAfter: toJapanDay(signer.notAfter),
    validity: grades.validity.label,
    claimedTime: toJapanTime(claimedTime),
    title: toShortText(summary.title, titleLimit),
    version: String(summary.definition.version),
    number: toShortText(documentNumber, nameLimit),
    sha256: toGroups(outcome.sha256),
    attention: String(attention),
    open: String(open),
  });
  keepWhatHolds(section, grades);
  if (signer.commonName || signer.organization) findPart(section, '[data-when-nameless]').remove();
  findPart(section, tables.length > 0 ? '[data-when-none]' : '[data-when-some]').remove();
  findPart(section, '[data-first]').append(...tables.map((table) => renderSummaryTable({ ...table, caption: '' })));
  unfoldWhenAsked(section, () => renderSummary(summary, findPart(section, '[data-whole]')));
  return section;
}

/** Removes the sentences that do not hold: `data-holds="validity:full,half"` holds if that grade is one of those. */
function keepWhatHolds(section: HTMLElement, grades: Grades): void {
  const marks = new Map(Object.entries(grades).map(([name, { grade }]) => [name, grade]));
  for (const sentence of section.querySelectorAll<HTMLElement>('[data-holds]')) {
    const [name = '', allowed = ''] = (sentence.dataset['holds'] ?? '').split(':');
    if (!allowed.split(',').includes(marks.get(name) ?? '')) sentence.remove();
  }
}

/** Three hundred whole summaries would burden the page: each is drawn when it is first opened. */
function unfoldWhenAsked(section: HTMLElement, draw: () => void): void {
  section.querySelector('details')?.addEventListener('toggle', draw, { once: true });
}
