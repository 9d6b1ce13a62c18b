import type { Change, ImportedPlace } from '../../core/regulation/imported.ts';
import { assignAnchors } from '../again/assign-anchors.ts';
import { listChanges } from '../again/list-changes.ts';
import { ImportError } from '../model/block.ts';
import type { InferredFields } from '../model/fields.ts';
import type { RegulationTree } from '../model/tree.ts';
import { buildOutline, listPlaces, listProvisions, type Part, type Place, type ProvisionPart } from './outline.ts';
import type { Folder } from './read-folder.ts';

/** The places of a document as the handbook has them. */
export interface PlacePlan {
  /** All of them, in reading order; those that people have left out as well. */
  all: Place[];
  /** What the pages hold. */
  parts: Part[];
  provisions: ProvisionPart[];
  /** Anchor by structure → anchor in the handbook. */
  anchorOf(structural: string): string;
  /** Whether the document has a place with this anchor. */
  isPlace(structural: string): boolean;
  unitOf(structural: string): string;
  /** The place as the last edition had it. */
  lastOf(place: Place): ImportedPlace | undefined;
  retired: string[];
  changes: Change[];
}

/** @throws ImportError where there is nothing to make a handbook of */
export function planPlaces(
  id: string,
  tree: RegulationTree,
  fields: ReadonlyMap<string, InferredFields>,
  { record, pages, omitted }: Folder,
): PlacePlan {
  // Of the others somebody has made a provision.
  const outline = outlineOf(tree, fields, (anchor) => !pages.provisions.has(anchor));
  const all = listPlaces(outline);
  if (all.length === 0) {
    throw new ImportError(
      '手引になる言葉が見つかりません。ファイルを開いて、本文があるか（画像だけではないか）を確かめてください。',
    );
  }
  const before = record?.places ?? [];
  const assigned = assignAnchors(all, before, record?.retired ?? []);
  const { anchors, found, retired } = assigned;
  const last = new Map(all.map((place, index) => [place, before[found.get(index) ?? -1]]));
  const unitOf = (structural: string) => `${id}-${anchors.get(structural) ?? structural}`;
  const parts = withoutOmitted(outline, ({ anchor }) => omitted.has(unitOf(anchor)));
  return {
    all,
    parts,
    provisions: listProvisions(parts),
    anchorOf: (structural) => anchors.get(structural) ?? structural,
    isPlace: (structural) => anchors.has(structural) && !omitted.has(unitOf(structural)),
    unitOf,
    lastOf: (place) => last.get(place),
    retired,
    changes: record ? listChanges(all, before, assigned) : [],
  };
}

/** The tree as the pages will have it: a bullet is a line in a list unless it says itself what is to be done. */
export function outlineOf(
  tree: RegulationTree,
  fields: ReadonlyMap<string, InferredFields>,
  mayBeListed: (anchor: string) => boolean = () => true,
): Part[] {
  return buildOutline(tree, ({ anchor }) => mayBeListed(anchor) && !isRule(fields.get(anchor)));
}

/** The places that a provision restates: its own, the rows of its table, the lines of its list. */
export function placesOf({ place, rows, bullets }: ProvisionPart): Place[] {
  return [place, ...rows, ...bullets.map((bullet) => bullet.place)];
}

/** A bullet of a list names a thing; one that obliges somebody, or says when, is a rule. */
function isRule(fields: InferredFields | undefined): boolean {
  const isOwn = (field: { certainty: string; from: string } | undefined) => field !== undefined && field.from !== '';
  return (
    [fields?.actors, fields?.approvers, fields?.deliverables].some(isOwn) ||
    (isOwn(fields?.modality) === true && fields?.modality?.value !== 'information')
  );
}

function withoutOmitted(parts: readonly Part[], isOmitted: (place: Place) => boolean): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'section') {
      const inner = withoutOmitted(part.parts, isOmitted);
      // Without its heading, what stands under it stays.
      return isOmitted(part.place) ? inner : [{ ...part, parts: inner }];
    }
    if (isOmitted(part.place)) return [];
    const bullets = part.bullets.filter(({ place }) => !isOmitted(place));
    return [{ ...part, bullets, rows: part.rows.filter((row) => !isOmitted(row)) }];
  });
}
