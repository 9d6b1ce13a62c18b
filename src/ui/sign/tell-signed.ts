import { part } from '../parts/parts.ts';
import { groupFingerprint } from './key-choice.ts';
import type { PdfPlan } from './make-pdf.ts';
import type { UsableKey } from './sign-plan.ts';

/**
 * What to do with a file that was just signed: where it lies, the fingerprint in groups that two people can follow on the
 * telephone, and a mail to copy.
 * @param root around the markup of Signed.astro; @param base path of the site
 */
export function tellSigned(
  root: HTMLElement,
  { summary, fileName, header }: PdfPlan,
  key: UsableKey,
  base: string,
): void {
  const groups = groupFingerprint(key.facts.fingerprint)
    .split(' ')
    .flatMap((group) => [Object.assign(document.createElement('li'), { textContent: group }), ' ']);
  groups.pop();
  part(root, '[data-fingerprint]', HTMLElement).replaceChildren(...groups);
  const texts: Record<string, string> = {
    t: summary.title,
    c: header.company,
    n: header.checker,
    r: header.recipient,
    d: summary.number,
    f: fileName,
    v: new URL(`${base}verify/`, location.href).href,
  };
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-mail]')) {
    const words = (field.dataset['mail'] ?? '').replace(/%([tcnrdfv])/g, (_, name: string) => texts[name] ?? '');
    // A mail to nobody in particular begins with its first sentence.
    field.value = header.recipient === '' ? words.replace(/^ 御中\n+/, '') : words;
  }
}

/** Copies the field that a button stands beside; where the clipboard is closed, it is left selected for Ctrl+C. */
export async function copyMail(root: HTMLElement, button: HTMLElement): Promise<void> {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-mail]#${button.dataset['copies']}`);
  const said = part(root, '[data-mail-said]', HTMLElement);
  if (!field) return;
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = said.dataset['copied'] ?? '';
  } catch {
    // Plain http, or refused.
    field.focus();
    field.select();
    said.textContent = said.dataset['selected'] ?? '';
  }
}
