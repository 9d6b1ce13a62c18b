import { gradeByBook } from '../../core/address-book/grade-signer.ts';
import type { RepliedFile } from '../../core/form/begin-reply.ts';
import { describeFile, type Fact } from '../../core/returned-list/describe-returned-list.ts';
import { findForm } from '../../record/contents.ts';
import { toShortText } from '../parts/visible-text.ts';
import { toGroups } from '../parts/written-forms.ts';
import { checkOne } from '../receive/check-one.ts';
import { findInBook } from '../receive/find-in-book.ts';
import { loadPlace } from '../receive/load-place.ts';
import { refusalOf } from '../receive/refusal-of.ts';

/** What a chosen file says. Only one that is what kitei makes of its data is more than a message. */
export type RequestReading =
  | { kind: 'refused'; message: string }
  | { kind: 'read'; request: RepliedFile; facts: Fact[]; isRegistered: boolean };

/** Longest text of a stranger that is shown, and longest message, in code points. */
const limit = 128;
const messageLimit = 500;

/**
 * Verifies a signed file that is to be answered, as the verify page does: nothing of a file that is refused is taken.
 * @throws LoadError when some of what verifies does not arrive
 */
export async function readRequest(file: File, base: string): Promise<RequestReading> {
  const outcome = await checkOne(file, await loadPlace(base));
  const why = refusalOf(outcome);
  if (outcome.kind !== 'sound' || why !== undefined) return refuse(why ?? '');
  const { verification, sha256 } = outcome;
  const { signer, documentNumber, file: data } = verification;
  const asForm = findForm(data);
  if (asForm?.definition.replies) return refuse('申請に回答した書面の PDF です。申請の PDF を選んでください。');
  const known = findInBook(verification, base);
  const { company, checkedOn } = data.answers.header;
  const facts = describeFile({
    name: toShortText(file.name, limit),
    company: toShortText(company, limit),
    checkedOn: toShortText(checkedOn, limit),
    ...(asForm && { dateName: toShortText(asForm.definition.head.checkedOn, limit) }),
    documentNumber: toShortText(documentNumber, limit),
    signer: [signer.commonName, signer.organization].map((name) => toShortText(name, limit)),
    fingerprint: toGroups(signer.fingerprint),
    grades: { ...verification.grades, signer: gradeByBook(verification.grades.signer, known) },
  });
  const isRegistered = known.kind === 'registered' && !known.isOtherCompany;
  return { kind: 'read', request: { file: data, sha256 }, facts, isRegistered };
}

function refuse(message: string): RequestReading {
  return { kind: 'refused', message: `${toShortText(message, messageLimit)}何も書き込んでいません。` };
}
