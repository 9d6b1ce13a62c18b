import { removeEntries } from '../write/edit-yaml.ts';
import { asRecord, readData } from '../write/read-register.ts';
import type { RemovalDesk } from './removal.ts';

/** Where organization.yaml keeps what the company decides. */
const groups = ['choices', 'blanks', 'contacts', 'months', 'revisions'] as const;

/**
 * Takes out the blanks and choices that the pages of a handbook name and nothing else does.
 * @param named ids in its pages; @param rest the files that stay
 */
export function removeFillIns(named: ReadonlySet<string>, rest: ReadonlyMap<string, string>, desk: RemovalDesk): void {
  const dataOf = (path: string) => readData(new Map([[path, desk.textOf(path) ?? '']]), path);
  const organization = dataOf('organization.yaml');
  const elsewhere = [...rest]
    .filter(([path]) => path !== 'choices.yaml' && path !== 'organization.yaml')
    .map(([, text]) => text)
    // The name of a role may hold a choice.
    .concat(JSON.stringify(organization['roles'] ?? {}));
  const fillIns = dataOf('choices.yaml');
  const isKnown = (id: string) => id in asRecord(fillIns['choices']) || id in asRecord(fillIns['blanks']);
  const isElsewhere = (id: string) => elsewhere.some((text) => new RegExp(`\\b${id}\\b`).test(text));
  const own = [...named].filter((id) => isKnown(id) && !isElsewhere(id));
  if (own.length === 0) return;
  const decided = own.flatMap((id) => {
    const values = groups.map((group) => asRecord(organization[group])[id]);
    const value = values.find((one) => one !== undefined && one !== '' && one !== 'unset');
    const options = asRecord(asRecord(asRecord(fillIns['choices'])[id])['options']);
    return value === undefined ? [] : [String(options[String(value)] ?? value)];
  });
  const remove = (path: string, keys: readonly string[]) => {
    for (const key of keys) {
      const text = desk.textOf(path);
      if (text !== undefined) desk.put(path, removeEntries(text, [key], own));
    }
  };
  remove('choices.yaml', ['choices', 'blanks']);
  remove('organization.yaml', groups);
  desk.take(`choices.yaml と organization.yaml の、空欄と選択 ${own.length} 件`, false);
  if (decided.length > 0) {
    desk.take(`organization.yaml で決めた値（${decided.length} 件）: ${decided.join('、')}`, true);
  }
}
