import type { PreviewPlace } from '../../importer/preview/to-preview.ts';
import { part } from '../parts/parts.ts';
import { toVisibleText } from '../parts/visible-text.ts';
import { isGuessed, peopleOf, placeId } from './place-view.ts';

/**
 * Shows the places that want a look, or concern one person, with the headings that any of them stand under.
 * @param shown a place with what a person has said of it
 */
export function filterPlaces(
  root: HTMLElement,
  places: readonly PreviewPlace[],
  shown: (place: PreviewPlace) => PreviewPlace,
  signal: AbortSignal,
): { offer(): void } {
  const only = part(root, '[data-guessed-only]', HTMLInputElement);
  const who = part(root, '[data-who]', HTMLSelectElement);
  const status = part(root, '[data-shown]', HTMLElement);
  only.checked = false;

  /** Everybody of the document, in its order. */
  function offer(): void {
    const chosen = who.value;
    const names = [...new Set(places.flatMap((place) => peopleOf(shown(place))))];
    const options = names.map((name) => new Option(toVisibleText(name), name, false, name === chosen));
    who.replaceChildren(...[...who.options].slice(0, 1), ...options);
  }

  function filter(): void {
    const isChosen = only.checked || who.value !== '';
    const isSeen = (place: PreviewPlace) =>
      (!only.checked || isGuessed(place)) && (who.value === '' || peopleOf(place).includes(who.value));
    const seen = new Set(places.filter((place) => !place.isHeading && isSeen(shown(place))));
    const headings: PreviewPlace[] = [];
    const leading = new Set<PreviewPlace>();
    for (const place of places) {
      headings.length = Math.min(headings.length, place.depth);
      if (place.isHeading) headings[place.depth] = place;
      else if (seen.has(place)) for (const heading of headings) leading.add(heading);
    }
    for (const place of places) {
      const element = part(root, `#${CSS.escape(placeId(place.anchor))}`, HTMLElement);
      element.hidden = isChosen && !(place.isHeading ? leading : seen).has(place);
    }
    status.textContent = isChosen ? `${seen.size}${status.dataset['words'] ?? ''}` : '';
  }

  offer();
  who.value = '';
  filter();
  for (const field of [only, who]) field.addEventListener('change', filter, { signal });
  return { offer };
}
