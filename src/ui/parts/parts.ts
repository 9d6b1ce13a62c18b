/**
 * The one part of an element that its markup must have.
 * @throws Error naming the selector, so that a change of the markup is found by its first test
 */
export function part<Kind extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} at "${selector}".`);
  return found;
}

/** Shows or hides every part that a selector finds. */
export function show(root: ParentNode, selector: string, isShown: boolean): void {
  for (const found of root.querySelectorAll<HTMLElement>(selector)) found.hidden = !isShown;
}

/** Today where the person is, as `YYYY-MM-DD`. */
export function today(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Hands a file to the person under a name; the page keeps the bytes for a moment, because saving begins later. */
export function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer> | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
