import { distance } from '../core/text/distance.ts';

/** Ids that would be right, with the names that readers see where there are some. */
export type Known = Iterable<string | readonly [id: string, name: string]>;

const most = 12;

/** Whether a word that names nothing may be meant for this one. */
export function isMisspelling(given: string, right: string): boolean {
  return distance(given, right) <= Math.max(2, given.length / 3);
}

/**
 * What to write instead of a word that names nothing: nearest first, so that a misspelling meets the right spelling.
 * @param origin the file in which the right ones stand; left out where a schema has them
 */
export function suggest(given: string, known: Known, origin?: string): string {
  const all = [...known].map((one) => (typeof one === 'string' ? { id: one, name: '' } : { id: one[0], name: one[1] }));
  if (all.length === 0) {
    return origin === undefined ? 'ここに書けるものはありません。' : `先に ${origin} に書き足してください。`;
  }
  // Authors know roles and records by the name on the page.
  const isName = /[^\x20-\x7e]/.test(given);
  const nearest = all
    .map((one) => ({ ...one, far: isName ? distanceOfNames(given, one.name || one.id) : distance(given, one.id) }))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
  const [best] = nearest;
  const shown = nearest.slice(0, most).map(({ id, name }) => (isName && name ? `${id}（${name}）` : id));
  const list = `書けるもの: ${shown.join('、')}${all.length > most ? ' など' : ''}。`;
  if (!best || best.far > (isName ? given.length / 3 : Math.max(2, given.length / 3))) return list;
  if (isName && best.far === 0) return `「${given}」は名前です。id の「${best.id}」を書いてください。`;
  return `もしかして「${best.id}」${isName ? `（${best.name}）` : ''}ですか。${list}`;
}

/** A name that holds the given words is nearly it: 許可 for 許可を得れば使える. */
function distanceOfNames(given: string, name: string): number {
  return given !== name && name.includes(given) ? 0.5 : distance(given, name);
}
