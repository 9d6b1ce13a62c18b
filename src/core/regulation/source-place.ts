/** Labels of headings inside a text: what they head is named beside them. */
const heading = /(見出し|定義語)$/;
/** A row of a table or of a list by its name: `4章 9.1 表（ファイルサーバー）`. */
const named = /^(.*)（(.*)）$/;

/**
 * Where a provision stands in its source, from the labels of its units: `7章 2.1 第1文、第3文`,
 * `6章 6.1 表 1行目から3行目まで`. A part of another unit is not named beside the whole; of a table the rows are named.
 */
export function sourcePlace(labels: readonly string[]): string {
  const texts = labels.filter((label) => !heading.test(label));
  const [first = labels[0] ?? '', ...others] = texts;
  const parts = others.filter((label) => label.startsWith(first));
  if (first.endsWith('表') && parts.length > 0) return sourcePlace(parts);
  const [, table, name] = named.exec(first) ?? [];
  const [, lastTable, lastName] = named.exec(others.at(-1) ?? '') ?? [];
  if (table !== undefined && table === lastTable) return `${table}（${name}から${lastName}まで）`;
  const stem = /^.*[ ）](?=.)/.exec(first)?.[0] ?? '';
  const start = first.slice(stem.length);
  const tails = others
    .filter((label) => !parts.includes(label) && label.startsWith(stem))
    .map((label) => label.slice(stem.length))
    .filter((tail) => !tail.includes(' ') && !start.startsWith(tail));
  const last = tails.at(-1);
  if (stem === '' || last === undefined) return first;
  return isRun([start, ...tails]) ? `${first}から${last}まで` : `${first}、${tails.join('、')}`;
}

/** Whether the names count on from the first, three or more of them: 箇条1, 箇条2, 箇条3. */
function isRun(names: readonly string[]): boolean {
  const [first = ''] = names;
  const number = Number(/\d+/.exec(first)?.[0]);
  return names.length > 2 && names.every((name, index) => name === first.replace(/\d+/, String(number + index)));
}
