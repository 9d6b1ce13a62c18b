import type { GradeName, Return, StatedGrade } from '../../core/desk/desk.ts';
import { meaningOfRefusal } from '../../core/desk/reasons.ts';
import type { Finding } from '../../core/desk/receive.ts';
import { gradeNames } from '../../core/returned-list/describe-returned-list.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import type { Outcome } from '../receive/outcome.ts';

/** What was read out of an unsigned file of this site, and how what was asked stands to what this site asks. */
export interface Unsigned {
  file: KiteiFile;
  form: Return['form'];
}

/** What the desk takes of a verdict. @param unsigned of a file that has no signature, where its data can be read */
export function toFinding(
  outcome: Extract<Outcome, { kind: 'sound' | 'refused' }>,
  unsigned: Unsigned | undefined,
): Finding {
  const { grades } = outcome.verification;
  const stated = toStated(grades);
  if (outcome.kind === 'refused') {
    const { reason, found } = outcome.verification;
    if (unsigned) return { state: 'unsigned', ...unsigned, grades: stated };
    // A PDF without a signature and without our data is not one of ours.
    const isOther = meaningOfRefusal(reason) === 'not-ours' || reason === 'not-signed';
    return { state: isOther ? 'other' : 'refused', reason, found, grades: stated };
  }
  const { file, signer, claimedTime, documentNumber, match, form } = outcome.verification;
  const { fingerprint, commonName, organization } = signer;
  const signedBy = { fingerprint, commonName, organization };
  return {
    state: 'sound',
    file,
    signer: signedBy,
    claimedTime,
    documentNumber,
    match: match.kind,
    form,
    grades: stated,
  };
}

function toStated(grades: Readonly<Record<GradeName, StatedGrade>>): Partial<Record<GradeName, StatedGrade>> {
  const names = Object.keys(gradeNames) as GradeName[];
  return Object.fromEntries(names.map((name) => [name, { grade: grades[name].grade, label: grades[name].label }]));
}
