import type { Change } from '../core/regulation/imported.ts';
import type { NodeKind, RegulationNode, RegulationTree } from './model/tree.ts';
import type { WrittenFields } from './write/to-attributes.ts';
import type { HandbookResult } from './write/write-handbook.ts';
import { describeSpot } from './write/write-record.ts';

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

const fieldNames = {
  actors: '誰が',
  approvers: '許可・承認する人',
  modality: '強さ（義務・禁止など）',
  when: 'いつ',
  deliverable: '記録・提出物',
  topics: '主題',
} as const;

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

/** A line a field: how many were read for certain, how many are guesses, how many have none. */
function describeFields(fields: readonly WrittenFields[]): string[] {
  return Object.entries(fieldNames).map(([key, name]) => {
    const given = fields.filter(({ values }) => key in values);
    const guessed = given.filter((one) => one.guessed.includes(key)).length;
    return `${name}: 確か ${given.length - guessed}、推定 ${guessed}、なし ${fields.length - given.length}`;
  });
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
