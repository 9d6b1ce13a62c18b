import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { DerivationRequest } from '../crypto.ts';

const hashes = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

/** PBKDF2 (RFC 8018, 5.2) in JavaScript: some ten times as long as the browser's own. */
export function deriveBytes({ password, salt, iterations, hash, length }: DerivationRequest): Promise<Uint8Array> {
  return pbkdf2Async(hashes[hash], password, salt, { c: iterations, dkLen: length });
}
