import { LiveElement } from '../parts/live-element.ts';
import { filled, listFields, readField } from './form-fields.ts';
import { findTailoring } from './tailoring-context.ts';

/**
 * One step at a time. The address says which, so that a link leads to a step or to a field in it, and the browser's back
 * leads to the step before. Without JavaScript all of them stand on the page.
 */
class TailoringSteps extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { form } = findTailoring(this);
    window.addEventListener('hashchange', () => this.#go(true), { signal });
    this.#go(false);
    const count = () => this.#count(form);
    count();
    form.addEventListener('change', count, { signal });
    form.addEventListener(filled, count, { signal });
  }

  #steps(): HTMLElement[] {
    return [...findTailoring(this).root.querySelectorAll<HTMLElement>('[data-step]')];
  }

  /** Shows the step that the address names; an address that names nothing in one changes nothing. */
  #go(isAsked: boolean): void {
    const target = document.getElementById(decode(location.hash.slice(1)));
    const steps = this.#steps();
    const named = steps.find((step) => step.contains(target));
    if (!named && isAsked) return;
    const current = named ?? steps[0];
    for (const step of steps) step.hidden = step !== current;
    for (const link of this.querySelectorAll<HTMLElement>('[data-to]')) {
      if (link.dataset['to'] === current?.id) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    if (!target || !named) return;
    // Until now it may have been hidden, and nothing hidden can be scrolled to.
    target.scrollIntoView();
    const field = target === named ? undefined : target.querySelector<HTMLElement>(':is(input, select):not([hidden])');
    if (field) field.focus({ preventScroll: true });
    else if (isAsked) named.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  #count(form: HTMLFormElement): void {
    for (const step of this.#steps()) {
      const fields = [...listFields(form).values()].filter((field) => step.contains(field));
      const boxes = [...step.querySelectorAll<HTMLInputElement>('[data-handbook]')];
      const count =
        boxes.length > 0 ? boxes.filter(({ checked }) => checked) : fields.filter((field) => readField(field) !== '');
      const place = this.querySelector(`[data-to="${step.id}"] [data-filled]`);
      if (place) place.textContent = String(count.length);
    }
  }
}

/** A fragment that somebody wrote by hand may be no text at all. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}

customElements.define('tailoring-steps', TailoringSteps);
