/**
 * A small ICC profile of version 2.4 (ICC.1:2001-12) for the sRGB primaries of IEC 61966-2-1, adapted to D50,
 * with a plain gamma of 2.2. PDF/A asks for one, so that the colours mean the same in ten years.
 */
export function toIccProfile(): Uint8Array {
  const gamma = tag('curv', [...uint32(1), ...uint16(Math.round(2.2 * 256)), 0, 0]);
  const tags: [name: string, data: number[]][] = [
    ['desc', description('kitei RGB, gamma 2.2')],
    ['cprt', tag('text', [...ascii('No rights reserved'), 0])],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', gamma],
    ['gTRC', gamma],
    ['bTRC', gamma],
  ];
  const directory: number[] = [...uint32(tags.length)];
  const body: number[] = [];
  const placed = new Map<number[], number>();
  const bodyStart = 128 + 4 + tags.length * 12;
  for (const [name, data] of tags) {
    const start = placed.get(data) ?? bodyStart + body.length;
    if (!placed.has(data)) {
      placed.set(data, start);
      body.push(...data, ...new Array<number>((4 - (data.length % 4)) % 4).fill(0));
    }
    directory.push(...ascii(name), ...uint32(start), ...uint32(data.length));
  }
  const header = [
    ...uint32(bodyStart + body.length),
    ...uint32(0),
    ...uint32(0x02400000),
    ...ascii('mntrRGB XYZ '),
    // Date of the profile, not of the file.
    ...[2026, 1, 1, 0, 0, 0].flatMap(uint16),
    ...ascii('acsp'),
    ...new Array<number>(28).fill(0),
    ...xyzNumber(0.9642, 1, 0.8249),
  ];
  return Uint8Array.from([...header, ...new Array<number>(128 - header.length).fill(0), ...directory, ...body]);
}

function tag(type: string, data: number[]): number[] {
  return [...ascii(type), ...uint32(0), ...data];
}

function xyz(x: number, y: number, z: number): number[] {
  return tag('XYZ ', xyzNumber(x, y, z));
}

/** textDescriptionType: ASCII; the Unicode and Macintosh parts are empty. */
function description(text: string): number[] {
  return tag('desc', [...uint32(text.length + 1), ...ascii(text), 0, ...new Array<number>(4 + 4 + 2 + 1 + 67).fill(0)]);
}

function xyzNumber(x: number, y: number, z: number): number[] {
  return [x, y, z].flatMap((value) => uint32(Math.round(value * 65536)));
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function uint32(value: number): number[] {
  return [...uint16(value >>> 16), ...uint16(value)];
}
