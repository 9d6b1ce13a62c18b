/** Words the rules of reading ask for; each takes the trimmed text of one line. */

const sentenceEnds =
  /(?:する|こと|もの|とき|場合|ない|れる|せる|える|いる|ある|なる|行う|ます|です|とする|[るうくすむぶつぬた])$/u;

/** Whether a line can be a title: short, of one piece, no sentence. */
export function looksLikeTitle(text: string): boolean {
  if (text === '' || text.length > 60) return false;
  if (/[。．、，：:！!]$/u.test(text) || text.includes('。')) return false;
  return !sentenceEnds.test(text);
}

/** Whether a sentence says that a list follows: 次の各号に…, つぎに掲げる…, 以下の…。, …は次のとおりとする。, …： */
export function announcesList(text: string): boolean {
  const last = text.replace(/。$/u, '').split('。').at(-1) ?? '';
  return /(?:次|つぎ|以下|左|下記)(?:の|に|記の)|次各号|(?:次|以下|下記)のとおり|[：:]$/u.test(last);
}

/** Whether a paragraph goes on with what the one before it said: なお、 ただし、 また、 … */
export function goesOn(text: string): boolean {
  return /^(?:なお|ただし|但し|また|又|この場合|その場合|したがって|従って|特に|例えば|さらに|更に|これ(?:により|によ|ら))(?=[、，,はにのが]|$)/u.test(
    text,
  );
}

const documentWords =
  '規程|規定|規則|規約|細則|基準|要領|要綱|方針|ポリシー|手順書?|手引き?|マニュアル|ガイドライン|仕様書|計画書|報告書|申請書|届出?書?|誓約書|契約書|確認書|同意書|通知書|承諾書|名簿|台帳|管理簿|記録簿|条項|リスト|チェックシート|一覧表?|特記事項|覚書|協定書|様式';

const namesOne = new RegExp(`(?:${documentWords})(?:[(（][^()（）]{1,20}[)）])?$`, 'u');

/** Whether a title names a document: …規程, …基本方針, …報告書, …チェックリスト. */
export function namesDocument(text: string): boolean {
  return looksLikeTitle(text) && namesOne.test(text);
}

/** The bracketed text at the beginning, brackets included, with those nested in it; `undefined` where none closes within 80 letters. */
export function bracketed(text: string, pairs: Record<string, string>): string | undefined {
  const open = text[0] ?? '';
  const close = pairs[open];
  if (!close) return undefined;
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, 80); at += 1) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close) depth -= 1;
    if (depth === 0) return text.slice(0, at + 1);
  }
  return undefined;
}

/** Brackets a caption stands in: （目的） (目的) 【目的】. */
export const captionBrackets = { '（': '）', '(': ')', '【': '】', '［': '］' };

/** Brackets that make a line the head of what follows: <…> ＜…＞ 【…】 《…》 〔…〕 〈…〉. */
const labelBrackets = { '<': '>', '＜': '＞', '【': '】', '《': '》', '〔': '〕', '〈': '〉' };

/** The bracket of a line that is nothing but a bracketed head; addresses are none. */
export function labelBracket(text: string): string | undefined {
  if (text.length > 50 || bracketed(text, labelBrackets) !== text || /:\/\/|@/u.test(text)) return undefined;
  return text.length > 2 ? narrowBracket(text[0] ?? '') : undefined;
}

function narrowBracket(bracket: string): string {
  return bracket === '＜' ? '<' : bracket;
}
