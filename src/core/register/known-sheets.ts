import type { OtherNames } from './match-columns.ts';

/** A table that many organisations keep already, and what its columns are called in a register. */
export interface KnownSheet {
  /** Of whom and where. */
  name: string;
  /** The register that it becomes. */
  form: string;
  table: string;
  /** By the id of the column, what is written over it there. What has no column here goes into the note. */
  names: OtherNames;
  /** 要確認: written down from memory, and not held against the file itself. The person sees the mapping and corrects it. */
  isUnverified: boolean;
}

export const knownSheets: readonly KnownSheet[] = [
  {
    name: 'IPA「中小企業の情報セキュリティ対策ガイドライン」付録 リスク分析シートの情報資産管理台帳',
    form: 'company-asset-inventory',
    table: 'entries',
    names: {
      asset: ['情報資産名称', '情報資産名'],
      department: ['管理部署', '管理部門'],
      users: ['利用者範囲'],
      place: ['媒体・保存先'],
      grade: ['評価値 機密性', '機密性'],
      'kept-until': ['保存期限', '保存期間'],
      'reviewed-on': ['登録日', '更新日'],
      note: ['備考'],
    },
    isUnverified: true,
  },
];

/** What the columns of a list are called elsewhere, of all sheets that are known of it. */
export function otherNamesFor(form: string, table: string): OtherNames {
  const names = new Map<string, string[]>();
  for (const sheet of knownSheets) {
    if (sheet.form !== form || sheet.table !== table) continue;
    for (const [column, others] of Object.entries(sheet.names))
      names.set(column, [...(names.get(column) ?? []), ...others]);
  }
  return Object.fromEntries(names);
}
