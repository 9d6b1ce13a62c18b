/** A question without the signs that say how it is meant. */
export interface Asked {
  /** What is asked about: the words of phrases too, not those to be left out. */
  text: string;
  /** 「…」 and "…": what has to stand together, as it was typed. */
  phrases: string[];
  /** -語: what must not stand there. */
  excluded: string[];
}

/** Each costs a look through texts; what goes beyond is read as words. */
const most = 4;

/** Inside of quotation marks: 「…」, ｢…｣, 『…』, "…", “…”, ＂…＂. */
const quoted = '(?:["＂“”]([^"＂“”]+)["＂“”]|[「｢]([^「｢」｣]+)[」｣]|『([^『』]+)』)';
/**
 * -パスワード, －パスワード, ーパスワード (the key of the minus, in kana), -"…". At the beginning or after a space and before a
 * word: 6-4-4, e-mail, USB - 持出し and -3 are none.
 */
const minus = '(?<=^|\\s)[-\u2010-\u2015\u2212\u30fc\uff0d\uff70]';
const word = '(?!\\p{N})(\\p{L}[^\\s"＂“”「」｢｣『』]*)';
const sign = new RegExp(`${minus}${quoted}|${minus}${word}|${quoted}`, 'gu');
/** Groups of the pattern: those of what is left out stand first. */
const excludedGroups = 4;

/** Reads 「…」 and -語 out of a question. Never fails; a sign that is not closed, or has nothing in it, is no sign. */
export function readOperators(asked: string): Asked {
  const excluded: string[] = [];
  const phrases: string[] = [];
  const take = (into: string[], word: string): boolean => {
    const text = word.trim();
    if (!/[\p{L}\p{N}]/u.test(text) || into.length >= most) return false;
    if (!into.includes(text)) into.push(text);
    return true;
  };
  const text = asked.replace(sign, (found: string, ...rest: unknown[]) => {
    const at = rest.findIndex((one) => typeof one === 'string');
    const inside = rest[at];
    if (typeof inside !== 'string') return found;
    if (at < excludedGroups) return take(excluded, inside) ? ' ' : found;
    return take(phrases, inside) ? ` ${inside} ` : found;
  });
  return { text, phrases, excluded };
}
