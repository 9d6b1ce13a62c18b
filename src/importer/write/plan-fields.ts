import { keepFields } from '../again/keep-fields.ts';
import { type Corrections, correctFields } from '../model/correction.ts';
import type { InferredFields } from '../model/fields.ts';
import type { Literal } from './literal.ts';
import type { ProvisionPart } from './outline.ts';
import type { PlacePlan } from './plan-places.ts';
import { planRegisters, type RegisterPlan } from './plan-registers.ts';
import { type Folder, registersIn } from './read-folder.ts';
import { toAttributes, type WrittenFields } from './to-attributes.ts';

/** The typed fields of each provision. */
export interface FieldPlan {
  /** As they are inferred now. */
  inferred: Map<ProvisionPart, WrittenFields>;
  /** As the page carries them, with what people have put right. */
  values: Map<ProvisionPart, Record<string, Literal>>;
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
  const correctionOf = ({ place }: ProvisionPart) => corrections.get(place.node.anchor);
  const known = registersIn(folder.files, id);
  const naming = places.provisions.flatMap((part) => {
    const last = places.lastOf(part.place);
    const isSame = last?.text === part.place.words;
    const { label } = part.place;
    const own = { label, fields: fieldsFor(part, fields), last: isSame ? last?.inferred : undefined };
    const correction = correctionOf(part);
    return correction ? [own, { label, fields: correctFields({}, correction), last: undefined }] : [own];
  });
  const plan = planRegisters(naming, { ...known, topics: new Set(Object.keys(known.topics)) });
  const anchors = new Set(places.all.map(({ anchor }) => places.anchorOf(anchor)));
  const inferred: FieldPlan['inferred'] = new Map();
  const values: FieldPlan['values'] = new Map();
  for (const part of places.provisions) {
    const written = toAttributes(fieldsFor(part, fields), plan.ids);
    const kept = folder.pages.provisions.get(places.anchorOf(part.place.anchor))?.attributes;
    const last = places.lastOf(part.place)?.inferred;
    const correction = correctionOf(part);
    const said = correction && toAttributes(correctFields(fieldsFor(part, fields) ?? {}, correction), plan.ids).values;
    inferred.set(part, written);
    const hasAnchor = (one: string) => anchors.has(one);
    values.set(
      part,
      said && !kept
        ? keepFields(written.values, written.values, said, hasAnchor)
        : keepFields(written.values, last, kept, hasAnchor),
    );
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
    roles: only(plan.roles, named('actors', 'approvers')),
    records: only(plan.records, records),
    goneRecords: Object.keys(known.records).filter((record) => before.has(record) && !records.has(record)),
  };
}

function fieldsFor({ place }: ProvisionPart, fields: ReadonlyMap<string, InferredFields>): InferredFields | undefined {
  return fields.get(place.node.anchor) ?? fields.get(place.anchor);
}

function only<T>(entries: Record<string, T>, ids: ReadonlySet<unknown>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)));
}
