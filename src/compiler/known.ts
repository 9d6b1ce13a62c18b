import { type Handbook, type Library, roleName } from '../core/regulation/library.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';

type Named = [id: string, name: string][];

/** The roles of a handbook, for messages. */
export function namedRoles(library: Pick<Library, 'roles' | 'wording'>, handbook: string): Named {
  return Object.keys(library.roles[handbook] ?? {}).map((id) => [id, roleName(library, handbook, id) ?? '']);
}

/** All handbooks, for messages. */
export function namedHandbooks(handbooks: readonly Handbook[]): Named {
  return handbooks.map(({ id, source }) => [id, source.short]);
}

/** The records of a handbook, for messages. */
export function namedRecords({ records }: Pick<Library, 'records'>, handbook: string): Named {
  return Object.entries(records[handbook] ?? {}).map(([id, { name }]) => [id, name]);
}

/** The choices or blanks of choices.yaml with what they ask, for messages. */
export function namedQuestions(items: FillIns['choices'] | FillIns['blanks']): Named {
  return Object.entries(items).map(([id, { question }]) => [id, question]);
}
