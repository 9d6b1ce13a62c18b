import type { Library } from '../core/regulation/library.ts';
import type { Provision } from '../core/regulation/provision.ts';
import type { Faults, Place } from './faults.ts';

type Known = Pick<Library, 'handbooks' | 'provisions' | 'hidden'>;

/** The provision that a text cites, one that the company's choices hide included; a citation of nothing is a fault. */
export function resolveCitation(
  { handbooks, provisions, hidden }: Known,
  citation: string,
  place: Place,
  faults: Faults,
): Provision | undefined {
  const provision = provisions.get(citation) ?? hidden.get(citation);
  if (provision) return provision;
  const all = [...provisions.values(), ...hidden.values()];
  const restating = all.find(({ units }) => units.includes(citation));
  if (restating) {
    const hint = `それを載せている条を引いてください: ${restating.id}`;
    faults.add(`「${citation}」は、文書の unit です。`, place, hint);
  } else {
    const known = all.map(({ id }) => id);
    faults.unknown('citation', citation, known, place, handbookFolder(citation, handbooks));
  }
  return undefined;
}

/**
 * Holds that a unit stands in a source.
 * @param provisions those that are known by now: one given in its place is answered with its units
 * @returns whether it does
 */
export function checkUnit(
  unit: string,
  { handbooks, provisions }: Pick<Library, 'handbooks' | 'provisions'>,
  place: Place,
  faults: Faults,
): boolean {
  const isUnit = (id: string) => handbooks.some(({ source }) => source.units.some((one) => one.id === id));
  if (isUnit(unit)) return true;
  const cited = provisions.get(unit);
  // `company:10-3-p1`, or `company-10-3-p1`, where the source's own prefix is wanted.
  const meant = handbooks
    .filter(({ id }) => unit.startsWith(`${id}:`) || unit.startsWith(`${id}-`))
    .map(({ id, source }) => source.unitPrefix + unit.slice(id.length + 1))
    .find(isUnit);
  const right = cited?.units.join(', ') ?? meant;
  if (right !== undefined) {
    const isProvision = unit.includes(':');
    const problem = isProvision ? `「${unit}」は条で、unit ではありません。` : `unit「${unit}」がありません。`;
    faults.add(
      problem,
      place,
      isProvision ? `この条の unit（${right}）を書いてください。` : `もしかして「${right}」ですか。`,
    );
    return false;
  }
  const [only] = handbooks;
  const origin = handbooks.length === 1 && only ? `sources/${only.id}.yaml` : 'sources/';
  const units = handbooks.flatMap(({ source }) => source.units.map(({ id }) => id));
  faults.unknown('unit', unit, units, place, origin);
  return false;
}

/** The folder of the cited handbook, or all of them where there is no such handbook. */
export function handbookFolder(citation: string, handbooks: readonly { id: string }[]): string {
  const id = citation.split(':', 1)[0] ?? '';
  return handbooks.some((handbook) => handbook.id === id) ? `handbooks/${id}/` : 'handbooks/';
}
