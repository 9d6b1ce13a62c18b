import type { Correction } from '../model/correction.ts';
import type { PreviewPlace, Shown, ShownFields } from './to-preview.ts';

/** What a person says who finds a place right as it is shown. */
export function asShown({ fields }: PreviewPlace): Correction {
  const { actors, approvers, modality, when, deliverables, topics } = fields;
  return {
    modality: modality?.value ?? 'information',
    actors: actors?.value ?? [],
    approvers: approvers?.value ?? [],
    deliverables: deliverables?.value ?? [],
    topics: topics?.value ?? [],
    when: when?.value ?? null,
  };
}

/** A place as it will be written: what a person said of it takes the place of what was inferred, and nothing is a guess any more. */
export function correctShown(place: PreviewPlace, correction: Correction | undefined): PreviewPlace {
  if (!correction) return place;
  const { when, ...others } = correction;
  const said = Object.entries(others).map(([name, value]) => [name, toShown(value)]);
  const looked = Object.entries(place.fields).map(([name, field]) => [
    name,
    field.certainty === 'guess' ? { ...field, certainty: 'person' } : field,
  ]);
  const fields: ShownFields = { ...Object.fromEntries(looked), ...Object.fromEntries(said) };
  if (when) fields.when = toShown(when);
  else if (when === null) delete fields.when;
  return { ...place, fields };
}

function toShown<T>(value: T): Shown<T> {
  return { value, certainty: 'person' };
}
