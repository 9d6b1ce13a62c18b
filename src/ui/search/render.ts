import type { Hit } from '../../search/engine.ts';
import { toExcerpt } from '../../search/excerpt.ts';
import type { FoundTool } from '../../search/tools.ts';
import { part } from '../parts/parts.ts';

/** The words that were found, by the line of the result. */
const found = new WeakMap<Element, string[]>();

/** The words of a result as they stand in its text. @param item what hitItem() made */
export function wordsOf(item: Element): string[] {
  return found.get(item) ?? [];
}

/** One result: what and where it is, the text around the hit, and other places under the same heading. */
export function hitItem(root: ParentNode, hit: Hit, base: string): HTMLElement {
  const item = copy(root, 'template[data-hit]');
  found.set(
    item,
    hit.marks.map(([start, end]) => hit.entry.text.slice(start, end)),
  );
  part(item, 'a', HTMLAnchorElement).href = base + hit.url;
  const { entry, handbook, headings, pageTitle } = hit;
  part(item, '[data-slot=source]', HTMLElement).textContent = `${handbook || pageTitle} ${entry.label}`.trim();
  const own = withoutNumber(headings.at(-1) ?? '', entry.label);
  const caption = [own, entry.caption].filter((text) => text && text !== entry.label);
  part(item, '[data-slot=caption]', HTMLElement).textContent = [...new Set(caption)].join('　');
  part(item, '[data-slot=excerpt]', HTMLElement).replaceChildren(
    ...toExcerpt(entry.text, hit.marks).map(({ text, marked }) => {
      if (!marked) return new Text(text);
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  const others = part(item, '[data-slot=others]', HTMLElement);
  others.hidden = hit.others.length === 0;
  for (const [index, { label, url }] of hit.others.entries()) {
    const link = Object.assign(document.createElement('a'), { href: base + url, textContent: label });
    others.append(...(index > 0 ? ['、', link] : [link]));
  }
  return item;
}

/** A tool that answers the question: its name with what one does there. */
export function toolItem(root: ParentNode, { tool, url }: FoundTool, base: string): HTMLElement {
  const template = part(root, 'template[data-tool]', HTMLTemplateElement);
  const item = copy(root, 'template[data-tool]');
  part(item, 'a', HTMLAnchorElement).href = base + url;
  part(item, 'a span', HTMLElement).textContent = tool.title + (template.dataset[tool.kind] ?? '');
  part(item, '[data-slot="note"]', HTMLElement).textContent =
    (url === tool.path ? template.dataset['plain'] : template.dataset['answered']) ?? '';
  return item;
}

/** A word to ask for next. */
export function wordItem(root: ParentNode, word: string): HTMLElement {
  const item = copy(root, 'template[data-word]');
  part(item, 'button', HTMLElement).textContent = word;
  return item;
}

/** 第1条 目的 as 目的 beside 第1条: a number of a heading that its place says already, or that is only digits. */
function withoutNumber(heading: string, label: string): string {
  const [, number = '', caption = ''] = /^(\S+)\s+(\S.*)$/.exec(heading) ?? [];
  return number && (/^[\d.()-]+$/.test(number) || label.includes(number)) ? caption : heading;
}

function copy(root: ParentNode, selector: string): HTMLElement {
  const { content } = part(root, selector, HTMLTemplateElement);
  return part(document.importNode(content, true), 'li', HTMLElement);
}
