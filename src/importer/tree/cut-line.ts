import type { Line, Mark } from '../model/block.ts';

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

/** Lines as one paragraph: the letters of all, nothing between them but a blank where two Latin words meet. */
export function joinLines(lines: readonly [Line, ...Line[]]): Line {
  const [first, ...others] = lines;
  if (others.length === 0) return first;
  const parts: string[] = [];
  const marks: Mark[] = [];
  let length = 0;
  let end = '';
  for (const line of lines) {
    const text = line.text.trim();
    const gap = /[a-zA-Z0-9,.;:)]$/u.test(end) && /^[a-zA-Z0-9(]/u.test(text) ? ' ' : '';
    parts.push(gap, text);
    const shift = length + gap.length - line.text.indexOf(text);
    for (const { from, to, colour } of line.marks ?? [])
      marks.push({ from: Math.max(0, from + shift), to: to + shift, colour });
    length += gap.length + text.length;
    end = text.slice(-1);
  }
  const { marks: _marks, ...rest } = first;
  return { ...rest, text: parts.join(''), ...(marks.length > 0 ? { marks } : {}) };
}
