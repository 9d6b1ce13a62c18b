import { type FieldState, stateOf } from '../../core/regulation/certainty.ts';
import { keepFields } from '../again/keep-fields.ts';
import { type Corrections, correctFields } from '../model/correction.ts';
import type { InferredFields } from '../model/fields.ts';
import { isEqual } from './is-equal.ts';
import type { Literal } from './literal.ts';
import type { ProvisionPart } from './outline.ts';
import { type PlacePlan, placesOf } from './plan-places.ts';
import { planRegisters, type RegisterPlan } from './plan-registers.ts';
import { type Folder, registersIn } from './read-folder.ts';
import { type FieldKey, fieldKeys, toAttributes, type WrittenFields } from './to-attributes.ts';

/** How sure each field of a provision is that was inferred, or that somebody put in; one it has not is left out. */
export type FieldStates = Partial<Record<FieldKey, FieldState>>;

/** The typed fields of each provision. */
export interface FieldPlan {
  /** As they are inferred now. */
  inferred: Map<ProvisionPart, WrittenFields>;
  /** As the page carries them, with what people have put right. */
  values: Map<ProvisionPart, Record<string, Literal>>;
  states: Map<ProvisionPart, FieldStates>;
  /** New entries of the registers that the pages name. */
  roles: RegisterPlan['roles'];
  records: RegisterPlan['records'];
  /** Records that an earlier import has put in and no page names any more. */
  goneRecords: string[];
}

/**
 * Finds the ids of what was inferred, and holds it against what the pages say.
 * @param corrections what a person has said already, before there are pages; of a handbook that is there its pages say it
 */
export function planFields(
  id: string,
  places: PlacePlan,
  fields: ReadonlyMap<string, InferredFields>,
  folder: Folder,
  corrections: Corrections = new Map(),
): FieldPlan {
  const correctionOf = ({ place }: ProvisionPart) => corrections.get(place.anchor);
  const known = registersIn(folder.files, id);
  const naming = places.provisions.flatMap((part) => {
    const last = places.lastOf(part.place);
    const isSame = last?.text === part.place.words;
    const own = { fields: fieldsFor(part, fields), last: isSame ? last?.inferred : undefined };
    const correction = correctionOf(part);
    return correction ? [own, { fields: correctFields({}, correction), last: undefined }] : [own];
  });
  const plan = planRegisters(naming, { ...known, topics: new Set(Object.keys(known.topics)) });
  const anchors = new Set(places.all.map(({ anchor }) => places.anchorOf(anchor)));
  const inferred: FieldPlan['inferred'] = new Map();
  const values: FieldPlan['values'] = new Map();
  const states: FieldPlan['states'] = new Map();
  for (const part of places.provisions) {
    const written = toAttributes(fieldsFor(part, fields), plan.ids);
    const kept = folder.pages.provisions.get(places.anchorOf(part.place.anchor))?.attributes;
    const last = places.lastOf(part.place)?.inferred;
    const correction = kept ? undefined : correctionOf(part);
    const said = correction && toAttributes(correctFields(fieldsFor(part, fields) ?? {}, correction), plan.ids).values;
    inferred.set(part, written);
    const hasAnchor = (one: string) => anchors.has(one);
    const now = said
      ? { ...keepFields(written.values, written.values, said, hasAnchor), checked: true }
      : keepFields(written.values, last, stillChecked(part, written, kept, places), hasAnchor);
    values.set(part, now);
    states.set(part, statesOf(written, now));
  }
  const named = (...keys: string[]) =>
    new Set([...values.values()].flatMap((value) => keys.flatMap((key) => [value[key] ?? []].flat())));
  const records = named('deliverable');
  const before = new Set(
    (folder.record?.places ?? []).flatMap(({ inferred: last }) => [last?.deliverable ?? []].flat()),
  );
  return {
    inferred,
    values,
    states,
    roles: only(plan.roles, named('actors', 'approvers')),
    records: only(plan.records, records),
    goneRecords: Object.keys(known.records).filter((record) => before.has(record) && !records.has(record)),
  };
}

/** What somebody has looked at is to be looked at again where its words, or what is inferred of them, are others. */
function stillChecked(
  part: ProvisionPart,
  { values }: WrittenFields,
  kept: Readonly<Record<string, unknown>> | undefined,
  places: PlacePlan,
): Readonly<Record<string, unknown>> | undefined {
  if (!kept?.['checked']) return kept;
  const isSame = placesOf(part).every((place) => places.lastOf(place)?.text === place.words);
  if (isSame && isEqual(places.lastOf(part.place)?.inferred, values)) return kept;
  const { checked: _, ...rest } = kept;
  return rest;
}

function statesOf(written: WrittenFields, now: Readonly<Record<string, unknown>>): FieldStates {
  const states = fieldKeys.flatMap((key) => {
    const before: unknown = written.values[key];
    if (before === undefined && now[key] === undefined) return [];
    return [[key, stateOf(key, written, isEqual(before, now[key]), now['checked'] === true)]];
  });
  return Object.fromEntries(states);
}

function fieldsFor({ place }: ProvisionPart, fields: ReadonlyMap<string, InferredFields>): InferredFields | undefined {
  return fields.get(place.anchor);
}

function only<T>(entries: Record<string, T>, ids: ReadonlySet<unknown>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)));
}
