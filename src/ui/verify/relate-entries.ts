import { matchReplies } from '../../core/inbox/match-replies.ts';
import { relateFiles } from '../../core/inbox/relate-files.ts';
import { type Entry, type EntryRelation, isSound, type SoundEntry } from './entry.ts';
import { isContradicted } from './render-row.ts';

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
