import { type Contact, methodNames, type SignerMatch } from '../../core/address-book/address-book.ts';
import { formatDate } from '../../core/text/date.ts';
import type { OtherWord } from '../../record/identity.ts';
import type { Grades } from '../../signing/verification.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import { toGroups, toJapanDay, toJapanTime, toNames } from '../parts/written-forms.ts';
import { renderBlock, renderSummaryTable } from '../sign/block-view.ts';
import type { SoundEntry } from './entry.ts';
import { messageLimit } from './render-row.ts';
import { conclusionsOf, countExpired, countRowsToSee, rowsToSeeFirst } from './see-first.ts';
import { gradeBeside } from './surroundings.ts';

/** Longest name of a person or company, in code points: twice what a certificate may hold (X.520, ub-common-name). */
const nameLimit = 128;
/** Longest title and file name, in code points. */
const titleLimit = 250;

/** Longest text of a contact, in code points: as long as one may be. */
const contactLimit = 200;

/**
 * All that is known of one sound file, from the page's templates: what was computed and what nobody knows, who says
 * to have signed, what to do next, the answers with × and those not given, and the rest once it is unfolded.
 * @param root holds the templates
 * @param match what the address book says of the signer
 */
export function renderDetail(root: ParentNode, entry: SoundEntry, match: SignerMatch): HTMLElement {
  const { id, name, outcome } = entry;
  const { signer, claimedTime, documentNumber, file, match: finding, form, words } = outcome.verification;
  const { grades } = gradeBeside(entry, match).outcome.verification;
  const { summary } = file;
  const section = findPart(copyTemplate(root, 'detail'), 'section');
  const tables = rowsToSeeFirst(summary);
  const { attention, open } = countRowsToSee(tables);
  const expired = countExpired(file, entry.checkedAt);
  section.id = id;
  const heading = findPart(section, 'h2');
  heading.id = `${id}-heading`;
  section.setAttribute('aria-labelledby', heading.id);
  fillSlots(section, {
    file: toShortText(name, titleLimit),
    ...toNames(signer, nameLimit),
    signer: grades.signer.label,
    fingerprint: toGroups(signer.fingerprint),
    notBefore: toJapanDay(signer.notBefore),
    notAfter: toJapanDay(signer.notAfter),
    validity: grades.validity.label,
    claimedTime: toJapanTime(claimedTime),
    title: toShortText(summary.title, titleLimit),
    version: String(summary.definition.version),
    number: toShortText(documentNumber, nameLimit),
    form: grades.form.label,
    mismatch: 'message' in finding ? toShortText(finding.message, messageLimit) : '',
    sha256: toGroups(outcome.sha256),
    attention: String(attention),
    open: String(open),
    expired: String(expired),
  });
  if (expired === 0) section.querySelector('[data-when-expired]')?.remove();
  findPart(section, '[data-contacts]').append(...knownContacts(match).map((contact) => renderContact(root, contact)));
  findPart(section, '[data-words]').append(...words.map((word) => renderWord(root, word)));
  keepWhatHolds(section, {
    ...toMarks(grades),
    ...toBookMarks(match),
    fault: toFault(outcome),
    look: finding.kind,
    standing: form,
    kind: file.answers.kind,
  });
  section.querySelector(tables.length > 0 ? '[data-when-none]' : '[data-when-some]')?.remove();
  findPart(section, '[data-first]').append(
    ...conclusionsOf(summary).map((conclusion) => renderBlock(conclusion)),
    ...tables.map((table) => renderSummaryTable({ ...table, caption: '' })),
  );
  unfoldWhenAsked(section, async () => {
    // Sets papers and charts as well: more than a page needs before somebody asks.
    const { renderSummary } = await import('../sign/summary-view.ts');
    renderSummary(summary, findPart(section, '[data-whole]'));
  });
  return section;
}

/** Removes the sentences that do not hold: `data-holds="validity:full,half"` holds if that mark is one of those. */
function keepWhatHolds(section: HTMLElement, marks: Readonly<Record<string, string>>): void {
  for (const sentence of section.querySelectorAll<HTMLElement>('[data-holds]')) {
    const [name = '', allowed = ''] = (sentence.dataset['holds'] ?? '').split(':');
    if (!allowed.split(',').includes(marks[name] ?? '')) sentence.remove();
  }
}

function toMarks(grades: Grades): Record<string, string> {
  return Object.fromEntries(Object.entries(grades).map(([name, { grade }]) => [name, grade]));
}

/** `book` is the kind of the match, `company` whether a registered key comes under the registered name. */
function toBookMarks(match: SignerMatch): Record<string, string> {
  const isOther = match.kind === 'registered' && match.isOtherCompany;
  return { book: match.kind, company: isOther ? 'other' : 'same' };
}

/** What is wrong with the certificate itself, apart from what the address book says. */
function toFault({ verification }: SoundEntry['outcome']): 'chain' | 'use' | 'none' {
  if (verification.signer.chain === 'broken') return 'chain';
  return verification.grades.signer.grade === 'warn' ? 'use' : 'none';
}

function knownContacts(match: SignerMatch): readonly Contact[] {
  if (match.kind === 'registered') return [match.contact];
  return match.kind === 'differs' ? match.contacts : [];
}

/** A word of the company that reads otherwise in the file. */
function renderWord(root: ParentNode, { ours, theirs }: OtherWord): DocumentFragment {
  return copyTemplate(root, 'other-word', {
    ours: toShortText(ours, nameLimit),
    theirs: toShortText(theirs, nameLimit),
  });
}

function renderContact(root: ParentNode, contact: Contact): DocumentFragment {
  return copyTemplate(root, 'known-contact', {
    company: toShortText(contact.company, contactLimit),
    person: toShortText(contact.person, contactLimit),
    fingerprint: toGroups(contact.fingerprint),
    checkedOn: formatDate(contact.checkedOn),
    method: methodNames[contact.method],
  });
}

/** Three hundred whole summaries would burden the page: each is drawn when it is first opened. */
function unfoldWhenAsked(section: HTMLElement, draw: () => Promise<void>): void {
  const details = section.querySelector('details');
  const open = (): void => {
    draw().catch((error: unknown) => {
      // It did not arrive: it is asked for again with the next press.
      console.error(error);
      details?.addEventListener('toggle', open, { once: true });
    });
  };
  details?.addEventListener('toggle', open, { once: true });
}
