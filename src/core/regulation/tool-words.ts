import type { Library } from './library.ts';

/** What people make PDFs of on this site, as a sentence names it: `確認リスト・様式・判断の結果`. */
export function nameOfTools({
  checklists,
  decisions,
  forms,
}: Pick<Library, 'checklists' | 'decisions' | 'forms'>): string {
  const names = [
    ...(checklists.length > 0 ? ['確認リスト'] : []),
    ...(forms.length > 0 ? ['様式'] : []),
    ...(decisions.length > 0 ? ['判断の結果'] : []),
  ];
  return names.join(names.length > 2 ? '・' : 'や') || 'このサイトの道具';
}
