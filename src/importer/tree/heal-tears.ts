import type { Block, Diagnostic, Line } from '../model/block.ts';
import { joinLines } from './cut-line.ts';
import { readingsOf } from './marks.ts';
import { specialOf } from './special-lines.ts';
import { evidenceOf, isTornEnd, junction } from './tear-evidence.ts';
import { bracketed, captionBrackets, labelBracket } from './wording.ts';

/** Shortest line that can be torn: a page is wider than this. */
const shortest = 12;

/**
 * Joins sentences that a page's end or an empty line tears in two, where that is sure: each with a diagnostic that says by what.
 * Where it only may be so, the diagnostic says so and the lines stay apart.
 */
export function healTears(blocks: Block[]): { blocks: Block[]; diagnostics: Diagnostic[] } {
  const found = knownJunctions(blocks);
  const known = (grams: string[]) => grams.some((gram) => found.has(gram));
  const groups: Group[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (block.kind === 'line' && isPair(before, block)) {
      const [head, tail] = [before.text.trim(), block.text.trim()];
      const adjacent = block.after === undefined;
      const evidence = evidenceOf(head, tail, known, adjacent);
      const found = adjacent && !evidence ? undefined : describe(head, tail, evidence);
      if (found) diagnostics.push({ ...found, spot: block.spot });
      if (evidence) {
        group?.push(block);
        continue;
      }
    }
    groups.push([block]);
  }
  return { blocks: groups.map(asOne), diagnostics };
}

/** A block, or the lines that make one. */
type Group = [Block, ...Block[]];

function asOne([first, ...others]: Group): Block {
  if (first.kind === 'table') return first;
  return joinLines([first, ...others.filter((block): block is Line => block.kind === 'line')]);
}

function describe(head: string, tail: string, evidence: string | undefined): Omit<Diagnostic, 'spot'> | undefined {
  const words = `「…${head.slice(-12)}」と「${tail.slice(0, 12)}…」`;
  if (evidence)
    return { kind: 'tear-healed', message: `改ページなどで切れた${words}を一つの文につなぎました（${evidence}）。` };
  if (!head.includes('、') || !isTornEnd(head) || !/[。．]$/u.test(tail)) return undefined;
  return {
    kind: 'tear-unsure',
    message: `${words}は、文が途中で切れているかもしれません。元の文書で確かめてください。`,
  };
}

/** Narrowest line that can have been wrapped where nothing stands between it and the next. */
const wrapped = 30;

/**
 * Two lines of which the second begins nothing of its own, with an empty line or a page's end between them; or with nothing, in a
 * text whose lines are counted, where the first is long.
 */
function isPair(before: Block | undefined, line: Line): before is Line {
  if (before?.kind !== 'line') return false;
  if (line.after === undefined && (line.spot.line === undefined || before.text.length < wrapped)) return false;
  return before.text.trim().length >= shortest && beginsNothing(line) && before.level === undefined;
}

function beginsNothing(line: Line): boolean {
  const text = line.text.trim();
  if (line.level !== undefined || line.numbered !== undefined || text === '') return false;
  if (specialOf(text) || labelBracket(text) || bracketed(text, captionBrackets) === text) return false;
  return readingsOf(text).every(({ weak }) => weak);
}

/** Which of the letter groups that would arise by joining stand elsewhere in the document, in one piece. */
function knownJunctions(blocks: Block[]): Set<string> {
  const asked = new Set<string>();
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (block.kind === 'line' && isPair(before, block)) {
      for (const gram of junction(before.text.trim(), block.text.trim())) asked.add(gram);
    }
  });
  const found = new Set<string>();
  if (asked.size === 0) return found;
  const look = (text: string) => {
    for (let at = 0; at + 3 < text.length; at += 1) {
      const gram = text.slice(at, at + 4);
      if (asked.has(gram)) found.add(gram);
    }
  };
  for (const block of blocks) {
    if (block.kind === 'line') look(block.text);
    else for (const row of block.rows) for (const { lines } of row) for (const { text } of lines) look(text);
  }
  return found;
}
