import type { Change, ImportedPlace } from '../../core/regulation/imported.ts';
import type { Place } from '../write/outline.ts';
import type { Assigned } from './assign-anchors.ts';

/** What an edition changes, in its order; what is gone stands where it stood. */
export function listChanges(
  places: readonly Place[],
  before: readonly ImportedPlace[],
  { anchors, found }: Assigned,
): Change[] {
  const kept = new Set(found.values());
  const sideOf = ({ label, text }: ImportedPlace) => ({ label, text });
  const changes: Change[] = [];
  let at = 0;
  /** What stood before this place of the last edition and is gone. */
  const tellGone = (end: number) => {
    for (; at < end; at += 1) {
      const place = before[at];
      if (place && !kept.has(at)) changes.push({ anchor: place.anchor, kind: 'removed', old: sideOf(place) });
    }
  };
  for (const [index, { anchor: structural, label, words }] of places.entries()) {
    const anchor = anchors.get(structural) ?? structural;
    const from = found.get(index);
    const old = from === undefined ? undefined : before[from];
    if (from !== undefined && from >= at) tellGone(from);
    const now = { label, text: words };
    if (!old) changes.push({ anchor, kind: 'added', new: now });
    else if (old.text !== words) changes.push({ anchor, kind: 'reworded', old: sideOf(old), new: now });
    else if (old.label !== label) changes.push({ anchor, kind: 'renumbered', old: sideOf(old), new: now });
  }
  tellGone(before.length);
  return changes;
}
