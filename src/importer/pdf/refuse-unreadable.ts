import { ImportError } from '../model/block.ts';

/** So many letters a text needs before their mixture says something. */
const fewest = 200;

/**
 * Refuses a text that is one letter again and again: the PDF shows pictures of letters and does not say which they are,
 * or a font was missing when it was made.
 * @throws ImportError
 */
export function refuseUnreadable(texts: Iterable<string>): void {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts) {
    for (const letter of text) {
      if (!/\p{L}/u.test(letter)) continue;
      all += 1;
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  const [commonest = '', most = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  if (all < fewest || most <= all / 2) return;
  throw new ImportError(
    `この PDF からは文字が正しく読み取れません（ほとんどの文字が「${commonest}」になります）。元の Word ファイルを取り込むか、Word から PDF を作り直してください。`,
  );
}
