import type { Finding } from './finding.ts';
import { type Inspected, roleNames } from './shown.ts';

/** Two roles of the company under one name: a reader cannot tell whom a provision means. */
export function findRoleNames({ handbooks, wording }: Inspected): Finding[] {
  return handbooks
    .filter(({ isOwn }) => isOwn)
    .flatMap((handbook) => {
      const byName = Map.groupBy(roleNames(handbook, wording), ([, name]) => name.normalize('NFKC').trim());
      return [...byName]
        .filter(([name, roles]) => name !== '' && roles.length > 1)
        .map(([name, roles]) => ({
          kind: 'roleName',
          key: `roleName:${roles.map(([id]) => id).join()}`,
          certainty: '確実',
          places: roles.map(([id]) => ({ label: meaningOf(id), url: `tailoring/#roles.${id}` })),
          found: `「${name}」が、${roles.length}つの役割の名になっている。`,
          advice: '同じ人が兼ねる場合も、役割ごとに別の名を付ける。',
        }));
      function meaningOf(id: string): string {
        return handbook.roles.find((role) => role.id === id)?.meaning ?? id;
      }
    });
}
