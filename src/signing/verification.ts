import type { KiteiFile } from '../record/kitei-file.ts';
import type { ChainState } from './certificate-chain.ts';
import type { RefusalReason } from './refusal-reasons.ts';

/** How well something is backed: checked, merely stated, not checked, contradicted, other than agreed, not applicable. */
export type GradeMark = 'full' | 'half' | 'open' | 'bad' | 'warn' | 'none';

/** One cell of the table of results: a mark and its Japanese words. */
export interface Grade {
  grade: GradeMark;
  label: string;
}

/** What was found, each thing apart; nothing adds them up to 「有効」. */
export interface Grades {
  /** 改ざんの有無 */
  tampering: Grade;
  /** 署名者 */
  signer: Grade;
  /** 有効期間 */
  validity: Grade;
  /** 失効 */
  revocation: Grade;
  /** 表示とデータの一致; src/verifier finds it. */
  match: Grade;
  /** 様式の版: whether this site asks what was answered; src/verifier finds it. */
  form: Grade;
}

/** Who signed, as the certificate says. Control characters in names come out as `�`. */
export interface SignerFacts {
  /** What to call the signer by: the person's name, or what the certificate has in its place. */
  commonName: string;
  /** 会社名, or '' */
  organization: string;
  /** The whole subject, e.g. `O=…, CN=…`. */
  subject: string;
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** Nobody but the signer vouches for the name. */
  selfSigned: boolean;
  /** How the certificates in the file hang together; no statement of trust. */
  chain: ChainState;
  notBefore: Date;
  notAfter: Date;
  /** Whether the certificate is valid at the time the signer's clock showed. */
  validAtClaimedTime: boolean;
}

/** A file that is exactly what was signed. Who signed is another question: see `grades`. */
export interface Sound {
  state: 'sound';
  signer: SignerFacts;
  /** /M: what the signer's clock showed. */
  claimedTime: Date;
  /** 文書番号, e.g. `3F2A-9C01-77B4`. */
  documentNumber: string;
  /** The attached data. */
  file: KiteiFile;
  grades: Grades;
}

/** A file not to be accepted. */
export interface Refused {
  state: 'refused';
  reason: RefusalReason;
  /** Japanese: what it means, and what to do. */
  message: string;
  /** Only tampering is graded; nothing else in the file is believed. */
  grades: Grades;
}

export type Verification = Sound | Refused;
