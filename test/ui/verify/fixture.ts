import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import type { SummaryDocument } from '../../../src/record/v1/summary/summary-document.ts';
import { gradeRefusal, gradeSound } from '../../../src/signing/grades.ts';
import { type RefusalReason, refusals } from '../../../src/signing/refusal-reasons.ts';
import type { Refused } from '../../../src/signing/verification.ts';
import type { Examined } from '../../../src/verifier/verdict.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { toFile } from '../../support/record.ts';

/** A summary as the check list makes it: one × and one item not answered, in two tables. */
export const summary: SummaryDocument = summarize(definition, filled, { documentNumber: '3F2A-9C01-77B4' });

/** What the verifier says of a sound file signed by a key of one's own. */
export const sound: Examined = {
  match: { kind: 'equal' },
  form: 'current',
  words: [],
  state: 'sound',
  signer: {
    commonName: '髙橋 花子',
    organization: '株式会社𠮷野システム',
    subject: 'O=株式会社𠮷野システム, CN=髙橋 花子',
    fingerprint: '0123456789abcdef'.repeat(4),
    selfSigned: true,
    chain: 'self-signed',
    notBefore: new Date('2026-11-20T00:00:00Z'),
    notAfter: new Date('2029-11-20T00:00:00Z'),
    validAtClaimedTime: true,
  },
  claimedTime: new Date('2026-11-20T06:00:00Z'),
  documentNumber: '3F2A-9C01-77B4',
  file: toFile(definition, filled, summary),
  grades: gradeSound({ selfSigned: true, chain: 'self-signed', maySign: true, validAtClaimedTime: true }),
};

/** What the verifier says of a file it refuses. */
export function refused(reason: RefusalReason): Refused {
  return { state: 'refused', reason, message: refusals[reason].message, grades: gradeRefusal(reason) };
}
