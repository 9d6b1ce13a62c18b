/**
 * Names chapters by their numbers, neighbours as one: `['01', '02', '03', '06']` is 1章から3章まで、6章.
 * @param names file names of chapters without ending, in order; one that is no number stands as it is
 */
export function formatChapters(names: readonly string[]): string {
  const runs: { first: string; last: string }[] = [];
  for (const name of names) {
    const run = runs.at(-1);
    if (run && Number(name) === Number(run.last) + 1) run.last = name;
    else runs.push({ first: name, last: name });
  }
  return runs
    .map(({ first, last }) => (first === last ? chapter(first) : `${chapter(first)}から${chapter(last)}まで`))
    .join('、');
}

function chapter(name: string): string {
  return /^\d+$/.test(name) ? `${Number(name)}章` : name;
}
