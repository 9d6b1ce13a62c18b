import { type Contact, findSigner, type SignerMatch } from '../../core/address-book/address-book.ts';
import { gradeByBook } from '../../core/address-book/grade-signer.ts';
import { matchReplies } from '../../core/inbox/match-replies.ts';
import { relateFiles } from '../../core/inbox/relate-files.ts';
import { type Entry, type EntryRelation, isSound, type SoundEntry } from './entry.ts';
import { isContradicted } from './render-row.ts';

/** What the address book says of whoever signed; nothing is asked after the signer of a file that is not sound. */
export function matchSigner(contacts: readonly Contact[], entry: Entry): SignerMatch {
  if (!isSound(entry)) return { kind: 'unknown' };
  const { signer, file } = entry.outcome.verification;
  return findSigner(contacts, {
    fingerprint: signer.fingerprint,
    companies: [signer.organization, file.answers.header.company],
  });
}

/** The entry with its grade 署名者 as it is beside the address book. */
export function gradeBeside<One extends Entry>(entry: One, match: SignerMatch): One {
  const { outcome } = entry;
  if (outcome.kind !== 'sound') return entry;
  const { verification } = outcome;
  const { grades } = verification;
  const signer = gradeByBook(grades.signer, match);
  return { ...entry, outcome: { ...outcome, verification: { ...verification, grades: { ...grades, signer } } } };
}

/** How the files that can be accepted stand to one another, by id: one that contradicts itself is not the newest of any. */
export function relateEntries(entries: readonly Entry[]): Map<string, EntryRelation> {
  const files = entries.filter(isAcceptable).map(({ id, outcome: { verification, sha256 } }) => ({
    id,
    sha256,
    file: verification.file,
    claimedTime: verification.claimedTime,
    fingerprint: verification.signer.fingerprint,
    organization: verification.signer.organization,
  }));
  const replies = matchReplies(files);
  return new Map(
    [...relateFiles(files)].map(([id, relation]) => [id, { ...relation, replies: replies.get(id) ?? [] }]),
  );
}

function isAcceptable(entry: Entry): entry is SoundEntry {
  return isSound(entry) && !isContradicted(entry.outcome);
}
