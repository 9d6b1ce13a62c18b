import { releases } from '../record/releases.ts';

/**
 * Whether what a file says of its maker can be: this version or a released one before it, one that is newer than this
 * site, or one that never was.
 * @param generator of the file, e.g. `kitei 0.2.0`; @param ours of this site
 */
export function findMakerAge(generator: string, ours: string): 'known' | 'newer' | 'never' {
  if (generator === ours) return 'known';
  const [theirs, mine] = [readVersion(generator), readVersion(ours)];
  if (!theirs || !mine) return 'never';
  if (releases.includes(theirs.join('.'))) return 'known';
  const first = theirs.findIndex((part, index) => part !== mine[index]);
  return (theirs[first] ?? 0) > (mine[first] ?? 0) ? 'newer' : 'never';
}

function readVersion(generator: string): number[] | undefined {
  const match = /^kitei (0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(generator);
  return match?.slice(1).map(Number);
}
