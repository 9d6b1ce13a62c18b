const numeral = '[0-9一二三四五六七八九十]+';
/** 第12条, 第十二条の二, 第12条第3号, 第12条第1項第3号 */
const article = new RegExp(`第(${numeral})条(?:の(${numeral}))?(?:第?${numeral}項)?(?:第?(${numeral})号)?`, 'gu');
/** What stands before an article of another document: 労働契約法第15条, 同条例第3条, 「…」第4条. */
const foreign = /(?:法|法律|令|則|条例|規程|約款|契約書?|憲章|要綱|」|）|\))(?:の|[（(][^（）()]*[）)])?\s*$/u;
/** What may stand between two articles of one document. */
const between = /^(?:と|、|・|及び|および|又は|または|から|まで|並びに|ないし|〜|~)+$/u;

/**
 * The articles a text names that the document does not have.
 * @param labels what the document has, e.g. `第16条（情報の管理）`, `第16条第3号`; nothing is missing where it has no article
 */
export function findMissingArticles(text: string, labels: readonly string[]): string[] {
  const known = new Set(labels.flatMap((label) => [...fold(label).matchAll(article)].flatMap(keysOf)));
  if (known.size === 0) return [];
  const folded = fold(text);
  const missing = new Set<string>();
  let last = { end: 0, isForeign: false };
  for (const match of folded.matchAll(article)) {
    const before = folded.slice(last.end, match.index);
    const isForeign = foreign.test(folded.slice(0, match.index)) || (last.isForeign && between.test(before));
    const [key = ''] = keysOf(match).slice(-1);
    if (!isForeign && !known.has(key)) missing.add(match[0]);
    last = { end: match.index + match[0].length, isForeign };
  }
  return [...missing];
}

/** The article, and its item where one is named: paragraphs are often not printed and not compared. */
function keysOf([, number = '', branch, item]: RegExpMatchArray): string[] {
  const key = `${toNumber(number)}_${branch ? toNumber(branch) : ''}`;
  return item === undefined ? [key] : [key, `${key}-${toNumber(item)}`];
}

function fold(text: string): string {
  return text.normalize('NFKC');
}

/** 十二, 12 → 12; up to 99. */
function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (sign: string | undefined, empty: number) => (sign ? '一二三四五六七八九'.indexOf(sign) + 1 : empty);
  const [tens, ones] = text.split('十');
  return ones === undefined ? digit(tens, 0) : digit(tens, 1) * 10 + digit(ones, 0);
}
