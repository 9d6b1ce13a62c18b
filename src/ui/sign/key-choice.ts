import type { KeyFacts } from '../../stores/key-store.ts';
import { part, show } from '../parts/parts.ts';

/** What the person wants to sign with. */
export type KeyChoice = { way: 'file' } | { way: 'new' } | { way: 'here'; key: KeyFacts };

/** A name as the check list has it. */
type Name = Pick<KeyFacts, 'commonName' | 'organization'>;

/** Binds the fieldset of KeyChoice.astro. */
export function bindKeyChoice(root: HTMLElement, signal: AbortSignal) {
  const select = part(root, '[data-kept-key]', HTMLSelectElement);
  const fresh = part(select, 'option', HTMLOptionElement);
  let offered: readonly KeyFacts[] = [];
  let wanted: Name = { commonName: '', organization: '' };
  const isSame = (key: Name) => toPlain(key) === toPlain(wanted);
  const chosen = () => offered.find(({ fingerprint }) => fingerprint === select.value);
  const isFile = () => root.querySelector('[data-way][value="file"]:checked') !== null;
  const render = () => {
    show(root, '[data-way-file]', isFile());
    show(root, '[data-way-here]', !isFile());
    show(root, '[data-some-keys]', offered.length > 0);
    show(root, '[data-no-keys]', offered.length === 0);
    const key = chosen();
    show(root, '[data-other-name]', key !== undefined && !isSame(key));
    part(root, '[data-key-of]', HTMLElement).textContent = key ? nameOf(key) : '';
  };
  root.addEventListener('change', render, { signal });

  return {
    /** Offers keys: chosen is the one that is asked for, or the latest of this name, or else a new key. */
    offer(keys: readonly KeyFacts[], name: Name, fingerprint?: string): void {
      offered = keys;
      wanted = name;
      // Nothing to choose while there is none.
      const fold = root.closest('details');
      if (fold && keys.length > 0) fold.open = true;
      select.replaceChildren(...keys.map(toOption), fresh);
      select.value = fingerprint ?? keys.find(isSame)?.fingerprint ?? '';
      render();
    },
    read(): KeyChoice {
      if (isFile()) return { way: 'file' };
      const key = chosen();
      return key ? { way: 'here', key } : { way: 'new' };
    },
  };

  function toOption({ label, fingerprint }: KeyFacts): HTMLOptionElement {
    const pattern = select.dataset['option'] ?? '';
    return new Option(
      pattern.replace('%finger', fingerprint.slice(0, 4)).replace('%label', () => label),
      fingerprint,
    );
  }
}

/** Person and company in one line. A certificate without a person is called by its company already. */
export function nameOf({ commonName, organization }: Name): string {
  if (`${commonName} `.startsWith(`${organization} `)) return commonName;
  return [organization, commonName].filter(Boolean).join(' ');
}

/** As a certificate made here holds it, and so a key that came back from its backup: without variation selectors. */
function toPlain({ commonName, organization }: Name): string {
  return `${organization}\n${commonName}`.replace(/\p{Variation_Selector}/gu, '');
}

/** A fingerprint in groups of four, as people read it out. */
export function groupFingerprint(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
