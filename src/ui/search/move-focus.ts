/**
 * ↓ and ↑ walk from the field through suggestions, tools and results and back; Enter follows the link it is on. In the
 * field Home, End and the other arrows keep their meaning.
 */
export function moveFocus(event: KeyboardEvent, root: HTMLElement, input: HTMLInputElement): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const places = [
    input,
    ...root.querySelectorAll<HTMLElement>(
      '[data-suggestions] button, [data-recent] button, [data-meant] button, [data-tools] a, [data-hits] li > a',
    ),
  ].filter((place) => place.checkVisibility());
  const at = places.findIndex((place) => place.matches(':focus'));
  const next = places[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
