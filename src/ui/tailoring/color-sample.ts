import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { filled } from './form-fields.ts';
import { findTailoring } from './tailoring-context.ts';

/** Shows a colour as the pages will have it, and says which near one can be read where this one cannot. */
class ColorSample extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { form } = findTailoring(this);
    const field = part(form, '[name="site.accent"]', HTMLInputElement);
    const look = () => void this.#show(field.value.trim());
    field.addEventListener('change', look, { signal });
    form.addEventListener(filled, look, { signal });
    const use = () => {
      field.value = part(this, '[data-near]', HTMLElement).textContent ?? '';
      field.focus();
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    part(this, '[data-use]', HTMLButtonElement).addEventListener('click', use, { signal });
    look();
  }

  async #show(color: string): Promise<void> {
    const isColor = /^#[0-9a-f]{6}$/i.test(color);
    show(this, '[data-color], [data-faint]', false);
    if (!isColor) return;
    const { derivePalette, findFaint, findReadable } = await import('../../core/brand/palette.ts');
    const isReadable = findFaint(color).length === 0;
    show(this, '[data-faint]', !isReadable);
    part(this, '[data-near]', HTMLElement).textContent = findReadable(color);
    show(this, '[data-color]', true);
    const { light, dark } = derivePalette(isReadable ? color : findReadable(color));
    for (const [at, palette, ground] of [
      ['light', light, '#ffffff'],
      ['dark', dark, '#1a1a1a'],
    ] as const) {
      const { style } = part(this, `[data-${at}]`, HTMLElement);
      style.color = palette['--k-key'];
      style.borderColor = palette['--k-key'];
      style.background = ground;
    }
  }
}

customElements.define('color-sample', ColorSample);
