import type { InspectedPassage } from '../inspection/input.ts';
import type { FilledList } from './list-rows.ts';
import type { ListPiece, Piece } from './wording.ts';

/** A list of the company, and the provisions in which its rows stand, in the order of the pages. */
export interface ListEntry {
  id: string;
  list: FilledList;
  places: ListPlace[];
}

export interface ListPlace {
  /** Id of the provision. */
  citation: string;
  label: string;
  /** Path from the site's base, with the anchor. */
  url: string;
  /** The rows that stand there, where they are shared out. */
  group?: string;
}

/** The lists that some page in force has, in the order of choices.yaml. */
export function listEntries(
  lists: Record<string, FilledList> = {},
  passages: readonly InspectedPassage[],
): ListEntry[] {
  const places = new Map<string, ListPlace[]>();
  for (const { id: citation, label, url, text } of passages) {
    for (const { list, as, at, group } of findPlaces(text)) {
      if (citation === undefined || as === undefined || at !== undefined) continue;
      const found = places.get(list) ?? [];
      found.push({ citation, label, url, ...(group !== undefined && { group }) });
      places.set(list, found);
    }
  }
  return Object.entries(lists).flatMap(([id, list]) => {
    const found = places.get(id);
    return found ? [{ id, list, places: found }] : [];
  });
}

function findPlaces(pieces: readonly Piece[]): ListPiece[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    if ('list' in piece) return [piece];
    return 'choice' in piece ? Object.values(piece.options ?? {}).flatMap(findPlaces) : [];
  });
}
