import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const handbookId = z.string().check(z.regex(/^[a-z][a-z0-9]*$/));

/** A piece of a text, and the documents that it speaks of: it is left out where one of them is not in force. */
const PartSchema = z.strictObject({
  text,
  of: z.optional(z.union([handbookId, z.array(handbookId).check(z.minLength(1))])),
});

/**
 * A text, or its pieces in order where some of them speak of a document by name: a company that does not work for that
 * client must not read of it. `[{ text: 上から選ぶ。 }, { of: nerima, text: 練馬区の重要情報も含む。 }]`
 */
export const SaidSchema = z.union(
  [text, z.array(PartSchema).check(z.minLength(1))],
  '文か、{ text, of } の並びで書いてください。',
);
export type Said = z.infer<typeof SaidSchema>;

/** What was written in pieces, as a text. */
export type Spoken<Value> = Value extends readonly (infer One)[]
  ? string extends keyof One
    ? Value
    : 'of' extends keyof One
      ? string
      : Spoken<One>[]
  : Value extends object
    ? { [Key in keyof Value]: Spoken<Value[Key]> }
    : Value;

/**
 * Makes texts of all pieces inside a value. A text of which nothing is left goes, and with it its key or its place in a
 * list.
 * @param isInForce asked for each document that a piece names, with the path of the piece
 */
export function speak<Value>(
  value: Value,
  isInForce: (handbook: string, path: string) => boolean,
  path = '',
): Spoken<Value> {
  // The shape follows the type, key by key, which no compiler can see.
  return speakAny(value, isInForce, path) as Spoken<Value>;
}

function speakAny(value: unknown, isInForce: (handbook: string, path: string) => boolean, path: string): unknown {
  if (isSaid(value)) {
    const parts = value.flatMap(({ text, of = [] }, index) =>
      [of].flat().every((handbook) => isInForce(handbook, `${path}[${index}].of`)) ? [text] : [],
    );
    return parts.length > 0 ? parts.join('') : undefined;
  }
  if (Array.isArray(value)) {
    return value
      .map((one, index) => speakAny(one, isInForce, `${path}[${index}]`))
      .filter((one, index) => one !== undefined || value[index] === undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const said = speakAny(inner, isInForce, path === '' ? key : `${path}.${key}`);
      return said === undefined ? [] : [[key, said]];
    }),
  );
}

function isSaid(value: unknown): value is Exclude<Said, string> {
  const isPart = (one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    'text' in one &&
    Object.keys(one).every((key) => key === 'text' || key === 'of');
  return Array.isArray(value) && value.length > 0 && value.every(isPart);
}
