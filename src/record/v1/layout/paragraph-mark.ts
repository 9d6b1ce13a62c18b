/** `（注1）`, `注1 `, `※1 `, `（1）`, `ア　`, `1 `, `・`: what a paragraph of a paper hangs beside. */
const marks =
  /^(?:[（(][^（()）]{1,4}[）)]|注\s?[0-9０-９]{0,2}[ \u3000：:]|※[0-9０-９]{0,2}[ \u3000]?|[0-9０-９]{1,2}[ \u3000．.]|[ア-ン][ \u3000]|[・○●◯]\s?)[ \u3000]*/u;

/** The mark a line begins with, and what follows it. */
export function splitMark(line: string): { mark: string; rest: string } {
  const mark = marks.exec(line)?.[0] ?? '';
  return { mark, rest: line.slice(mark.length) };
}
