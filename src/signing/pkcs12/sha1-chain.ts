/** The message schedule of one block. */
const schedule = new Int32Array(80);

/**
 * Replaces a SHA-1 digest by its own digest (FIPS 180-4, 6.1.2), again and again. A key file of Firefox asks for that
 * 3,600,000 times: here all stays in local numbers, where an object for each hash takes five times as long.
 */
export function repeatSha1(digest: Uint8Array, times: number): void {
  const w = schedule;
  const view = new DataView(digest.buffer, digest.byteOffset, 20);
  let h0 = view.getInt32(0);
  let h1 = view.getInt32(4);
  let h2 = view.getInt32(8);
  let h3 = view.getInt32(12);
  let h4 = view.getInt32(16);
  for (let time = 0; time < times; time++) {
    // The one block: 20 bytes, a bit that is set, and 160, the length in bits.
    w.fill(0, 6, 15);
    w[0] = h0;
    w[1] = h1;
    w[2] = h2;
    w[3] = h3;
    w[4] = h4;
    w[5] = 0x80000000;
    w[15] = 160;
    for (let at = 16; at < 80; at++) {
      const word = (w[at - 3] ?? 0) ^ (w[at - 8] ?? 0) ^ (w[at - 14] ?? 0) ^ (w[at - 16] ?? 0);
      w[at] = (word << 1) | (word >>> 31);
    }
    let a = 0x67452301;
    let b = 0xefcdab89 | 0;
    let c = 0x98badcfe | 0;
    let d = 0x10325476;
    let e = 0xc3d2e1f0 | 0;
    let next = 0;
    // Four loops for the four functions of FIPS 180-4, 4.1.1: asking in one which it is takes three times as long.
    for (let at = 0; at < 20; at++) {
      next = (((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + e + (w[at] ?? 0) + 0x5a827999) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let at = 20; at < 40; at++) {
      next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (w[at] ?? 0) + 0x6ed9eba1) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let at = 40; at < 60; at++) {
      next = (((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + e + (w[at] ?? 0) + 0x8f1bbcdc) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let at = 60; at < 80; at++) {
      next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (w[at] ?? 0) + 0xca62c1d6) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    h0 = (a + 0x67452301) | 0;
    h1 = (b + 0xefcdab89) | 0;
    h2 = (c + 0x98badcfe) | 0;
    h3 = (d + 0x10325476) | 0;
    h4 = (e + 0xc3d2e1f0) | 0;
  }
  for (const [index, word] of [h0, h1, h2, h3, h4].entries()) view.setInt32(4 * index, word);
  w.fill(0);
}
