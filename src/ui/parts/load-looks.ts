import { load } from './load.ts';

/**
 * Loads style sheets, each once.
 * @param urls of the site's own files
 * @throws LoadError when one does not arrive
 */
export async function loadLooks(urls: readonly string[]): Promise<void> {
  await load(Promise.all(urls.map(loadLook)));
}

function loadLook(href: string): Promise<void> {
  const there = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  if (there.some((link) => link.getAttribute('href') === href)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${href} did not arrive.`));
    });
    document.head.append(link);
  });
}
