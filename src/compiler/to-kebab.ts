/** Options of content/choices.yaml are camelCase, those of decisions kebab-case. */
export function toKebab(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
