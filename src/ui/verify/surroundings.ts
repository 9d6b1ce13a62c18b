import type { SignerMatch } from '../../core/address-book/address-book.ts';
import { gradeByBook } from '../../core/address-book/grade-signer.ts';
import type { Entry } from './entry.ts';

/** The entry with its grade 署名者 as it is beside the address book. */
export function gradeBeside<One extends Entry>(entry: One, match: SignerMatch): One {
  const { outcome } = entry;
  if (outcome.kind !== 'sound') return entry;
  const { verification } = outcome;
  const { grades } = verification;
  const signer = gradeByBook(grades.signer, match);
  return { ...entry, outcome: { ...outcome, verification: { ...verification, grades: { ...grades, signer } } } };
}
