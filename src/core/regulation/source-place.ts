/** Labels of headings inside a text: what they head is named beside them. */
const heading = /(見出し|定義語)$/;

/**
 * Where a provision stands in its source, from the labels of its units: `7章 2.1 第1文、第3文`,
 * `6章 6.1 表 1行目から3行目まで`. A part of another unit is not named beside the whole; of a table the rows are named.
 */
export function sourcePlace(labels: readonly string[]): string {
  const [first = '', ...others] = labels.filter((label, index) => index === 0 || !heading.test(label));
  const parts = others.filter((label) => label.startsWith(first));
  if (first.endsWith('表') && parts.length > 0) return sourcePlace(parts);
  const row = /^(.*表)（(.*)）$/.exec(first);
  if (row) {
    const [, table = '', name = ''] = row;
    const last = /^.*表（(.*)）$/.exec(others.at(-1) ?? '')?.[1];
    return last ? `${table}（${name}から${last}まで）` : first;
  }
  const at = first.lastIndexOf(' ') + 1;
  const stem = first.slice(0, at);
  const tails = others
    .filter((label) => !parts.includes(label) && label.startsWith(stem))
    .map((label) => label.slice(at))
    .filter((tail) => !tail.includes(' '));
  const last = tails.at(-1);
  if (at === 0 || last === undefined) return first;
  return isRun([first.slice(at), ...tails]) ? `${first}から${last}まで` : `${first}、${tails.join('、')}`;
}

/** Whether the names count on from the first, three or more of them: 箇条1, 箇条2, 箇条3. */
function isRun(names: readonly string[]): boolean {
  const [first = ''] = names;
  const number = Number(/\d+/.exec(first)?.[0]);
  return names.length > 2 && names.every((name, index) => name === first.replace(/\d+/, String(number + index)));
}
