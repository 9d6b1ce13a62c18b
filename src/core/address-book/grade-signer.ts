import type { SignerMatch } from './address-book.ts';

/** A mark and its words, as the verifier gives them. */
interface Stated {
  grade: string;
  label: string;
}

/**
 * The grade 署名者 beside the address book. Only what the certificate merely states (`half`) can become better or worse: a
 * fault of the certificate stays the fault it is.
 */
export function gradeByBook<Grade extends Stated>(
  stated: Grade,
  match: SignerMatch,
): Grade | { grade: 'full' | 'warn' | 'half'; label: string } {
  if (stated.grade !== 'half') return stated;
  switch (match.kind) {
    case 'registered':
      return { grade: 'full', label: '登録済みの指紋と一致' };
    case 'differs':
      return { grade: 'warn', label: '登録した指紋と違います' };
    case 'unknown':
      return { grade: 'half', label: `${stated.label}・未登録` };
  }
}
