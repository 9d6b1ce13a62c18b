import { type FieldState, fieldStateWords } from '../core/regulation/certainty.ts';
import { reviewedFields } from '../core/regulation/field-names.ts';
import type { Change } from '../core/regulation/imported.ts';
import type { NodeKind, RegulationNode, RegulationTree } from './model/tree.ts';
import type { FieldStates } from './write/plan-fields.ts';
import { describeSpot } from './write/spots.ts';
import { fieldKeys } from './write/to-attributes.ts';
import type { HandbookResult } from './write/write-handbook.ts';

/** Names of what is counted, by the kinds of node. */
const counted: [string, NodeKind[]][] = [
  ['編・章・節', ['part', 'chapter', 'section', 'subsection', 'division']],
  ['条', ['article']],
  ['見出し', ['heading']],
  ['項', ['paragraph']],
  ['号', ['item']],
  ['号の細分', ['subitem']],
  ['箇条', ['bullet']],
  ['表', ['table']],
  ['附則・別表・様式', ['supplementary', 'annex']],
];

const changeNames: Record<Change['kind'], string> = {
  added: '新設',
  removed: '削除',
  reworded: '改正',
  renumbered: '番号の変更',
};

/** 「章 12、条 80、項 140、号 210、表 4」 */
function describeCounts({ children }: RegulationTree): string {
  const counts = new Map<NodeKind, number>();
  const visit = (nodes: readonly RegulationNode[]) => {
    for (const { kind, children } of nodes) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      visit(children);
    }
  };
  visit(children);
  const parts = counted.flatMap(([name, kinds]) => {
    const count = kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return parts.join('、');
}

/** How many places want a look, then a line a field: how many of each state, how many have none. */
function describeFields(fields: readonly FieldStates[]): string[] {
  const guessed = fields.filter((states) => Object.values(states).includes('guess')).length;
  const lines = fieldKeys.map((key) => {
    const count = (state: FieldState | undefined) => fields.filter((states) => states[key] === state).length;
    const parts = (Object.keys(fieldStateWords) as FieldState[]).flatMap((state) => {
      const found = count(state);
      return found > 0 ? [`${fieldStateWords[state]} ${found}`] : [];
    });
    return `${reviewedFields[key]}: ${[...parts, `なし ${count(undefined)}`].join('、')}`;
  });
  return [`${fieldStateWords.guess}のある所: ${guessed} か所（本文と見比べてください）`, ...lines];
}

/** 「新設 2、改正 5、番号の変更 12」 */
function describeChanges(changes: readonly Change[]): string {
  const parts = Object.entries(changeNames).flatMap(([kind, name]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return parts.join('、') || '変わったところはありません';
}

/** A line each: where, and what to look at. */
function describeDiagnostics({ diagnostics }: HandbookResult, tree: RegulationTree): string[] {
  return diagnostics.map(({ spot, message }) => `${describeSpot(spot, tree)}: ${message}`);
}

/** A line for a change, with both labels where they differ. */
function describeChange({ kind, old, new: now }: Change): string {
  const labels = old && now && old.label !== now.label ? `${old.label} → ${now.label}` : (now ?? old)?.label;
  return `${labels ?? ''}（${changeNames[kind]}）`;
}

/** So many changes are named; the file has them all. */
const mostChanges = 50;

/** What was found in a document and made of it, in parts of a heading and lines, for whoever imports it. */
export function describeImport(
  file: string,
  id: string,
  result: HandbookResult & { tree: RegulationTree },
): { head: string; lines: string[] }[] {
  const { tree, fields, changes, diagnostics } = result;
  const parts = [
    { head: `${file} を読みました`, lines: [describeCounts(tree)] },
    { head: `条から読み取った欄（${fields.length} か所の内訳）`, lines: describeFields(fields) },
  ];
  if (diagnostics.length > 0) {
    parts.push({ head: `確かめてください（${diagnostics.length} 件）`, lines: describeDiagnostics(result, tree) });
  }
  if (changes) {
    const more = changes.length > mostChanges ? [`ほかは amendments/${id}.yaml にあります。`] : [];
    const lines = [...changes.slice(0, mostChanges).map(describeChange), ...more];
    parts.push({ head: `前の版から、${describeChanges(changes)}`, lines });
  }
  return parts;
}
