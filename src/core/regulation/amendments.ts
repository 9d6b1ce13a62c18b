import type { Amendments, Change } from './imported.ts';
import type { Handbook } from './library.ts';

/** One edition of a document, as its comparison table shows it. */
export interface Edition {
  /** Counted from the oldest, which is 1: addresses stay when a newer one comes. */
  number: number;
  from: string;
  to: string;
  on: string;
  changes: Change[];
}

/** Path of the page of all comparison tables. */
export const amendmentsPath = 'amendments/';

/** The editions of a handbook, the latest first. */
export function listEditions(amendments: Amendments): Edition[] {
  return amendments.map((edition, index) => ({ ...edition, number: amendments.length - index }));
}

/** Id of a row on the page of the comparison table. */
export function changeId({ number }: Pick<Edition, 'number'>, { anchor }: Pick<Change, 'anchor'>): string {
  return `e${number}-${anchor}`;
}

/** What became of a place, in the words of the table, e.g. `改正・番号の変更`. */
export function changeWords({ kind, old, new: now }: Change): string {
  if (kind === 'added') return '新設';
  if (kind === 'removed') return '削除';
  if (kind === 'renumbered') return '番号の変更';
  return old?.label === now?.label ? '改正' : '改正・番号の変更';
}

/** How many places were changed and how, e.g. `改正 3、新設 1`. */
export function countChanges(changes: readonly Change[]): string {
  const kinds = [
    ['reworded', '改正'],
    ['added', '新設'],
    ['removed', '削除'],
    ['renumbered', '番号の変更'],
  ] as const;
  return kinds
    .map(([kind, words]) => [words, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words} ${count}`)
    .join('、');
}

/** The last change of a place: its edition in words, and the address of its row. */
export interface LastChange {
  /** e.g. `第3版で改正` */
  text: string;
  /** Path from the site's base. */
  url: string;
}

/** The last change of a place of a handbook; undefined where it stands as it was first imported. */
export function findLastChange({ id, amendments }: Handbook, anchor: string): LastChange | undefined {
  for (const edition of listEditions(amendments)) {
    const change = edition.changes.find((one) => one.anchor === anchor);
    if (!change) continue;
    return {
      text: `${edition.to}で${changeWords(change)}`,
      url: `${amendmentsPath}${id}/#${changeId(edition, change)}`,
    };
  }
  return undefined;
}
