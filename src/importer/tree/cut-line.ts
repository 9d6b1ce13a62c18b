import type { Line } from '../model/block.ts';

/** The line from an offset on, blanks around it left out, its marks moved along; `undefined` where no letter is left. */
export function cutLine(line: Line, from: number, to = line.text.length): Line | undefined {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === '') return undefined;
  const start = from + raw.indexOf(text);
  const { numbered: _numbered, marks, ...rest } = line;
  const moved = (marks ?? [])
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from - start), to: Math.min(text.length, mark.to - start) }))
    .filter((mark) => mark.to > mark.from);
  return { ...rest, text, ...(moved.length > 0 ? { marks: moved } : {}) };
}

/** Two lines as one paragraph: the letters of both, nothing between them but a blank where two Latin words meet. */
export function joinLines(first: Line, second: Line): Line {
  const head = first.text.trimEnd();
  const tail = second.text.trimStart();
  const gap = /[a-zA-Z0-9,.;:)]$/u.test(head) && /^[a-zA-Z0-9(]/u.test(tail) ? ' ' : '';
  const shift = head.length + gap.length - (second.text.length - tail.length);
  const marks = [
    ...(first.marks ?? []),
    ...(second.marks ?? []).map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift })),
  ].filter((mark) => mark.to > mark.from);
  return { ...first, text: head + gap + tail, ...(marks.length > 0 ? { marks } : {}) };
}
