import { describe, expect, test } from 'vitest';
import { checkPng } from '../../../src/compiler/brand/check-png.ts';

/** A part of a PNG; nobody here asks for its check sum. */
function chunk(type: string, data: readonly number[] = []): number[] {
  const { length } = data;
  return [0, 0, length >> 8, length & 255, ...Buffer.from(type, 'latin1'), ...data, 0, 0, 0, 0];
}

const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const size = (width: number, height: number) =>
  chunk('IHDR', [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 6, 0, 0, 0]);
const png = (...parts: number[][]) => Uint8Array.from([head, ...parts].flat());

describe('checkPng', () => {
  test('takes a whole picture and tells its size', () => {
    const bytes = png(size(320, 80), chunk('tEXt', [1]), chunk('IDAT', [1, 2]), chunk('IEND'));
    expect(checkPng(bytes)).toEqual({ width: 320, height: 80 });
    // As a part of something larger.
    const larger = Uint8Array.from([...Array(7).fill(0), ...bytes]);
    expect(checkPng(larger.subarray(7))).toEqual({ width: 320, height: 80 });
  });

  test.each([
    ['no PNG', Uint8Array.from([0xff, 0xd8, 0xff]), 'PNG ではありません。'],
    ['nothing', new Uint8Array(), 'PNG ではありません。'],
    ['no head', png(chunk('IDAT', [1]), chunk('IEND')), '先頭の部分がありません。'],
    ['no picture', png(size(1, 1), chunk('IEND')), '画像が入っていません。'],
    ['cut short', png(size(1, 1), chunk('IDAT', [1, 2])), '途中で切れています。'],
    [
      'a length beyond its end',
      png(size(1, 1), [0xff, 0xff, 0xff, 0xff, 73, 68, 65, 84, 0, 0, 0, 0]),
      '途中で切れています。',
    ],
    [
      'something behind',
      png(size(1, 1), chunk('IDAT', [1]), chunk('IEND'), [60, 115]),
      '画像の後に、ほかのデータが続いています。',
    ],
    ['a moving one', png(size(1, 1), chunk('acTL'), chunk('IDAT', [1]), chunk('IEND')), '動く画像です。'],
    ['a huge one', png(size(9000, 10), chunk('IDAT', [1]), chunk('IEND')), '大きさが 9000 × 10 ドットです。'],
    ['a flat one', png(size(0, 10), chunk('IDAT', [1]), chunk('IEND')), '大きさが 0 × 10 ドットです。'],
  ])('refuses %s', (_, bytes, problem) => {
    expect(checkPng(bytes)).toEqual({ problem, hint: expect.stringMatching(/\S/) });
  });
});
