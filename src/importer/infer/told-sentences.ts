import { introOf, leadOf, type Place } from './places.ts';
import type { Sentence } from './sentences.ts';

/** The sentences that say when: without provisos, as ただし、緊急の場合は… lets off from the duty, and does not say when it is due. */
export function decidingSentences({ sentences }: Place): Sentence[] {
  const closed = sentences.filter((sentence) => sentence.closed);
  // Lines below a sentence that is closed are the items of its list.
  const own = closed.length > 0 ? closed : sentences;
  const main = own.filter(({ text }) => !/^(?:ただし|但し)/u.test(text));
  if (main.length === 0) return own;
  return main.filter(({ text }, index) => index === 0 || !isAside(text));
}

/**
 * A later sentence that adds nothing of its own: 本協定が終了した後においても同様とする (the duty goes on, and does not begin
 * then), 利用するときには以下を実行する (the items are what is done then).
 */
function isAside(text: string): boolean {
  return (
    /同様とする$/u.test(text) ||
    /(?:以下|次|下記)(?:の[^、]{1,8})?を(?:実行|実施|遵守|順守|行う)[^、]{0,8}$/u.test(text)
  );
}

/** What follows is what others agree to or what a document holds: its times are not those of the agreeing or the writing. */
const contents =
  /(?:次|以下|下記|各号)[^、。は]{0,16}(?:(?:同意|承諾|承認|許可|許諾)を(?:得|受け)|を含[めむ]|(?:事項|内容|項目|規定|条項)[^、。は]{0,12}を[^、。]{0,16}(?:明記|記載|盛り込|規定|定め|含))/u;

/** Whether a place is listed as such. */
export function isContent(place: Place): boolean {
  return (leadOf(place) ?? introOf(place))?.sentences.some(({ text }) => contents.test(text)) ?? false;
}
