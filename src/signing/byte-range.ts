import { concatBytes } from './bytes.ts';

/** The one place of a signed file that the signature does not cover: from the `<` of /Contents to after its `>`. */
export interface Gap {
  start: number;
  end: number;
}

/** All bytes but the gap: what the digest is taken over (ISO 32000-1, 12.8.1). */
export function coveredBytes(file: Uint8Array, { start, end }: Gap): Uint8Array {
  return concatBytes(file.subarray(0, start), file.subarray(end));
}
