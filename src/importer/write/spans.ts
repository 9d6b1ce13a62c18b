import { escapeInline, escapeLine } from './escape.ts';

/** A stretch of a line's letters that an element stands around, or in place of. */
export interface Span {
  from: number;
  to: number;
  /** Name of the element and its attributes, e.g. `Ref to="rules:a5"`. */
  tag: string;
  /** The element shows the words itself: they do not stand in it. */
  isEmpty?: boolean;
}

/** A line's words with the elements that stand in them; of two that overlap, the one that comes first. */
export function writeWords(text: string, spans: readonly Span[], place: 'line' | 'inline'): string {
  let written = '';
  let end = 0;
  for (const { from, to, tag, isEmpty } of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < end || to <= from || to > text.length || text.slice(from, to).trim() === '') continue;
    written += escapePart(text.slice(end, from), end === 0 ? place : 'inline');
    written += isEmpty ? `<${tag} />` : `<${tag}>${escapeInline(text.slice(from, to))}</${tag.split(' ', 1)[0]}>`;
    end = to;
  }
  return written + escapePart(text.slice(end), end === 0 ? place : 'inline');
}

function escapePart(text: string, place: 'line' | 'inline'): string {
  return place === 'line' ? escapeLine(text) : escapeInline(text);
}
