import { removeEntries, replaceValue } from '../write/edit-yaml.ts';
import { kindOf } from '../write/plan-registers.ts';
import { asRecord, readData } from '../write/read-register.ts';
import { toFlow } from '../write/to-flow.ts';
import type { RemovalDesk } from './removal.ts';

/** Takes a handbook's roles, records and terms out of the registers, and its id from the documents in force. */
export function removeFromRegisters(id: string, desk: RemovalDesk): void {
  const dataOf = (path: string) => readData(new Map([[path, desk.textOf(path) ?? '']]), path);
  const roles = asRecord(dataOf('roles.yaml')[id]);
  const called = asRecord(dataOf('organization.yaml')['roles']);
  removeAll('roles.yaml', '役割', ([, entry]) => {
    // An import writes the name alone; what a role means, a person has said.
    const { name, ...more } = asRecord(entry);
    return name !== undefined && Object.keys(more).length === 0;
  });
  removeAll('records.yaml', '記録', ([, entry]) => {
    const { name, kind, phase, ...more } = asRecord(entry);
    return kind === kindOf(`${name}`) && phase === 'during' && Object.keys(more).length === 0;
  });
  removeAll('glossary.yaml', '用語', () => false);
  // Names of its roles that the company gives, where no other document has such a role.
  const others = Object.entries(dataOf('roles.yaml')).flatMap(([, entries]) => Object.keys(asRecord(entries)));
  const own = Object.keys(roles).filter((role) => role in called && !others.includes(role));
  if (own.length > 0) {
    desk.put('organization.yaml', removeEntries(desk.textOf('organization.yaml') ?? '', ['roles'], own));
  }
  for (const role of own) desk.take(`organization.yaml の役割の呼び方「${called[role]}」`, true);
  takeFromForce();

  function removeAll(path: string, kind: string, isImported: (entry: [string, unknown]) => boolean): void {
    const entries = Object.entries(asRecord(dataOf(path)[id]));
    const text = desk.textOf(path);
    if (text === undefined || !(id in dataOf(path))) return;
    desk.put(path, removeEntries(text, [], [id]));
    const nameOf = ([key, entry]: [string, unknown]) =>
      String(asRecord(entry)['name'] ?? asRecord(entry)['term'] ?? key);
    const imported = entries.filter(isImported);
    if (imported.length > 0) desk.take(`${path} の${kind} ${imported.length} 件`, false);
    const ours = entries.filter((entry) => !imported.includes(entry)).map(nameOf);
    if (ours.length > 0) desk.take(`${path} の${kind}（人が書いたか直したもの）: ${ours.join('、')}`, true);
  }

  function takeFromForce(): void {
    const { handbooks } = dataOf('organization.yaml');
    if (!Array.isArray(handbooks) || !handbooks.includes(id)) return;
    const text = desk.textOf('organization.yaml') ?? '';
    desk.put('organization.yaml', replaceValue(text, 'handbooks', toFlow(handbooks.filter((one) => one !== id))));
    desk.take('organization.yaml の handbooks から、この手引の id', false);
  }
}
