import type { BlockContent, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { FilledList } from '../core/tailoring/list-rows.ts';
import { nameCells, noRows, sayElsewhere, toListHead, toListLines, toListWords } from '../core/tailoring/list-words.ts';
import { fillText, type Wording } from '../core/tailoring/wording.ts';
import { attributeOf, type Element, shapeOf, toAttribute } from './pieces.ts';

/**
 * What stands in a page in the place of `<List>` with the company's rows: the same texts as `toListText` makes of it.
 * @param sample what the sample has there, tailored; it stays before rows that are added
 */
export function toListNodes(place: Element, list: FilledList, sample: RootContent[], wording: Wording): RootContent[] {
  const fill = (text: string) => fillText(text, wording);
  const group = attributeOf(place, 'group') || undefined;
  const at = attributeOf(place, 'at');
  if (at) return [elsewhere(at, list)];
  const shape = shapeOf(place);
  if (shape === 'words') return [text(toListWords(list, group, fill))];
  const lines = toListLines(list, group, fill);
  if (list.adds) {
    if (lines.length > 0) addRows(sample, lines);
    return sample;
  }
  if (shape === 'items') {
    const items = lines.length > 0 ? lines.map(nameCells) : [noRows];
    return [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
      },
    ];
  }
  const head = toListHead(list, group, fill);
  const table = { type: 'table', children: [toRow(head), ...lines.map(toRow)] } satisfies Table;
  return lines.length > 0 ? [table] : [table, paragraph(noRows)];
}

/** Puts the company's rows behind those of the sample's table, or its items behind those of the list. */
function addRows(sample: RootContent[], lines: readonly string[][]): void {
  for (const node of sample) {
    if (node.type === 'table') node.children.push(...lines.map(toRow));
    else if (node.type === 'list') {
      node.children.push(
        ...lines.map((cells) => ({
          type: 'listItem' as const,
          spread: false,
          children: [paragraph(nameCells(cells))] satisfies BlockContent[],
        })),
      );
    } else continue;
    return;
  }
}

function elsewhere(at: string, list: FilledList): Paragraph {
  const link: MdxJsxTextElement = {
    type: 'mdxJsxTextElement',
    name: 'Ref',
    attributes: [toAttribute('to', at)],
    children: [text(sayElsewhere(list))],
  };
  return { type: 'paragraph', children: [link] };
}

function toRow(cells: readonly string[]): Table['children'][number] {
  return {
    type: 'tableRow',
    children: cells.map((cell): TableCell => ({ type: 'tableCell', children: [text(cell)] })),
  };
}

function paragraph(words: string): Paragraph {
  return { type: 'paragraph', children: [text(words)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
