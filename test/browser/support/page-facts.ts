import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { siteFolder } from './site-folder.ts';

/** What a page's HTML says, as a browser's parser reads it. Nothing of it is loaded or run. */
export interface PageFacts {
  lang: string;
  title: string;
  headings: string[];
  /** The policy, if it is the very first thing in `<head>`. */
  policy: string;
  /** Every id and old-style anchor name. */
  ids: string[];
  /** Where links and forms lead, as written. */
  links: string[];
  /** What the page loads, as written. */
  loads: string[];
  /** `<tag attribute>` of each handler in an attribute, and each `javascript:` address. */
  handlers: string[];
  /** Ids that stand more than once. */
  doubles: string[];
}

/** Reads a page of the built site. @param page any open page: it lends its parser. @param path as listPages() gives it. */
export async function readPage(page: Page, path: string): Promise<PageFacts> {
  const html = await readFile(join(siteFolder, fileOf(path)), 'utf8');
  return page.evaluate(parseFacts, html);
}

/** The file that answers a path: `/nerima/` is `nerima/index.html`. */
export function fileOf(path: string): string {
  return (path.endsWith('/') ? `${path}index.html` : path).slice(1);
}

/** Runs in the browser. */
function parseFacts(html: string): PageFacts {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const all = [...parsed.querySelectorAll('*'), ...[...parsed.querySelectorAll('template')].flatMap(inTemplate)];
  const attribute = (name: string, selector = '*') =>
    all.flatMap((element) => (element.matches(selector) ? (element.getAttribute(name) ?? []) : []));
  const first = parsed.head.firstElementChild;
  const ids = [...parsed.querySelectorAll('[id]')].map(({ id }) => id);
  return {
    lang: parsed.documentElement.lang,
    title: parsed.title,
    headings: [...parsed.querySelectorAll('h1')].map(({ textContent }) => textContent.trim()),
    policy:
      first?.getAttribute('http-equiv') === 'Content-Security-Policy' ? (first.getAttribute('content') ?? '') : '',
    ids,
    links: [...attribute('href', 'a, area'), ...attribute('action'), ...attribute('formaction')],
    loads: [
      ...attribute('src'),
      ...attribute('srcset').flatMap((set) => set.split(',').map((part) => part.trim().split(/\s/)[0] ?? '')),
      ...attribute('poster'),
      ...attribute('data', 'object'),
      ...attribute('href', 'link, use, image'),
    ],
    handlers: all.flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))
        .map(({ name }) => `<${element.localName} ${name}>`),
    ),
    doubles: ids.filter((id, index) => ids.indexOf(id) !== index),
  };

  function inTemplate(template: HTMLTemplateElement): Element[] {
    return [...template.content.querySelectorAll('*')];
  }
}
