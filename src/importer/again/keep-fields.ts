import type { ImportedPlace } from '../../core/regulation/imported.ts';
import { isEqual } from '../write/is-equal.ts';
import type { Literal } from '../write/literal.ts';
import { type FieldKey, fieldKeys } from '../write/to-attributes.ts';

type Fields = NonNullable<ImportedPlace['inferred']>;

/** Written anew from the document. */
const written = ['anchor', 'number', 'caption', 'units'];

/**
 * The fields of a provision after an import: as they are inferred now, but where the page says otherwise than the last
 * import wrote, a person has put it right, and that stays.
 * @param last as the last import inferred them; @param kept the attributes in the page, undefined where it is new
 * @param hasAnchor whether a place is still there
 */
export function keepFields(
  now: Fields,
  last: Fields | undefined,
  kept: Readonly<Record<string, unknown>> | undefined,
  hasAnchor: (anchor: string) => boolean,
): Record<string, Literal> {
  const chosen = (key: FieldKey) => (kept === undefined || isEqual(kept[key], last?.[key]) ? now[key] : kept[key]);
  const fields = Object.fromEntries(fieldKeys.map((key) => [key, chosen(key)]));
  const own = Object.entries(kept ?? {}).filter(
    ([key, value]) =>
      !written.includes(key) &&
      !(key in fields) &&
      !(key === 'under' && !(typeof value === 'string' && hasAnchor(value))),
  );
  const { actors, approvers, modality, when, ...rest } = fields;
  const all = {
    actors,
    approvers,
    modality: modality ?? now.modality ?? 'information',
    when,
    ...Object.fromEntries(own),
    ...rest,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Literal] => entry[1] !== undefined));
}
