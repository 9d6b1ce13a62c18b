import * as z from 'zod/mini';
import { ModalitySchema, WhenSchema } from '../../core/regulation/provision.ts';
import type { Correction } from '../../importer/model/correction.ts';
import type { ValueReading } from '../../stores/draft-format.ts';

const names = z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(50)));

const KeptSchema = z.record(
  z.string(),
  z.strictObject({
    actors: names,
    approvers: names,
    modality: z.optional(ModalitySchema),
    when: z.optional(z.nullable(WhenSchema)),
    deliverables: names,
    topics: names,
  }),
);

/** Corrections as a draft holds them: by anchor. */
export type KeptCorrections = Record<string, Correction>;

/** Reads corrections that this browser kept of a document; anybody may have changed them. */
export function readCorrections(value: unknown): ValueReading<KeptCorrections> {
  const reading = z.safeParse(KeptSchema, value);
  if (!reading.success) return { ok: false, newer: false };
  const kept: [string, Correction][] = Object.entries(reading.data).map(([anchor, given]) => {
    return [anchor, Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined))];
  });
  return { ok: true, value: Object.fromEntries(kept) };
}
