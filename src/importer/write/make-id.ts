import { englishWords } from './english-words.ts';

const known = Object.keys(englishWords).sort((a, b) => b.length - a.length);

/**
 * A camelCase id for a Japanese name: of its English words where all of the name is known, e.g. 部門責任者 →
 * `departmentOfficer`; otherwise `<kind>1`, the first number that is free.
 * @param taken ids that stand for something else
 */
export function makeId(name: string, kind: string, taken: ReadonlySet<string>): string {
  const words = toEnglish(name);
  const [stem, first] = words === undefined ? [kind, 1] : [words, 0];
  for (let n = first; ; n += 1) {
    // `worker`, then `worker2`.
    const id = n === 0 ? stem : `${stem}${words === undefined ? n : n + 1}`;
    if (!taken.has(id)) return id;
  }
}

function toEnglish(name: string): string | undefined {
  let rest = name.replace(/[\s　・（）()「」]/g, '');
  const words: string[] = [];
  while (rest !== '') {
    const word = known.find((one) => rest.startsWith(one));
    if (word === undefined) return undefined;
    words.push(...(englishWords[word] ?? '').split(' '));
    rest = rest.slice(word.length);
  }
  const [first, ...others] = words;
  return first && first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
