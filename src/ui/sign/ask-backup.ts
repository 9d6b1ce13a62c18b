import { part, show } from '../parts/parts.ts';

/** Shortest password of a backup (NIST SP 800-63B-3, 5.1.1.2). The page advises a longer one. */
const shortest = 8;

/**
 * What the person has decided about a backup of the new key.
 * @param root around the markup of NewKey.astro
 * @returns the password, or none for no backup; undefined after telling what is wrong with the passwords
 */
export function readBackup(root: HTMLElement): { password?: string } | undefined {
  const place = part(root, '[data-backup]', HTMLElement);
  const first = part(place, '[data-backup-password]', HTMLInputElement);
  const second = part(place, '[data-backup-again]', HTMLInputElement);
  show(place, '[data-backup-problem], [data-again-problem]', false);
  for (const field of [first, second]) field.removeAttribute('aria-invalid');
  if (!root.querySelector('[data-backup-way][value="yes"]:checked')) return {};
  const fail = (field: HTMLInputElement, selector: string, text: string | undefined) => {
    part(place, selector, HTMLElement).textContent = text ?? '';
    show(place, selector, true);
    field.setAttribute('aria-invalid', 'true');
    field.focus();
    return undefined;
  };
  if ([...first.value].length < shortest) return fail(first, '[data-backup-problem]', place.dataset['short']);
  if (first.value !== second.value) return fail(second, '[data-again-problem]', place.dataset['different']);
  return { password: first.value };
}

/** Empties the passwords and goes back to no backup, for the next key. */
export function forgetBackup(root: HTMLElement): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('[data-backup] input')) field.value = '';
  for (const way of root.querySelectorAll<HTMLInputElement>('[data-backup-way]')) way.checked = way.value === '';
  show(root, '[data-backup]', false);
}
