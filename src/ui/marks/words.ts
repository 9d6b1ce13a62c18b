/** Words shown in the bar; the page has marks of all of them. */
const mostWords = 3;

/** What the bar of the marks says: they are fetched with the marks, so that no page carries them that has none. */
export const barWords = {
  name: '探した言葉の印',
  previous: '前へ',
  next: '次へ',
  remove: '消す',
  removeHint: '印を消す（Esc）',
};

/** Which words are marked, and at which of them the reader is: 「パスワード」「変更」 3 / 12. */
export function describePlace(words: readonly string[], at: number, count: number): string {
  const named = words.slice(0, mostWords).map((word) => `「${word}」`);
  return `${named.join('')}${words.length > mostWords ? 'など' : ''} ${at + 1} / ${count}`;
}
