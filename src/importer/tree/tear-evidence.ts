import { commonWords } from './common-words.ts';
import { readingsOf } from './marks.ts';
import { announcesList, goesOn, looksLikeTitle } from './wording.ts';

/** Particles and endings no sentence ends with. */
const openEnds =
  /(?:[、，を（(「『]|[一-龥ァ-ヴー々](?:は|が|に|の|と|へ|や|で)|又は|または|及び|および|若しくは|もしくは|並びに|ならびに|かつ|により|によって|において|に対し|に関し|に関する|に基づき|に従い|[らの]れ|ており)$/u;
/** What no sentence begins with: a small letter, a mark that closes or divides. */
const closedBeginning = /^[ー々ゝゞっゃゅょぁぃぅぇぉァィゥェォッャュョヮ、。，．」』）)】〉》〕％]/u;
/** An ending or a particle in front of the sentence's next word. */
const tailBeginning =
  /^(?:を|[はがにへとのもで](?=[一-龥ァ-ヴ、])|[しりきぎちみびいえけせてねべめれ]、|[ぁ-ん]{1,3}。|(?:する|した|して|され|させ|しな|しては|らない|れば|れる|られ|ければ|なければ|ない(?=[一-龥])))/u;
/** The beginning of a foreign word that is none by itself: デ, フィ, フォ. */
const brokenWord = /(?:^|[^ァ-ヴー])(?:[ァ-ヴ]|[ァ-ヴ][ァィゥェォッャュョー])$/u;
/** Formal nouns that need a verb before them. */
const formalNoun = /^(?:際|場合|とき|時|こと|ため|うえ|もの)[はにのをがで、]/u;

/** A sentence under way that has not ended: it says something (は, を, 、) and stops without 。 */
export function isTornEnd(text: string): boolean {
  if (/[。．.！!？?：:]$/u.test(text) || /[」』）)】〉》＞>]$/u.test(text)) return false;
  return /[、。]|(?:[一-龥ァ-ヴー]|する|した)(?:は|を|が)/u.test(text) && !isNumberedTitle(text);
}

/** 5.1.3 取扱状況を確認する手段の整備 */
function isNumberedTitle(text: string): boolean {
  const [reading] = readingsOf(text);
  return reading !== undefined && !text.includes('、') && looksLikeTitle(text.slice(reading.length).trim());
}

/** The letter groups across the joint: two letters of each side, one and three, three and one. */
export function junction(before: string, after: string): string[] {
  return [
    [2, 2],
    [3, 1],
    [1, 3],
  ]
    .map(([left = 0, right = 0]) => before.slice(-left) + after.slice(0, right))
    .filter((gram) => gram.length === 4 && !/\s/u.test(gram));
}

/**
 * By what it is sure that the second text goes on with the first, in Japanese; `undefined` where it is not. `known` tells whether
 * one of the letter groups stands in one piece elsewhere in the document. Between adjacent lines a joint within a word has to show it.
 */
export function evidenceOf(
  before: string,
  after: string,
  known: (grams: string[]) => boolean,
  adjacent = false,
): string | undefined {
  if (!isTornEnd(before) || goesOn(after)) return undefined;
  if (closedBeginning.test(after)) return '後の行が、文の始めに立たない文字で始まる';
  if (brokenWord.test(before) && /^[ァ-ヴー]/u.test(after)) return 'カタカナの語が途中で切れている';
  if (!adjacent && openEnds.test(before) && !/とは$/u.test(before)) return '前の行が、文の終わりに立たない語で終わる';
  if (tailBeginning.test(after)) return '後の行が、語の続きで始まる';
  if (formalNoun.test(after) && /[るたいなのむすくうぬつぶ]$/u.test(before))
    return '後の行が、前の語を受ける語で始まる';
  const finishes = /[。．]/u.test(after) && /[、。]/u.test(before) && !announcesList(before);
  if (!finishes) return undefined;
  if (known(junction(before, after))) return '切れ目をまたぐ語が、この文書の他の所にもある';
  const [stranded = '', head = ''] = [before.slice(-1), after.slice(0, 1)];
  const whole = commonWords.has(before.slice(-2));
  return !whole && commonWords.has(stranded + head) ? '切れ目をまたぐ漢字が一つの語になる' : undefined;
}
