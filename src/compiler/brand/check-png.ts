import type { ImageFault, ImageSize } from './check-svg.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A picture 40 points high needs no more, even on a sharp screen. */
const longestSide = 2000;

const again = '画像を PNG として保存し直してください。';

/**
 * Reads the parts of a PNG (ISO/IEC 15948) and holds that it is one whole still picture, and that nothing follows it.
 * @returns its size, or the first fault
 */
export function checkPng(bytes: Uint8Array): ImageSize | ImageFault {
  if (!signature.every((byte, at) => bytes[at] === byte)) return { problem: 'PNG ではありません。', hint: again };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: ImageSize | undefined;
  let isDrawn = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) break;
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) return { problem: '先頭の部分がありません。', hint: again };
      size = { width: view.getUint32(16), height: view.getUint32(20) };
      const { width, height } = size;
      if (width === 0 || height === 0 || width > longestSide || height > longestSide) {
        const hint = `一辺を 1 から ${longestSide} ドットまでにしてください（高さは 160 あれば足ります）。`;
        return { problem: `大きさが ${width} × ${height} ドットです。`, hint };
      }
    } else if (type === 'acTL')
      return { problem: '動く画像です。', hint: '動かない 1 枚の PNG として保存してください。' };
    else if (type === 'IDAT') isDrawn = true;
    else if (type === 'IEND') {
      if (end !== bytes.length) return { problem: '画像の後に、ほかのデータが続いています。', hint: again };
      return size && isDrawn ? size : { problem: '画像が入っていません。', hint: again };
    }
    at = end;
  }
  return { problem: '途中で切れています。', hint: again };
}
