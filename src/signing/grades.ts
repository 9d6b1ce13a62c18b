import { type RefusalReason, refusals } from './refusal-reasons.ts';
import type { Grade, Grades, SignerFacts } from './verification.ts';

/** What the grades of a signer rest on. */
type GradedSigner = Pick<SignerFacts, 'selfSigned' | 'chain' | 'validAtClaimedTime'> & { maySign: boolean };

const notJudged: Grade = { grade: 'none', label: '判断しない' };
const notChecked: Grade = { grade: 'open', label: '未確認' };

/** Grades of a refused file. */
export function gradeRefusal(reason: RefusalReason): Grades {
  const { tampering } = refusals[reason];
  const rest = tampering.label === '署名なし' ? tampering : notJudged;
  return { tampering, signer: rest, validity: rest, revocation: rest, match: rest, form: rest };
}

/**
 * Grades of a sound file. The time is the signer's own clock, so even a certificate valid then is only 申告のまま;
 * revocation would need a question to another server, which this site never asks.
 */
export function gradeSound(signer: GradedSigner): Grades {
  return {
    tampering: { grade: 'full', label: '改ざんなし' },
    signer: gradeSigner(signer),
    validity: signer.validAtClaimedTime
      ? { grade: 'half', label: '申告の時刻では期間内' }
      : { grade: 'warn', label: '申告の時刻では期間外' },
    revocation: notChecked,
    match: notChecked,
    form: notChecked,
  };
}

function gradeSigner({ selfSigned, chain, maySign }: GradedSigner): Grade {
  if (!maySign) return { grade: 'warn', label: '署名用でない証明書' };
  if (chain === 'broken') return { grade: 'warn', label: '証明書のつながりに誤り' };
  return { grade: 'half', label: selfSigned ? '自己表示' : '証明書（発行者は未確認）' };
}
