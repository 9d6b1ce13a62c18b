/** A text in one spelling, which still knows where each of its characters stood. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`: where its origin begins in the original. */
  starts: number[];
  /** And where it ends. */
  ends: number[];
}

/** Letters with the marks that belong to them: ﾊ + ﾟ is one letter ポ, が may come as か + ゛. */
const letters = /[\s\S][\u3099\u309a\uff9e\uff9f]*/gu;

type Rule = readonly [pattern: RegExp, into: string];

/** The same word, written in two ways. Wider relations (廃棄 and 破棄) are synonyms: content/synonyms.yaml. */
const spellings: readonly Rule[] = [
  [/漏えい|漏洩|漏泄|ろうえい/g, '漏洩'],
  [/改ざん|かいざん|改竄/g, '改竄'],
  [/ぜい弱|ぜいじゃく/g, '脆弱'],
  [/き損|棄損|毀損/g, '毀損'],
  [/隠ぺい/g, '隠蔽'],
  [/破たん/g, '破綻'],
  [/ひな形|ひながた|雛型|雛形/g, '雛形'],
  [/メイル/g, 'メール'],
  [/wi[-‐–−]fi/g, 'wifi'],
  [/e[-‐–−]?mail/g, 'メール'],
  [/すべて|全て/g, '全'],
  [/[かカ]ぎ|カギ/g, '鍵'],
  [/づ/g, 'ず'],
  [/ぢ/g, 'じ'],
  [/(?<=\d)箇月|ヶ月|ヵ月|カ月/g, 'か月'],
];

/** Loan words: ウィルス and ウイルス, サーバー and サーバ, スマートホン and スマートフォン, ディジタル and デジタル. */
const loanWords: readonly Rule[] = [
  [/ヴァ/g, 'バ'],
  [/ヴ(?=[ィェォ])/g, 'ブ'],
  [/ヴ/g, 'ブ'],
  [/フォ/g, 'ホ'],
  [/ディ/g, 'デ'],
  [/ヂ/g, 'ジ'],
  [/ヅ/g, 'ズ'],
];

const smallKana = new Map(
  [...'ァィゥェォャュョッヮ'].map((small, index) => [small, 'アイウエオヤユヨツワ'[index] ?? small]),
);

/**
 * Endings of a verb inside a compound: 取り扱い, 取扱い and 取扱; 持ち出し and 持出し. に, で and て are left alone, which
 * join words that stand for themselves.
 */
const innerOkurigana = /(?<=\p{Script=Han})(?:[いしちりみきけえせれめびげじ]|わせ)(?=\p{Script=Han})/gu;

/** ー after the second letter of a loan word says nothing; キー alone would become a single letter. */
const longVowels = /(?<=[ァ-ヺ]ー?[ァ-ヺ])ー+|(?<=[ァ-ヺ])ー+(?=[ァ-ヺ])/gu;

/** Dashes between digits: 9-2, ９−２, 9ー2. */
const dashes = /(?<=\d)[\u2010-\u2015\u2212\u30fc\u301c~-](?=\d)/g;

/**
 * One spelling for what readers write in many: width, case, half-width kana, loan words, okurigana inside compounds.
 * Both the index and the question pass through here.
 */
export function fold(original: string): FoldedText {
  let folded = foldLetters(original);
  for (const [pattern, into] of [...spellings, ...loanWords]) folded = replace(folded, pattern, into);
  folded = replace(folded, dashes, '-');
  folded = replace(folded, longVowels, '');
  folded = replace(folded, /[ァィゥェォャュョッヮ]/g, (small) => smallKana.get(small) ?? small);
  return replace(folded, innerOkurigana, '');
}

/** A list is folded once, however often it is looked through: each keystroke does. */
const foldedLists = new WeakMap<readonly string[], readonly string[]>();

/** The words of a list in the one spelling, in its order. */
export function foldWords(words: readonly string[]): readonly string[] {
  const folded = foldedLists.get(words) ?? words.map((word) => fold(word).text);
  foldedLists.set(words, folded);
  return folded;
}

function foldLetters(original: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  for (const { 0: letter, index } of original.matchAll(letters)) {
    const form = letter.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < form.length; unit++) {
      folded.starts.push(index);
      folded.ends.push(index + letter.length);
    }
    folded.text += form;
  }
  return folded;
}

function replace(from: FoldedText, pattern: RegExp, into: string | ((found: string) => string)): FoldedText {
  pattern.lastIndex = 0;
  if (!pattern.test(from.text)) return from;
  pattern.lastIndex = 0;
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  let at = 0;
  const keep = (end: number) => {
    folded.text += from.text.slice(at, end);
    for (let unit = at; unit < end; unit++) {
      folded.starts.push(from.starts[unit] ?? 0);
      folded.ends.push(from.ends[unit] ?? 0);
    }
    at = end;
  };
  for (const { 0: found, index } of from.text.matchAll(pattern)) {
    keep(index);
    const form = typeof into === 'string' ? into : into(found);
    const last = index + found.length - 1;
    for (let unit = 0; unit < form.length; unit++) {
      folded.starts.push(from.starts[index] ?? 0);
      folded.ends.push(from.ends[last] ?? 0);
    }
    folded.text += form;
    at = index + found.length;
  }
  keep(from.text.length);
  return folded;
}
