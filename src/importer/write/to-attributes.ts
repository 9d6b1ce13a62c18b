import type { ImportedPlace } from '../../core/regulation/imported.ts';
import type { WrittenWhen } from '../../core/regulation/provision.ts';
import type { Inferred, InferredFields, Named } from '../model/fields.ts';
import { toOneLine } from './escape.ts';

type Values = NonNullable<ImportedPlace['inferred']>;
export type FieldKey = keyof Values;

/** In the order in which they are written and told. */
export const fieldKeys: readonly FieldKey[] = ['actors', 'approvers', 'modality', 'when', 'deliverable', 'topics'];

/** Fields as `<Provision>` carries them, and which of them are guesses or hints. */
export interface WrittenFields {
  values: Values;
  guessed: FieldKey[];
  hints: FieldKey[];
}

/** Ids of what the text names; undefined for what has none. */
export interface Ids {
  role(named: Named): string | undefined;
  record(named: Named): string | undefined;
  topics: ReadonlySet<string>;
}

/** What was inferred of a place, in ids. Where nothing says how strongly it binds, it is called information, and that a guess. */
export function toAttributes(fields: InferredFields | undefined, ids: Ids): WrittenFields {
  const values: Values = {};
  const guessed: FieldKey[] = [];
  const hints: FieldKey[] = [];
  const set = <Key extends FieldKey>(key: Key, value: Values[Key], inferred: Inferred<unknown> | undefined) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    values[key] = value;
    if (inferred?.certainty === 'hint') hints.push(key);
    else if (inferred?.certainty !== 'sure') guessed.push(key);
  };
  const idsOf = (named: Named[] | undefined, find: (one: Named) => string | undefined) => [
    ...new Set((named ?? []).flatMap((one) => find(one) ?? [])),
  ];
  set('actors', idsOf(fields?.actors?.value, ids.role), fields?.actors);
  set('approvers', idsOf(fields?.approvers?.value, ids.role), fields?.approvers);
  set('modality', fields?.modality?.value ?? 'information', fields?.modality);
  const records = idsOf(fields?.deliverables?.value, ids.record);
  set('when', fields?.when && toWhen(fields.when.value, records), fields?.when);
  const [only, second] = records;
  set('deliverable', second === undefined ? only : records, fields?.deliverables);
  set(
    'topics',
    (fields?.topics?.value ?? []).filter((topic) => ids.topics.has(topic)),
    fields?.topics,
  );
  return { values, guessed, hints };
}

/** A time in the words of the document; without what names nothing, and not at all where it has no words that can be shown. */
function toWhen({ month: _, ...when }: WrittenWhen, records: readonly string[]): WrittenWhen | undefined {
  const isText = (text: string | undefined) => text !== undefined && toOneLine(text) !== '' && !text.includes('{{');
  if (!isText(when.text)) return undefined;
  const keepOf = <T extends { text: string; of?: string | undefined }>({ of, ...time }: T) => ({
    ...time,
    text: toOneLine(time.text),
    ...(of !== undefined && records.includes(of) && { of }),
  });
  const next = (when.next ?? []).filter(({ text }) => isText(text)).map(keepOf);
  const { trigger, next: _next, ...time } = when;
  return {
    ...keepOf(time),
    ...(trigger !== undefined && isText(trigger) && { trigger: toOneLine(trigger) }),
    ...(next.length > 0 && { next }),
  };
}
