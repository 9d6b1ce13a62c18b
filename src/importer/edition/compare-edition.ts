import type { Diagnostic } from '../model/block.ts';
import { readEditions, type StatedEdition } from './find-editions.ts';

/**
 * Tells where a document calls its edition otherwise than whoever imports it; where nobody says, what it calls itself.
 * @param given `第3.2版`, `令和5年4月1日改正`; undefined where none was given
 */
export function compareEdition(stated: readonly StatedEdition[], given: string | undefined): Diagnostic[] {
  const first = stated.find(({ number }) => number !== undefined);
  if (given === undefined) {
    if (!first) return [];
    const message = `文書には${quote([first])}とあります。その版なら、--version "${first.words}" を付けて取り込めます。`;
    return [{ kind: 'edition', message, spot: first.spot }];
  }
  const said = readEditions(given, '表題の下', {});
  // A bare day, or a bare number, says as much.
  const own = said.length > 0 ? said : readEditions(`${given} 版`, '表題の下', {});
  const numbers = own.flatMap((one) => one.number ?? []);
  const days = own.flatMap((one) => one.day ?? []);
  const other = [
    ...stated.filter(({ number }) => number !== undefined && numbers.length > 0 && !numbers.includes(number)),
    ...(days.length > 0 ? otherDays(stated, days) : []),
  ];
  if (other.length === 0) return [];
  const message = `文書には${quote(other)}とあり、指定した版「${given}」と違います。ファイルと版の、どちらが正しいか確かめてください。`;
  return [{ kind: 'edition', message, spot: other[0]?.spot ?? {} }];
}

/** The last day of each place that names days, and none of those given: enactment, amendment and coming into force are days apart. */
function otherDays(stated: readonly StatedEdition[], days: readonly string[]): StatedEdition[] {
  return [...new Set(stated.map(({ where }) => where))].flatMap((where) => {
    const all = stated.filter((one) => one.where === where && one.day !== undefined);
    if (all.some(({ day = '' }) => days.includes(day))) return [];
    return all.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).slice(-1);
  });
}

/** 「第4版」（ヘッダーかフッター、改定履歴） */
function quote(stated: readonly StatedEdition[]): string {
  const words = [...new Set(stated.map((one) => one.words))];
  return words
    .map((one) => {
      const places = new Set(stated.filter(({ words }) => words === one).map(({ where }) => where));
      return `「${one}」（${[...places].join('、')}）`;
    })
    .join('');
}
