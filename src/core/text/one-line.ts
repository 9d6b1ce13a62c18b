/** Shortest beginning that a text is cut to at the end of a clause; a shorter one would say too little. */
const leastShare = 0.6;

/**
 * A text of several lines in one line: lists are joined behind what announces them, the cells of a table with 「：」.
 * What is longer than `limit` ends with 「…」, after a clause if it can.
 */
export function toOneLine(text: string, limit: number): string {
  const lines = text.split('\n').map((line) => line.replaceAll('\t', '：').trim());
  const joined = lines
    .filter(Boolean)
    .map((line, index) => (index === 0 ? line : `${/[。、：:]$/.test(lines[index - 1] ?? '') ? '' : '／'}${line}`))
    .join('');
  const letters = [...joined];
  if (letters.length <= limit) return joined;
  const head = letters.slice(0, limit - 1).join('');
  const clause = /^[\s\S]*[。、／]/.exec(head)?.[0] ?? '';
  const cut = clause.length >= head.length * leastShare ? clause.replace(/[、／]$/, '') : head;
  return `${cut}…`;
}
