import type { Line, Table } from '../model/block.ts';
import { headingKinds, type RegulationNode } from '../model/tree.ts';
import { isPlain } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode, type Open } from './forest.ts';
import { type Growth, isDocument, isHead, openArticle } from './growth.ts';
import { announcesList, goesOn } from './wording.ts';

/** A line of words: it goes on with the item before it, is an unnumbered 号, or a paragraph of its own under the heading. */
export function placeText(growth: Growth, index: number): void {
  const { forest, pieces } = growth;
  const line = pieces[index]?.block as Line;
  const { top } = forest;
  const last = lastNode(top);
  if (growth.spaced && line.after === undefined && index > 0 && !pieces[index]?.quoted && takesLines(last)) {
    last.body.push(line);
    return;
  }
  if (index > 0 && takesLines(last) && isUnfinished(last, line)) {
    last.body.push(line);
    return;
  }
  const article = openArticle(growth);
  if (article >= 0 && closesContract(line.text)) {
    addText(growth, line, Math.max(0, forest.find(isDocument)));
    return;
  }
  if (article >= 0 && placeInArticle(growth, index, line, article)) return;
  const deeper = line.depth !== undefined && line.depth > 0 && line.depth >= (top.depth ?? 0);
  const continues = !isHead(top) && top.node.children.length === 0 && (goesOn(line.text) || deeper);
  if (continues) top.node.body.push(line);
  else addText(growth, line, forest.heading());
}

/** Whether a line goes on with what stops at a comma, or with a note that speaks of cases one by one: 手渡しの場合：… */
function isUnfinished(last: RegulationNode, line: Line): boolean {
  const before = last.body.at(-1)?.text ?? '';
  if (/[、，]$/u.test(before) && line.after !== 'page') return true;
  return last.kind === 'note' && isCase(before) && isCase(line.text);
}

/** この契約の締結を証するため、本書2通を作成し …: what follows the last article of a contract. */
function closesContract(text: string): boolean {
  return /^(?:以上|この|本)、?(?:契約|協定|覚書|合意|確認)書?の.{0,12}(?:証|証拠)(?:と|する|し|として)/u.test(text);
}

function isCase(text: string): boolean {
  return /^[^。：:]{1,16}(?:場合|とき)\s?[：:]/u.test(text);
}

/** The node that the line before belongs to. */
function lastNode({ node }: Open): RegulationNode {
  return node.children.at(-1) ?? node;
}

function takesLines(node: RegulationNode): boolean {
  return node.children.length === 0 && node.kind !== 'table' && !headingKinds.has(node.kind) && node.body.length > 0;
}

function addText({ forest }: Growth, line: Line, at: number): void {
  forest.add(at, newNode({ kind: 'text', body: [line], spot: line.spot }));
}

function placeInArticle(growth: Growth, index: number, line: Line, article: number): boolean {
  const { forest, pieces } = growth;
  const paragraph = article + 1;
  const open = forest.stack[paragraph];
  if (!open) {
    const known = forest.stack[article]?.node.children.length ?? 0;
    if (known > 0) return false;
    forest.open(article, 'paragraph', newNode({ kind: 'paragraph', value: [1], body: [line], spot: line.spot }));
    return true;
  }
  const counted = open.unnumbered ?? 0;
  const begins =
    open.node.children.length === 0 && announcesList(open.node.body.at(-1)?.text ?? '') && isPlain(pieces[index]);
  if ((begins || counted > 0) && !goesOn(line.text)) {
    open.unnumbered = counted + 1;
    forest.open(
      paragraph,
      'unnumbered',
      newNode({ kind: 'item', value: [counted + 1], body: [line], spot: line.spot }),
    );
    return true;
  }
  const { top } = forest;
  const deeper = line.after === undefined && isDeeper(line, top);
  if (top.node.children.length === 0 && (top === open || deeper || goesOn(line.text))) top.node.body.push(line);
  else addText(growth, line, paragraph);
  return true;
}

/** Whether a line hangs below an item: indented further than it, but no signature on the right of the page. */
function isDeeper({ depth = 0 }: Line, item: Open): boolean {
  const more = depth - (item.depth ?? 0);
  return more > 0 && more <= 3;
}

/** ・, ●, ➤ and items of a list without a letter: beside the open one with the same letter, else under what is open. */
export function placeBullet({ forest, pieces }: Growth, index: number, length: number): void {
  const line = pieces[index]?.block as Line;
  const number = line.text.slice(0, length).trim();
  const form = `bullet${number}`;
  const depth = line.depth ?? 0;
  const article = forest.heading();
  const same = forest.find((open, at) => open.form === form && at > article && (open.depth ?? 0) <= depth);
  const beside = same > 0 && (forest.stack[same]?.depth ?? 0) === depth;
  const outer = forest.find((open) => open.form === form && (open.depth ?? 0) > depth);
  const at = beside ? same - 1 : same > 0 ? same : outer > article ? outer - 1 : forest.stack.length - 1;
  const body = [cutLine(line, length)].filter((rest) => rest !== undefined);
  forest.open(at, form, newNode({ kind: 'bullet', number, body, spot: line.spot }), { depth });
}

/** 注1, ※, 備考: under the heading, or under the paragraph of an article. */
export function placeNote(growth: Growth, index: number): void {
  const { forest, pieces } = growth;
  const line = pieces[index]?.block as Line;
  const special = pieces[index]?.special;
  const number = line.text.slice(0, special?.length ?? 0).trim();
  const body = [cutLine(line, special?.length ?? 0)].filter((rest) => rest !== undefined);
  const node = newNode({
    kind: 'note',
    number,
    ...(special?.value ? { value: special.value } : {}),
    body,
    spot: line.spot,
  });
  // 備考 is about the whole annex; alone on its line, it is the head of the notes below it.
  const whole = special?.word === '備考' ? forest.heading((open) => open.node.kind === 'annex') : 0;
  const at = whole > 0 ? whole : forest.heading();
  if (body.length === 0) forest.open(at, 'note', node);
  else forest.add(at, node);
}

/** A table: under the item that announces it, else under the heading or the article's paragraph. */
export function placeTable(growth: Growth, table: Table): void {
  const { forest } = growth;
  const article = openArticle(growth);
  const announced = announcesList(forest.top.node.body.at(-1)?.text ?? '') && !isHead(forest.top);
  const inside = article >= 0 && forest.stack.length > article + 1 ? article + 1 : forest.heading();
  const node = newNode({ kind: 'table', spot: table.spot });
  node.table = table;
  forest.add(announced ? forest.stack.length - 1 : inside, node);
}
