import type { Inferred, InferredFields } from '../model/fields.ts';
import { introOf, type Place } from './places.ts';

/**
 * Parts the guesses that a person ought to look at from hints: what a place is about binds nobody, and a guess that only
 * repeats what introduces the place is looked at there. The one rule of what counts as 推定.
 */
export function settleCertainty(
  places: readonly Place[],
  fields: ReadonlyMap<string, InferredFields>,
): Map<string, InferredFields> {
  const intros = new Map(places.map((place) => [place, introOf(place)]));
  /** What is said at the nearest of the places that introduce this one. */
  const above = (place: Place, key: Key): unknown => {
    for (let intro = intros.get(place); intro; intro = intros.get(intro)) {
      const given = fields.get(intro.node.anchor)?.[key];
      if (given) return given.value;
    }
    return undefined;
  };
  return new Map(
    places.flatMap((place) => {
      const own = fields.get(place.node.anchor);
      return own ? [[place.node.anchor, settle(own, (key) => above(place, key))] as const] : [];
    }),
  );
}

type Key = Exclude<keyof InferredFields, 'references'>;
const keys: readonly Key[] = ['actors', 'approvers', 'modality', 'when', 'deliverables', 'topics'];

function settle(own: InferredFields, above: (key: Key) => unknown): InferredFields {
  const settled = keys.flatMap((key) => {
    const given: Inferred<unknown> | undefined = own[key];
    if (given?.certainty !== 'guess') return [];
    const isHint = key === 'topics' || JSON.stringify(given.value) === JSON.stringify(above(key));
    return isHint ? [[key, { ...given, certainty: 'hint' as const }]] : [];
  });
  return { ...own, ...Object.fromEntries(settled) };
}
