import { ecdsa, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** Coefficient a of the curves of NIST is p - 3. */
const p = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;

/**
 * ECDSA on P-384 (NIST SP 800-186, 3.2.1.4). @noble/curves has it in one module with P-256 and bound to SHA-384, which every
 * page without WebCrypto would fetch; here digests are made outside, and the generator of nonces (RFC 6979) does with SHA-256.
 */
export const p384 = ecdsa(
  weierstrass({
    p,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    h: 1n,
    a: p - 3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    Gx: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
    Gy: 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
  }),
  sha256,
);
