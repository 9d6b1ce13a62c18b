import * as z from 'zod/mini';
import { WhenSchema } from './file-schema.ts';

const text = z.string().check(z.minLength(1));

/**
 * content/decisions/scopes/<id>.yaml: the other half of a double entry. It says, from the sources alone and without a
 * look at what the decision tells people, in which cases each unit speaks; the build compares the two.
 */
export const ScopeFileSchema = z.strictObject({
  /** Topic ids: every must and must-not of these stands in `covers` or `leftOut`. */
  topics: z.array(text),
  covers: z
    .array(
      z.strictObject({
        /**
         * Unit of a source, e.g. `nerima-a16-i7`; where it asks for two things, one line for each, with a name for it:
         * `rodo-3-n5/limit`, `rodo-3-n5/log`. What cites it then names the part as well: `rodokyoku:3-n5/log`.
         */
        unit: text,
        /** The cases in which it speaks, as in the decision; always, without it. A client's, where the client is chosen. */
        when: z.optional(WhenSchema),
      }),
    )
    .check(z.minLength(1)),
  /** Questions whose answer decides though no unit speaks of it by itself, e.g. a client's leave: the cases in which it does. */
  asks: z.optional(z.array(z.strictObject({ question: text, when: WhenSchema }))),
  leftOut: z.optional(
    z.array(
      z.strictObject({
        units: z.array(text).check(z.minLength(1)),
        /** Why nobody who uses this decision needs to hear of it. */
        reason: text,
      }),
    ),
  ),
});
export type ScopeFile = z.infer<typeof ScopeFileSchema>;
