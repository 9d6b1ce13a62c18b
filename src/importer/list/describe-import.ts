import type { ImportedList } from './import-list.ts';
import type { ListChange } from './merge-list.ts';

const kindNames = {
  state: '実施状況（○×）',
  one: '選択（1つ）',
  several: '選択（いくつでも）',
  number: '数',
  date: '日付',
  text: '文',
} as const;

/** Japanese: what was read, what has changed since the last import, and what to look at; a line each. */
export function describeImport({ file, sheet, changes, diagnostics }: ImportedList): string[] {
  const items = file.sections.flatMap((section) => section.items);
  const counts = Object.entries(kindNames).flatMap(([kind, name]) => {
    const count = items.filter(({ answer }) => (answer?.kind ?? 'state') === kind).length;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return [
    `「${file.title}」: シート「${sheet}」の ${items.length} 問、${file.sections.length} 分類を読みました（版 ${file.version}）。`,
    `答え方: ${counts.join('、')}`,
    ...(changes.length > 0
      ? ['前の取り込みから変わったところ:', ...changes.map((change) => `  ${describeChange(change)}`)]
      : []),
    ...(diagnostics.length > 0 ? ['見直すところ:'] : []),
    ...diagnostics.map(({ sheet: name, cell, message }) => `  ${name}${cell ? `!${cell}` : ''}: ${message}`),
  ];
}

function describeChange({ kind, number, text, old }: ListChange): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  switch (kind) {
    case 'added':
      return `増えた　No.${number} ${short}`;
    case 'removed':
      return `なくなった　No.${number} ${short}`;
    case 'reworded':
      return `文が変わった　No.${number} ${short}（前: ${old}）`;
    case 'renumbered':
      return `番号が変わった　No.${old} → No.${number}`;
    case 'answer':
      return `答え方が変わった　No.${number} ${short}`;
  }
}
