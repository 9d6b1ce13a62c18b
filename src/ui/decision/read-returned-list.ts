import { gradeByBook } from '../../core/address-book/grade-signer.ts';
import { unreadMessages } from '../../core/inbox/unread-messages.ts';
import {
  findWarning,
  notTakenMessage,
  type ReturnedFile,
  unchangedMessage,
} from '../../core/returned-list/describe-returned-list.ts';
import { judgeReturnedList, type ListJudgement, type ListReading } from '../../core/returned-list/returned-list.ts';
import { toShortText } from '../parts/visible-text.ts';
import { toGroups } from '../parts/written-forms.ts';
import { checkOne } from '../receive/check-one.ts';
import { findInBook } from '../receive/find-in-book.ts';

/** Where the reading happens. */
export interface ReadingSite {
  base: string;
  generator: string;
}

/** What a chosen file says. Only a file of the list that stands up to the verifier is more than a message. */
export type ReturnedReading =
  | { kind: 'refused'; message: string }
  | {
      kind: 'read';
      file: ReturnedFile;
      judgement: Exclude<ListJudgement, { kind: 'not-taken' }>;
      isRegistered: boolean;
    };

/** Longest text of a stranger that is shown, in code points. */
const limit = 128;
/** Longest message, which may hold a place of the file. */
const messageLimit = 500;

/**
 * Verifies a file as the verify page does and reads its counts out of the data; nothing but a file that is what kitei makes of
 * its data is believed.
 * @throws LoadError when some of what verifies does not arrive
 */
export async function readReturnedList(file: File, reading: ListReading, site: ReadingSite): Promise<ReturnedReading> {
  const outcome = await checkOne(file, { ...site, definitions: [reading.list] });
  if (outcome.kind === 'turned-away') return refuse(unreadMessages[outcome.why]);
  const { verification } = outcome;
  if (verification.state === 'refused') return refuse(verification.message);
  const { match, form } = verification;
  if ('message' in match) return refuse(match.message);
  const known = findInBook(verification, site.base);
  const grades = { ...verification.grades, signer: gradeByBook(verification.grades.signer, known) };
  const isOtherCompany = known.kind === 'registered' && known.isOtherCompany;
  const judgement = judgeReturnedList(verification.file, reading, {
    standing: form === 'not-compared' ? 'unknown' : form,
    warning: findWarning(grades, isOtherCompany),
  });
  if (judgement.kind === 'not-taken') return refuse(notTakenMessage(judgement.why, reading));
  const { signer, documentNumber, file: data } = verification;
  const { company, checkedOn } = data.answers.header;
  return {
    kind: 'read',
    judgement,
    isRegistered: known.kind === 'registered',
    file: {
      name: toShortText(file.name, limit),
      company: toShortText(company, limit),
      checkedOn: toShortText(checkedOn, limit),
      documentNumber: toShortText(documentNumber, limit),
      signer: [signer.commonName, signer.organization].map((name) => toShortText(name, limit)),
      fingerprint: toGroups(signer.fingerprint),
      grades,
    },
  };
}

function refuse(message: string): ReturnedReading {
  return { kind: 'refused', message: toShortText(message, messageLimit) + unchangedMessage };
}
