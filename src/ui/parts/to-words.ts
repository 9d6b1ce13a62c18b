/** Sentences that stand in the attributes of a place, one behind the other, their gaps (`%n`) filled in. */
export function toWords(
  place: HTMLElement,
  names: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): string {
  const fill = (words: string) => words.replace(/%([a-z])/g, (whole, key: string) => texts[key] ?? whole);
  return names.map((name) => fill(place.dataset[name] ?? '')).join('');
}
