/**
 * Gives the focus to what has just been shown. WebKit does not scroll to it where the same task has hidden what stood there
 * before; where it is in sight already nothing moves.
 */
export function goTo(place: HTMLElement): void {
  place.focus();
  place.scrollIntoView({ block: 'nearest' });
}
