import type { Handbook } from './library.ts';
import type { HandbookRoles, RoleSheet } from './role-sheets.ts';

/** A word for people and the roles, in several documents, whose names end in it. */
export interface SameWord {
  word: string;
  rows: { handbook: Handbook; sheet: RoleSheet }[];
}

/** Letters that make a Japanese word for people: 責任者, 管理者, 従事者, 受託者. */
const wordLength = 3;

/** Words that stand at the end of role names in more than one document, most documents first. */
export function listSameWords(documents: readonly HandbookRoles[]): SameWord[] {
  const words = new Map<string, SameWord['rows']>();
  for (const { handbook, sheets } of documents) {
    for (const sheet of sheets) {
      const word = sheet.name.slice(-wordLength);
      words.set(word, [...(words.get(word) ?? []), { handbook, sheet }]);
    }
  }
  const documentsOf = ({ rows }: SameWord) => new Set(rows.map(({ handbook }) => handbook.id)).size;
  return [...words]
    .map(([word, rows]) => ({ word, rows }))
    .filter((same) => documentsOf(same) > 1)
    .sort((a, b) => documentsOf(b) - documentsOf(a));
}
