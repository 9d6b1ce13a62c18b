import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { Header } from '../../record/v1/header/header.ts';

/** Longest text, in characters and percent-encoded, that an address may fill in. */
export const longestFill = 8000;

const prefix = '#fill=';

/** What a new paper begins with. */
export interface Filling extends Pick<FormAnswers, 'fields' | 'tables'> {
  header: Partial<Header>;
}

export interface FilledAddress {
  /** `#fill=…`, as beginWithAddress() reads it. */
  hash: string;
  /** How many rows had no room in it: the last ones of the longest table. */
  left: number;
}

/** The fragment that begins a paper with all of this; undefined where it is more than an address may hold. */
export function toWholeAddress({ header, fields, tables }: Filling): string | undefined {
  const encoded = encode({ header, fields, tables });
  return encoded.length <= longestFill ? prefix + encoded : undefined;
}

/** The fragment of an address that begins a paper, with as many rows as it may hold. */
export function toFillAddress(filling: Filling): FilledAddress {
  let { tables } = filling;
  for (let left = 0; ; left += 1) {
    const encoded = encode({ ...filling, tables });
    const [longest] = Object.entries(tables).sort(([, a], [, b]) => b.length - a.length);
    if (encoded.length <= longestFill || !longest || longest[1].length === 0) return { hash: prefix + encoded, left };
    tables = { ...tables, [longest[0]]: longest[1].slice(0, -1) };
  }
}

function encode(filling: Filling): string {
  return encodeURIComponent(JSON.stringify(filling));
}
