import { rowKindNames } from '../../core/desk/table.ts';
import { type CompanyNode, toTree } from '../../core/desk/tree.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { OpenCampaign } from './desk-context.ts';
import { markKind } from './render-row.ts';

/** Most steps that are drawn one below the other; what is deeper stands beside the last one. */
const deepest = 12;

/** Draws who uses whom, where somebody uses anybody, with what has not come below each. */
export function drawTree(place: HTMLElement, root: ParentNode, { campaign, desk, rows }: OpenCampaign): void {
  const companies = desk.companies.filter((one) => one.campaign === campaign.id);
  const nodes = toTree(companies, rows).filter(({ children, isRing }) => children.length > 0 || isRing);
  show(place, '[data-tree-part]', nodes.length > 0);
  part(place, '[data-tree]', HTMLElement).replaceChildren(...nodes.map((node) => renderNode(root, node, 1)));
}

function renderNode(
  root: ParentNode,
  { company, row, children, below, isRing }: CompanyNode,
  depth: number,
): HTMLElement {
  const item = findPart(copyTemplate(root, 'desk-tree-node'), 'li');
  const note = findPart(item, '[data-slot="below"]');
  const texts = { n: String(below.count), m: toShortText(below.missing.join('、'), 1000) };
  const name = isRing ? 'ring' : below.missing.length > 0 ? 'words' : 'whole';
  fillSlots(item, {
    name: toShortText(company.name, 100),
    kind: row ? rowKindNames[row.kind] : '',
    below: isRing || below.count > 0 ? toWords(note, [name], texts) : '',
  });
  const tag = findPart(item, '.k-tag');
  if (row) markKind(tag, row.kind);
  else tag.remove();
  const list = part(item, 'ul', HTMLElement);
  list.hidden = children.length === 0;
  const drawn = children.map((child) => renderNode(root, child, depth + 1));
  list.append(...(depth < deepest ? drawn : drawn.flatMap((one) => [one, ...one.querySelectorAll('li')])));
  return item;
}
