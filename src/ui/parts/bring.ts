/** Files of scripts that have arrived, with all that they stand on. */
const arrived = new Set<string>();
const standsOn = /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g;

/**
 * What `import()` of a built page is (src/site/late-parts.ts). A browser that could not load a module may keep that for the
 * life of the page, for whatever stands on it too: Chromium never asks again. So the files are fetched first, which can be
 * tried as often as a person likes, and imported when all are there.
 * @param file beside this one
 * @throws Error when one of them did not arrive, or is no script: a proxy may answer with a page of its own
 */
async function bring(file: string): Promise<unknown> {
  const seen = new Set<string>();
  const visit = async (url: string): Promise<void> => {
    if (seen.has(url) || arrived.has(url) || hasRun(url)) return;
    seen.add(url);
    const response = await fetch(url);
    const isScript = response.headers.get('content-type')?.includes('javascript');
    if (!response.ok || !isScript) throw new Error(`${url} did not arrive.`);
    const code = await response.text();
    await Promise.all(Array.from(code.matchAll(standsOn), ([, other = '']) => visit(new URL(other, url).href)));
  };
  const url = new URL(file, import.meta.url).href;
  await visit(url);
  for (const one of seen) arrived.add(one);
  return import(/* @vite-ignore */ url);
}

/** Whether the page itself has brought it. */
function hasRun(url: string): boolean {
  return performance
    .getEntriesByName(url)
    .some(
      (entry) =>
        entry instanceof PerformanceResourceTiming && entry.initiatorType !== 'fetch' && entry.decodedBodySize > 0,
    );
}

Object.assign(globalThis, { kBring: bring });
