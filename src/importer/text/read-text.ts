import type { Block, Diagnostic, Line, SourceDocument, Spot, Table } from '../model/block.ts';
import { decodeText } from './decode.ts';
import { looksLikeMarkdown, type Removed, readMarks, splitAtTags } from './markup.ts';
import { cellsOf, isRule, toCell, toTable } from './tables.ts';
import { joinWrapped, widthOf } from './unwrap.ts';

const newline = /\r\n|[\n\r\u2028\u2029]/u;

/**
 * Reads a text file. With `text`, Markdown is recognised by its marks, since many files that are called .txt have them; a file
 * without any keeps every letter, `-` at a line's beginning among them.
 */
export function readText(bytes: Uint8Array, kind: 'text' | 'markdown'): SourceDocument {
  const { text, encoding } = decodeText(bytes);
  const markdown = kind === 'markdown' || looksLikeMarkdown(text);
  const removed: Removed = new Map();
  const diagnostics: Diagnostic[] = [];
  const widths = new Map<number, number>();
  if (!markdown)
    for (const [index, raw] of text.split(newline).entries()) widths.set(index + 1, widthOf(raw.trimEnd()));
  const blocks = joinWrapped(readBlocks(text, markdown, removed, diagnostics), widths, diagnostics);
  if (encoding !== 'utf-8')
    diagnostics.unshift({ kind: 'encoding', message: `文字コード ${encoding} として読みました。`, spot: {} });
  if (removed.size > 0) {
    const counts = [...removed].map(([mark, count]) => `${mark} ${count}字`).join('、');
    diagnostics.push({ kind: 'markup', message: `本文ではなく書式の記号として読んだもの: ${counts}`, spot: {} });
  }
  return { blocks, diagnostics };
}

function readBlocks(text: string, markdown: boolean, removed: Removed, diagnostics: Diagnostic[]): Block[] {
  const blocks: Block[] = [];
  let after: 'blank' | 'page' | undefined;
  const add = (block: Block) => {
    blocks.push(after && blocks.length > 0 ? { ...block, after } : block);
    after = undefined;
  };
  text.split(newline).forEach((whole, index) => {
    const spot: Spot = { line: index + 1 };
    whole.split('\f').forEach((raw, part) => {
      if (part > 0) after = 'page';
      if (raw.trim() === '') {
        after ??= 'blank';
        return;
      }
      const table = blocks.at(-1)?.kind === 'table' ? (blocks.at(-1) as Table) : undefined;
      if (markdown && table && isRule(raw)) {
        const letters = raw.replace(/\s+/gu, '').length;
        removed.set('---', (removed.get('---') ?? 0) + letters);
        return;
      }
      const cells = cellsOf(raw, removed, markdown, table && (after === undefined ? 'table' : 'gap'));
      if (cells) {
        const row = cells.map((cell) => toCell(cell, spot, removed, markdown));
        if (table && (after === undefined || continues(table, cells, spot, diagnostics))) {
          table.rows.push(row);
          after = undefined;
        } else add(toTable(spot, row));
        return;
      }
      for (const line of toLines(raw, spot, markdown, removed)) add(line);
    });
  });
  return blocks;
}

/** A table goes on behind an empty line or a page's end where the next row has as many cells. */
function continues(table: Table, cells: string[], spot: Spot, diagnostics: Diagnostic[]): boolean {
  const before = table.rows.at(-1) ?? [];
  const number = (text: string | undefined) => /^\s*[0-9０-９]{1,3}\s*$/u.test(text ?? '');
  if (before.length !== cells.length || (number(cells[0]) && !number(before[0]?.lines[0]?.text))) return false;
  diagnostics.push({
    kind: 'table-continued',
    message: '空行や改ページをはさんで続く行を、同じ表の行として読みました。',
    spot,
  });
  return true;
}

function toLines(raw: string, spot: Spot, markdown: boolean, removed: Removed): Line[] {
  if (!markdown) {
    const blanks = /^[ \u3000]*/u.exec(raw)?.[0] ?? '';
    const depth = Math.floor([...blanks].reduce((sum, blank) => sum + (blank === '\u3000' ? 2 : 1), 0) / 2);
    return [{ kind: 'line', text: raw.trim(), ...(depth > 1 ? { depth: depth - 1 } : {}), spot }];
  }
  const { text, level, listed, depth } = readMarks(raw, removed);
  const hints = {
    ...(level === undefined ? {} : { level }),
    ...(listed ? { numbered: 0 } : {}),
    ...(depth === undefined ? {} : { depth }),
  };
  return splitAtTags(text, removed).map((part): Line => ({ kind: 'line', text: part.trim(), ...hints, spot }));
}
