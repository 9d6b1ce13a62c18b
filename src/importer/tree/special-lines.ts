import { parseNumeral } from './numerals.ts';
import { bracketed } from './wording.ts';

/** A line that by its own words begins something: what, how many letters say so, and the number among them. */
export interface Special {
  kind: 'annex' | 'supplementary' | 'history' | 'contents' | 'note' | 'bullet';
  length: number;
  /** The word it begins with (別表, 附則, 注) or the bullet's letter. */
  word: string;
  value?: number[];
}

const digits = '[0-9０-９]{1,3}';
const number = `(?:${digits}|[一二三四五六七八九十百]{1,4}|[①-⑳])`;
const word = '別記様式|別添様式|参考様式|参考資料|別添|別紙|別表|別図|別記|様式|付録|附属書|付属書|付表|参考';
// 別添1, (別添 2), 【別紙１】, 様式第1号, 別表第二の3, 別紙様式
const annex = new RegExp(
  `^([(（【［[]?)\\s?(${word})(?:\\s?(?:第\\s?)?(${number}|[A-ZＡ-Ｚ](?![a-zA-Z]))\\s?[号表]?((?:\\s?[のノ\\-－]\\s?${digits})*))?\\s?([)）】］\\]]?)(?:[.．](?![0-9０-９])|(?=[\\s(（【「:：]|$))`,
  'u',
);
// 附則, 附　則, 付則（令和5年4月1日）
const supplementary = /^[附付]\s*則(?=[\s(（]|$)/u;
// 改定履歴, 改訂経過, 沿革
const history =
  /^(?:[(（【[]?(?:制定・?|制・?)?(?:改[定訂正廃]|変更|更新|版)(?:の)?(?:履歴|経過|沿革|経緯|記録)(?:表)?[)）】\]]?|沿\s*革|履\s*歴)$/u;
// 目 次
const contents = /^[<＜【]?目\s*次[>＞】]?$/u;
// 注1:, 注）, (注 1), （注）, ※, ※2, 備考, ＊1
const notes = [
  /^(注|註)\s?([0-9０-９]{1,2}|[①-⑳])?\s?(?:[)）:：.．]\s?|\s+|$)/u,
  /^[(（［[]\s?(注|註|備考)\s?([0-9０-９]{1,2}|[①-⑳])?\s?[)）］\]]\s?[:：]?/u,
  /^(※|＊|\*(?=[0-9０-９]))\s?([0-9０-９]{1,2}(?=[\s:：)）.．]))?[:：)）.．]?/u,
  /^(備\s*考|注\s*記|注意書き)\s?([0-9０-９]{1,2})?(?:[:：]\s?|\s+|$)/u,
];
// Letters that are a bullet whatever follows, and those that need a blank. A repeated one (○○課, ●●業務) is a blank to be filled in.
const bullet =
  /^(?:([・･●■□◆◇▲▼▶▷►▸➤➢➣➔◎★☆✓✔✅☐☑•◦‣▪▫⁃∙◉❖])(?!\1)|([○◯△▽])(?![○◯△▽年月日条項号章部課長])|([-－–—―−*＊+＋‐–])(?=\s)(?!\s*[0-9０-９]{1,4}\s*[-－–—―−]$)|([－–—―−‐])(?=[一-龥ぁ-んァ-ヴ]))/u;

/** What a line's own first words make of it. */
export function specialOf(text: string): Special | undefined {
  return findAnnex(text) ?? findPlain(text) ?? findNote(text) ?? findBullet(text);
}

function findAnnex(text: string): Special | undefined {
  const match = annex.exec(text);
  if (!match || text.length > 70 || /[、。]/u.test(text)) return undefined;
  const [all, open = '', name = '', printed, branches = '', close = ''] = match;
  if ((open === '') !== (close === '')) return undefined;
  const rest = text.slice(all.length).trim();
  const alone = rest === '' || bracketed(rest, { '（': '）', '(': ')' }) === rest;
  if (printed === undefined && !alone) return undefined;
  if (name === '参考' && open !== '' && printed === undefined) return undefined;
  const first = printed === undefined ? undefined : (parseNumeral(printed) ?? letterValue(printed));
  const rests = branches
    .split(/[のノ\-－]/u)
    .slice(1)
    .map((branch) => parseNumeral(branch.trim()) ?? 0);
  return { kind: 'annex', length: all.length, word: name, ...(first ? { value: [first, ...rests] } : {}) };
}

function letterValue(letter: string): number | undefined {
  const plain = letter.normalize('NFKC');
  if (/^[A-Z]$/u.test(plain)) return plain.charCodeAt(0) - 64;
  return /^\d+$/u.test(plain) ? Number(plain) : undefined;
}

function findPlain(text: string): Special | undefined {
  const more = supplementary.exec(text);
  if (more) return { kind: 'supplementary', length: more[0].length, word: '附則' };
  if (text.length < 20 && history.test(text)) return { kind: 'history', length: text.length, word: text };
  return contents.test(text) ? { kind: 'contents', length: text.length, word: '目次' } : undefined;
}

function findNote(text: string): Special | undefined {
  for (const pattern of notes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = match[2] === undefined ? undefined : parseNumeral(match[2].normalize('NFKC'));
    return {
      kind: 'note',
      length: match[0].length,
      word: (match[1] ?? '').replace(/\s/gu, ''),
      ...(value ? { value: [value] } : {}),
    };
  }
  return undefined;
}

function findBullet(text: string): Special | undefined {
  const match = bullet.exec(text);
  return match ? { kind: 'bullet', length: match[0].length, word: match[0] } : undefined;
}
