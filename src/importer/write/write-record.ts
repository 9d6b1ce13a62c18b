import { parseDocument } from 'yaml';
import type { Amendments, ImportRecord } from '../../core/regulation/imported.ts';
import type { Diagnostic } from '../model/block.ts';
import type { RegulationTree } from '../model/tree.ts';
import { describeSpot } from './spots.ts';
import { toFlow } from './to-flow.ts';

/** content/imports/<handbook>.yaml */
export function writeRecord({ retired, places, notes, ...head }: ImportRecord): string {
  const lines = [
    '# npm run import が書く。次の取り込みが、何が文書のもので、何を人が直したかを知るためのもの。手で変えない。',
    ...Object.entries(head).map(([key, value]) => `${key}: ${toFlow(value)}`),
    `retired: ${toFlow(retired)}`,
    `places:${toRows(places)}`,
    `notes:${toRows(notes)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** content/amendments/<handbook>.yaml with an entry before those that are there. */
export function addAmendment(text: string | undefined, { changes, ...head }: Amendments[number]): string {
  const [first = '', ...rest] = Object.entries(head).map(([key, value]) => `${key}: ${toFlow(value)}`);
  const rows = changes.map((change) => `\n    - ${toFlow(change)}`).join('');
  const entry = [`- ${first}`, ...rest.map((line) => `  ${line}`), `  changes:${rows || ' []'}`].join('\n');
  const before = text === undefined || parseDocument(text).contents === null ? '' : text.replace(/^#.*\n/, '');
  return `# npm run import が書く。新しいものが先。新旧対照表になる。\n${entry}\n${before === '[]\n' ? '' : before}`;
}

export function toNotes(diagnostics: readonly Diagnostic[], tree: RegulationTree): ImportRecord['notes'] {
  return diagnostics.map(({ kind, message, spot }) => ({ kind, place: describeSpot(spot, tree), message }));
}

function toRows(rows: readonly unknown[]): string {
  return rows.length === 0 ? ' []' : rows.map((row) => `\n  - ${toFlow(row)}`).join('');
}
