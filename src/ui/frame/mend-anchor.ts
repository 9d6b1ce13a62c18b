import { leadOf, unwrapFragment } from '../../core/text/shared-fragment.ts';

/**
 * Goes to the provision that an address names with something behind it, `#a16-i2。`, and says where there is none.
 * @param told the words for that, hidden until then
 */
export function mendAnchor(told: HTMLElement): void {
  const wanted = unwrapFragment(location.hash.slice(1));
  // Escaped, it is the browser's to find.
  if (document.getElementById(decodeAnchor(location.hash.slice(1)))) return;
  const place = document.getElementById(wanted) ?? document.getElementById(leadOf(wanted));
  if (place) location.replace(`#${place.id}`);
  else told.hidden = false;
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    // No escape that anything can be named by.
    return anchor;
  }
}
