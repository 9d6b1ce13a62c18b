/**
 * What the elements of one tool share: a function that gives the context of the tool around an element, made by
 * whichever element asks first.
 * @param tag the tool's own element
 */
export function shareContext<Context>(
  tag: string,
  make: (root: HTMLElement) => Context,
): (element: Element) => Context {
  const contexts = new WeakMap<Element, Context>();
  return (element) => {
    const root = element.closest<HTMLElement>(tag);
    if (!root) throw new Error(`<${element.localName}> must stand inside <${tag}>.`);
    const known = contexts.get(root);
    if (known) return known;
    const context = make(root);
    contexts.set(root, context);
    return context;
  };
}
