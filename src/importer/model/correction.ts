import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';
import type { Inferred, InferredFields, Named } from './fields.ts';

/** What a person says of one place instead of what was inferred; an empty list or `null` says that there is none. */
export interface Correction {
  actors?: string[];
  approvers?: string[];
  modality?: Modality;
  when?: WrittenWhen | null;
  deliverables?: string[];
  topics?: string[];
}

/** By anchor. */
export type Corrections = ReadonlyMap<string, Correction>;

/** The fields of a place as they will be written: a person's word takes the place of what was inferred. */
export function correctFields(fields: InferredFields, correction: Correction = {}): InferredFields {
  const { actors, approvers, modality, when, deliverables, topics } = correction;
  const corrected: InferredFields = { ...fields };
  if (actors) corrected.actors = said(toNamed(actors));
  if (approvers) corrected.approvers = said(toNamed(approvers));
  if (modality) corrected.modality = said(modality);
  if (deliverables) corrected.deliverables = said(toNamed(deliverables));
  if (topics) corrected.topics = said(topics);
  if (when) corrected.when = said(when);
  else if (when === null) delete corrected.when;
  return corrected;
}

function said<T>(value: T): Inferred<T> {
  return { value, certainty: 'sure', from: '' };
}

function toNamed(names: readonly string[]): Named[] {
  return names.map((name) => ({ name }));
}
