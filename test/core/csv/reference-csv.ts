/**
 * Reads CSV by the grammar of RFC 4180, a character at a time, and nothing more lenient than that; written apart from the
 * writer, so that the two can disagree. The byte order mark is a character like any other.
 * @throws Error where the text breaks the grammar
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const [field, next] = quoted ? readQuoted(text, at) : readPlain(text, at);
    row.push(field);
    if (text[next] === ',') {
      at = next + 1;
      continue;
    }
    if (text[next] !== '\r' || text[next + 1] !== '\n') throw new Error(`Neither comma nor CRLF at ${next}.`);
    rows.push(row);
    row = [];
    at = next + 2;
  }
  if (row.length > 0) throw new Error('The last row has no end.');
  return rows;
}

function readQuoted(text: string, start: number): [string, number] {
  let field = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return [field, at + 1];
  }
  throw new Error(`The quote at ${start} is not closed.`);
}

function readPlain(text: string, start: number): [string, number] {
  let at = start;
  while (at < text.length && !',\r\n'.includes(text[at] ?? '')) {
    if (text[at] === '"') throw new Error(`A quote inside a plain field at ${at}.`);
    at += 1;
  }
  return [text.slice(start, at), at];
}
