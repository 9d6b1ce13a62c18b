import type { DraftSection, RawItem, RawSection } from './list-draft.ts';

type Tell = (kind: string, message: string, cell: string) => void;

/**
 * Gives each question its number: as printed, or counted where the list has none. A part of a question has that of the
 * question with its own mark: `3①`. Where numbers begin anew in each category, the category's place stands before them.
 */
export function nameNumbers(sections: readonly RawSection[], tell: Tell): DraftSection[] {
  const filled = sections.filter(({ items }) => items.length > 0);
  const isCounted = filled.every(({ items }) => items.every(({ printed }) => printed === ''));
  const beginsAnew = !isCounted && repeatsAcross(filled);
  const used = new Set<string>();
  let count = 0;
  if (beginsAnew) {
    const [first] = filled[1]?.items ?? [];
    tell(
      'number-anew',
      '番号が分類ごとに始まっています。分類の順番を前に付けて「2-1」のようにしました。',
      first?.cell ?? '',
    );
  }
  return filled.map(({ title, items }, place) => {
    let parent = '';
    return {
      title,
      items: items.map(({ printed, mark, ...item }) => {
        const own = isCounted ? String(++count) : beginsAnew && printed !== '' ? `${place + 1}-${printed}` : printed;
        const wanted = own !== '' ? own : part(parent, mark ?? '', used);
        if (own !== '') parent = own;
        const number = unique(wanted, used);
        if (number !== wanted)
          tell('number-twice', `番号「${wanted}」が重なっています。「${number}」としました。`, item.cell);
        else if (own === '' && !isCounted)
          tell('sub-question', `${item.cell} の問いには番号がないので、「${number}」としました。`, item.cell);
        used.add(number);
        return { number: /^[1-9]\d{0,8}$/.test(number) ? Number(number) : number, ...item };
      }),
    };
  });
}

/** `3①`, `3(2)`; without a number before it, its own count. */
function part(parent: string, mark: string, used: ReadonlySet<string>): string {
  if (mark !== '' && !used.has(parent + mark)) return parent + mark;
  let place = 1;
  while (used.has(`${parent}(${place})`)) place++;
  return `${parent}(${place})`;
}

function unique(wanted: string, used: ReadonlySet<string>): string {
  // A number is printed in a narrow column.
  const short = [...wanted].slice(0, 14).join('');
  if (!used.has(short)) return short;
  let place = 2;
  while (used.has(`${short}(${place})`)) place++;
  return `${short}(${place})`;
}

/** Each section's numbers are its own, and those of one come again in another. */
function repeatsAcross(sections: readonly RawSection[]): boolean {
  const numbers = sections.map(({ items }) =>
    items.flatMap(({ printed }: RawItem) => (printed === '' ? [] : [printed])),
  );
  const isOwn = numbers.every((some) => new Set(some).size === some.length);
  return isOwn && new Set(numbers.flat()).size < numbers.flat().length;
}
