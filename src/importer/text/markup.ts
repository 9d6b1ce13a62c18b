/** Marks of Markdown and HTML that a reader takes for marks, not for letters, and how many of each it left out. */
export type Removed = Map<string, number>;

/** A raw line without its marks. */
export interface Unmarked {
  text: string;
  level?: number;
  /** Item of a Markdown list, and how deep. */
  listed?: boolean;
  depth?: number;
}

const tag =
  /<\/?(?:p|ul|ol|li|br|div|span|b|strong|i|em|u|sup|sub|font|table|thead|tbody|tr|td|th)(?:\s[^<>]{0,300})?\/?>/giu;

function note(removed: Removed, mark: string, letters: string): void {
  const count = letters.replace(/\s+/gu, '').length;
  if (count > 0) removed.set(mark, (removed.get(mark) ?? 0) + count);
}

/** Whether a text is written with Markdown's marks, whatever its file is called: headings, doubled list marks, bold, tags. */
export function looksLikeMarkdown(text: string): boolean {
  return (
    /^#{1,6}[ \t]\S/mu.test(text) ||
    /^[ \t\u3000]*[-*] (?:[・●①-⑳]|[ア-ン] |[(（]?[0-9０-９]{1,2}[.)）．])/mu.test(text) ||
    /(?<!\*)\*\*(?!\*)[^*\n]{1,80}\*\*(?!\*)/u.test(text) ||
    /<(?:p|ul|br)(?:\s[^<>\n]{0,100})?\/?>/iu.test(text) ||
    /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/mu.test(text)
  );
}

/** Reads the marks of one line: `##`, `- `, `1. ` stays a number, `**`. */
export function readMarks(raw: string, removed: Removed): Unmarked {
  const indent = indentOf(raw);
  let text = raw.trim();
  const heading = /^(#{1,6})[ \t]+(?=\S)/u.exec(text);
  if (heading) {
    note(removed, '#', heading[1] ?? '');
    text = text.slice(heading[0].length).replace(/[ \t]{1,20}#+$/u, (end) => {
      note(removed, '#', end);
      return '';
    });
    return { text: withoutBold(text, removed), level: heading[1]?.length ?? 1 };
  }
  if (/^(?:[-*_][ \t]*){3,}$/u.test(text)) {
    note(removed, '---', text);
    return { text: '' };
  }
  const quote = /^>[ \t>]*/u.exec(text);
  if (quote) {
    note(removed, '>', quote[0]);
    text = text.slice(quote[0].length);
  }
  const list = /^([-*+])(?:[ \t\u3000]+|$)/u.exec(text);
  // Up to three blanks are no indent to Markdown; a line below an item has as many as its mark.
  if (!list) return { text: withoutBold(text, removed), ...(indent > 3 ? { depth: Math.floor(indent / 2) } : {}) };
  note(removed, list[1] ?? '-', list[1] ?? '');
  return { text: withoutBold(text.slice(list[0].length), removed), listed: true, depth: Math.floor(indent / 2) };
}

/** How far a line is indented, in half-width letters; a tab is four, U+3000 two. */
function indentOf(raw: string): number {
  const blanks = /^\s*/u.exec(raw)?.[0] ?? '';
  return [...blanks].reduce((sum, blank) => sum + (blank === '\t' ? 4 : blank === '\u3000' ? 2 : 1), 0);
}

function withoutBold(text: string, removed: Removed): string {
  return text.replace(/(?<!\*)\*\*(?!\*)/gu, (mark) => {
    note(removed, '**', mark);
    return '';
  });
}

/** The pieces of text between tags: `<br>`, `<p>` and their like divide it, others vanish. */
export function splitAtTags(text: string, removed: Removed): string[] {
  const parts = text.replace(tag, (found) => {
    note(removed, 'HTML', found);
    return /^<\/?(?:b|strong|i|em|u|sup|sub|span|font)\b/iu.test(found) ? '' : '\n';
  });
  return parts.split('\n').filter((part) => part.trim() !== '');
}
