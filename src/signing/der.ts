import { AsnConvert, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';

/** What stands at one place of a SEQUENCE: options of `@peculiar/asn1-schema`. */
type Field = Parameters<typeof AsnProp>[0];

/** A piece of DER kept as it is: re-encoding what others encoded could change its bytes, and with them its hash. */
export const rawDer = { type: AsnPropTypes.Any } as const;

/**
 * Makes a class the description of a SEQUENCE, its fields in the order given. Decorators would say the same,
 * but they are no erasable syntax.
 */
export function describeSequence(target: new () => object, fields: Record<string, Field>): void {
  AsnType({ type: AsnTypeTypes.Sequence })(target);
  for (const [name, field] of Object.entries(fields)) AsnProp(field)(target.prototype, name);
}

/** Makes a class the description of a CHOICE. */
export function describeChoice(target: new () => object, fields: Record<string, Field>): void {
  describeSequence(target, fields);
  AsnType({ type: AsnTypeTypes.Choice })(target);
}

/** Encodes an object of a described class. */
export function toDer(value: unknown): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value));
}

/**
 * Decodes into a described class.
 * @throws Error when the bytes are no such structure, or more follow. BER passes; callers that must have DER re-encode and compare.
 */
export function parseDer<T>(bytes: Uint8Array, target: new () => T): T {
  if (derLength(bytes) !== bytes.length) throw new Error('DER: the outer length is not the length of the bytes.');
  return AsnConvert.parse(toBuffer(bytes), target);
}

/**
 * Length of the DER value at the start of the bytes, its header included; undefined where no complete, definite,
 * minimal header with all its content stands there (X.690, 10.1).
 */
export function derLength(bytes: Uint8Array): number | undefined {
  const first = bytes[1];
  if (first === undefined || first === 0x80 || first > 0x84) return undefined;
  if (first < 0x80) return within(2 + first, bytes);
  const count = first & 0x7f;
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[2 + index] ?? 0);
  const isMinimal = length >= 0x80 && length >= 256 ** (count - 1);
  return isMinimal ? within(2 + count + length, bytes) : undefined;
}

function within(length: number, bytes: Uint8Array): number | undefined {
  return length <= bytes.length ? length : undefined;
}

/** A copy as ArrayBuffer, the shape in which `@peculiar/asn1-schema` keeps bytes. */
export function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
