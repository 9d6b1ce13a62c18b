/** Bytes in, 32 bytes out. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The hash of a text in UTF-8 as 64 hexadecimal digits. */
export function hashText(text: string, sha256: Sha256): string {
  return Array.from(sha256(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * An id made of what an entry is about: two people who write about the same have the same entry.
 * @returns 32 hexadecimal digits
 */
export function toId(parts: readonly (string | number)[], sha256: Sha256): string {
  return hashText(JSON.stringify(parts), sha256).slice(0, 32);
}
