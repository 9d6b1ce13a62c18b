import type { Library } from './library.ts';

/** What people make PDFs of on this site, as a sentence names it: `確認リストや判断の結果`. */
export function nameOfTools({ checklists, decisions }: Pick<Library, 'checklists' | 'decisions'>): string {
  const names = [...(checklists.length > 0 ? ['確認リスト'] : []), ...(decisions.length > 0 ? ['判断の結果'] : [])];
  return names.join('や') || 'このサイトの道具';
}
