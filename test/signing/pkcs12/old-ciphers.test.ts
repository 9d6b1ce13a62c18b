import { createCipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tripleDes } from '../../../src/signing/pkcs12/des.ts';
import { rc2 } from '../../../src/signing/pkcs12/rc2.ts';

function fromHex(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits, 'hex'));
}

function apply(decipher: (block: Uint8Array) => void, hex: string): string {
  const bytes = fromHex(hex);
  for (let at = 0; at < bytes.length; at += 8) decipher(bytes.subarray(at, at + 8));
  return Buffer.from(bytes).toString('hex');
}

describe('tripleDes', () => {
  test('deciphers the example of NIST SP 800-67, appendix B', () => {
    const key = fromHex('0123456789abcdef23456789abcdef01456789abcdef0123');
    const text = apply(tripleDes(key), 'a826fd8ce53b855fcce21c8112256fe668d5c05dd9b6b900');
    expect(Buffer.from(text, 'hex').toString()).toBe('The qufck brown fox jump');
  });

  test('is DES when its keys are one', () => {
    expect(apply(tripleDes(fromHex('133457799bbcdff1'.repeat(3))), '85e813540f0ab405')).toBe('0123456789abcdef');
  });

  test('deciphers what OpenSSL enciphers, with three keys and with two', () => {
    for (let seed = 0; seed < 50; seed++) {
      const [key, text] = [24, 64].map((length) =>
        Uint8Array.from({ length }, (_, at) => (at * 89 + seed * 37) & 0xff),
      );
      if (!key || !text) throw new Error('Nothing to encipher.');
      for (const size of [24, 16]) {
        const whole = size === 24 ? key : Uint8Array.of(...key.subarray(0, 16), ...key.subarray(0, 8));
        const cipher = createCipheriv('des-ede3', whole, null).setAutoPadding(false);
        const enciphered = Buffer.concat([cipher.update(text), cipher.final()]).toString('hex');
        expect(apply(tripleDes(key.subarray(0, size)), enciphered)).toBe(Buffer.from(text).toString('hex'));
      }
    }
  });

  test('throws on a key of another length', () => {
    expect(() => tripleDes(new Uint8Array(8))).toThrow(RangeError);
  });
});

describe('rc2', () => {
  // RFC 2268, 5
  test.each([
    ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
    ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
    ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
    ['88', 64, '0000000000000000', '61a8a244adacccf0'],
    ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
    ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
    ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
  ])('deciphers the vector for the key %s with %i bits', (key, bits, text, enciphered) => {
    expect(apply(rc2(fromHex(key), bits), enciphered)).toBe(text);
  });
});
