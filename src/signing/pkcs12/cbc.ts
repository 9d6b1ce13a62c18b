import { failWith } from './pkcs12-problems.ts';

/** Of DES and RC2, in bytes. */
const blockSize = 8;

/**
 * Cipher block chaining with padding (RFC 8018, B.2.2) for ciphers with blocks of 8 bytes.
 * @param decipher one block, in place
 * @throws Pkcs12Error `damaged` when the length or the padding is impossible
 */
export function decryptCbc(decipher: (block: Uint8Array) => void, iv: Uint8Array, data: Uint8Array): Uint8Array {
  if (iv.length !== blockSize || data.length === 0 || data.length % blockSize !== 0)
    throw failWith('damaged', `${data.length} bytes, IV of ${iv.length}.`);
  const text = data.slice();
  let previous = iv;
  for (let at = 0; at < data.length; at += blockSize) {
    const block = text.subarray(at, at + blockSize);
    decipher(block);
    for (let index = 0; index < blockSize; index++) block[index] = (block[index] ?? 0) ^ (previous[index] ?? 0);
    previous = data.subarray(at, at + blockSize);
  }
  const padding = text.at(-1) ?? 0;
  const isPadded = padding >= 1 && padding <= blockSize && text.subarray(-padding).every((byte) => byte === padding);
  if (!isPadded) throw failWith('damaged', 'The padding is none.');
  return text.subarray(0, -padding);
}
