/** Beginnings of what the MDX reader says, and the Japanese for it; `$1` is the part that it names. */
const sentences: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^Expected a closing tag for `(<[^`]*>)`/, '$1 が閉じられていません。'],
  [
    /^Unexpected closing tag `(<[^`]*>)`, expected corresponding closing tag for `(<[^`]*>)`/,
    '$2 を閉じる前に、$1 があります。',
  ],
  [/^Unexpected closing (?:slash|tag) `?([^`]*)`?/, '開いていないタグ $1 が閉じられています。'],
  [/closing brace for `\{`/, '{ が閉じられていません。'],
  [/^Could not parse expression/, '{ } の中が読めません。'],
  [/^Could not parse import/, 'import か export で始まる行があります。'],
  [/^Unexpected (?:end of file|character).*(?:tag|name|attribute|`<`)/, '< から後が、タグとして読めません。'],
];

/** Japanese for what makes a page no MDX. */
export function explainMdx(message: string): string {
  for (const [pattern, words] of sentences) {
    const found = pattern.exec(message);
    if (found) return words.replace('$1', found[1] ?? '').replace('$2', found[2] ?? '');
  }
  return '頁が読めません。';
}
