import type { KiteiFile } from '../../record/kitei-file.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { gradeNames } from '../returned-list/describe-returned-list.ts';
import type { GradeName, Return, StatedGrade } from './desk.ts';
import { meaningOfRefusal } from './reasons.ts';
import type { Finding } from './receive.ts';

/** What was read out of an unsigned file of this site, and how what was asked stands to what this site asks. */
export interface Unsigned {
  file: KiteiFile;
  form: Return['form'];
}

/** What the desk takes of a verdict. @param unsigned of a file that has no signature, where its data can be read */
export function toFinding(verdict: Verdict, unsigned: Unsigned | undefined): Finding {
  const grades = toStated(verdict.grades);
  if (verdict.state === 'refused') {
    const { reason, found } = verdict;
    if (unsigned) return { state: 'unsigned', ...unsigned, grades };
    // A PDF without a signature and without our data is not one of ours.
    const isOther = meaningOfRefusal(reason) === 'not-ours' || reason === 'not-signed';
    return { state: isOther ? 'other' : 'refused', reason, found, grades };
  }
  const { file, claimedTime, documentNumber, match, form } = verdict;
  const { fingerprint, commonName, organization } = verdict.signer;
  const signer = { fingerprint, commonName, organization };
  return { state: 'sound', file, signer, claimedTime, documentNumber, match: match.kind, form, grades };
}

function toStated(grades: Readonly<Record<GradeName, StatedGrade>>): Partial<Record<GradeName, StatedGrade>> {
  const names = Object.keys(gradeNames) as GradeName[];
  return Object.fromEntries(names.map((name) => [name, { grade: grades[name].grade, label: grades[name].label }]));
}
