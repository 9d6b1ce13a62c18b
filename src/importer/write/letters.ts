import { toWritable } from './escape.ts';
import type { ProvisionPart } from './outline.ts';

/** The letters of a text: what is left without white space, as far as a file can hold them. */
export function lettersIn(text: string): string {
  return toWritable(text).replace(/\s/gu, '');
}

/** The letters of a provision's words: number and caption are its attributes. */
export function lettersOf({ lines, table, bullets }: ProvisionPart): string {
  const cells = table?.rows.flat().flatMap((cell) => cell.lines) ?? [];
  const items = bullets.map(({ number, line }) => number + line.text);
  return lettersIn([...[...lines, ...cells].map(({ text }) => text), ...items].join(''));
}
