/**
 * A font file from its tables: directory, tables at multiples of four, checksums (ISO/IEC 14496-22, 4.3).
 * @param tables in order of their tags; `head` must be among them, its checksum is filled in.
 */
export function assembleTables(tables: [tag: string, bytes: Uint8Array][]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length));
  const starts: number[] = [];
  let end = 12 + 16 * tables.length;
  for (const [, bytes] of tables) {
    starts.push(end);
    end += (bytes.length + 3) & ~3;
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  const checksum = (from: number, length: number): number => {
    let sum = 0;
    for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    return sum;
  };
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - (16 << power));
  tables.forEach(([tag, bytes], index) => {
    const start = starts[index] ?? 0;
    file.set(bytes, start);
    const record = 12 + index * 16;
    [...tag].forEach((letter, position) => {
      view.setUint8(record + position, letter.charCodeAt(0));
    });
    view.setUint32(record + 4, checksum(start, (bytes.length + 3) & ~3));
    view.setUint32(record + 8, start);
    view.setUint32(record + 12, bytes.length);
  });
  const head = starts[tables.findIndex(([tag]) => tag === 'head')] ?? 0;
  view.setUint32(head + 8, (0xb1b0afba - checksum(0, end)) >>> 0);
  return file;
}

/** The parts, one after another. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
