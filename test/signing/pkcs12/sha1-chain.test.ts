import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { repeatSha1 } from '../../../src/signing/pkcs12/sha1-chain.ts';

test.each([0, 1, 2, 1000])('gives what OpenSSL gives after %i times', (times) => {
  for (let start = 0; start < 50; start++) {
    const digest = createHash('sha1').update(`${start}`).digest();
    let expected = digest;
    for (let time = 0; time < times; time++) expected = createHash('sha1').update(expected).digest();
    // In the middle of a larger array, of which nothing else is touched.
    const whole = new Uint8Array(30).fill(7);
    whole.set(digest, 3);
    repeatSha1(whole.subarray(3, 23), times);
    expect(Buffer.from(whole)).toEqual(Buffer.concat([Buffer.alloc(3, 7), expected, Buffer.alloc(7, 7)]));
  }
});
