/** Texts by the name of the slot they go into. */
export type Texts = Readonly<Record<string, string>>;

/**
 * A copy of `<template data-template="name">` below `root`, its slots filled.
 * @throws Error when the page has no such template.
 */
export function copyTemplate(root: ParentNode, name: string, texts: Texts = {}): DocumentFragment {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-template="${name}"]`);
  if (!template) throw new Error(`The page has no template "${name}".`);
  const copy = document.importNode(template.content, true);
  fillSlots(copy, texts);
  return copy;
}

/** Puts each text, as text, into every `[data-slot]` of its name. */
export function fillSlots(root: ParentNode, texts: Texts): void {
  for (const slot of root.querySelectorAll<HTMLElement>('[data-slot]')) {
    const text = texts[slot.dataset['slot'] ?? ''];
    if (text !== undefined) slot.textContent = text;
  }
}

/**
 * The one part of a piece of the page that the code relies on.
 * @throws Error when it is not there.
 */
export function findPart(root: ParentNode, selector: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`The page has no part "${selector}".`);
  return part;
}
