import type { Page } from 'playwright-core';

/**
 * What on the page a finger would miss: less than 44 by 44 pixels. A link in a sentence, and a term that is explained at a
 * press, have the size of their words; so has a reference within the text of a provision, whose sentence may run over a list. A box with a label has the size of both.
 * @returns one line each: what it is, where, how large.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 43.5;
    const isInline = (element: Element) => /^inline(-block)?$/.test(getComputedStyle(element).display);
    const blockOf = (element: Element): HTMLElement => {
      let block = element.parentElement;
      while (block?.parentElement && isInline(block)) block = block.parentElement;
      return block ?? document.body;
    };
    /** Whether words stand beside the links of its block: separators of a list are words, too. */
    const isInSentence = (link: Element) => {
      if (link.closest('.k-prov__body > :is(p, ul, ol, div)')) return true;
      const block = blockOf(link);
      const own = [...block.querySelectorAll('a')].map(({ textContent }) => textContent);
      return own.reduce((text, words) => text.replace(words, ''), block.textContent).trim() !== '';
    };
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    return [...document.querySelectorAll('a[href], button, summary, select, input, textarea')].flatMap((element) => {
      if (!isSeen(element) || element.matches('.sl-skip-link')) return [];
      const isBox = element.matches('[type=radio], [type=checkbox]');
      const area = (isBox && element instanceof HTMLInputElement && element.labels?.[0]) || element;
      const { width, height } = area.getBoundingClientRect();
      if (width >= least && height >= least) return [];
      if (element.matches('.k-term') || (element.matches('a') && isInline(element) && isInSentence(element))) return [];
      const place = element.parentElement;
      const name = `${place?.localName}.${place?.className} > ${element.localName}.${element.className}`;
      return [`${name} ${Math.round(width)}x${Math.round(height)} ${element.textContent?.trim().slice(0, 20)}`];
    });
  });
}

/** What is wrong with the head of the page: not in one line, cut off, one thing over another, or over the contents bar. */
export function findHeadFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const head = document.querySelector('header');
    if (!head) return ['There is no head.'];
    const faults: string[] = [];
    const frame = head.getBoundingClientRect();
    const parts = [...head.querySelectorAll('.site-title, .k-top > button, .k-head button[data-open], .k-bad-day')]
      .filter((part) => part.checkVisibility())
      .map((part) => ({ part, box: part.getBoundingClientRect(), name: part.className }));
    for (const [index, { part, box, name }] of parts.entries()) {
      if (box.top < frame.top || box.bottom > frame.bottom || box.left < 0 || box.right > innerWidth)
        faults.push(`${name} hangs out of the head.`);
      if (part.scrollWidth > part.clientWidth + 1) faults.push(`${name} is cut off.`);
      const next = parts[index + 1];
      if (next && box.right > next.box.left) faults.push(`${name} lies over ${next.name}.`);
    }
    for (const words of head.querySelectorAll('.site-title > span')) {
      const isShown = words.checkVisibility() && words.clientWidth > 1;
      if (isShown && (words.scrollHeight > words.clientHeight + 1 || words.scrollWidth > words.clientWidth + 1))
        faults.push(`The name of the site is cut off: ${words.textContent}`);
    }
    const contents = document.querySelector('mobile-starlight-toc nav')?.getBoundingClientRect();
    if (contents && contents.height > 0 && contents.top < frame.bottom - 1.5)
      faults.push('The head lies over the contents bar.');
    return faults;
  });
}
