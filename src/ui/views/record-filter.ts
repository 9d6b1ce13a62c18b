import { formatFragment, parseFragment } from '../../core/crosswalk/choice.ts';
import { createCompareChoice } from '../../stores/compare-choice.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';

/**
 * Around the records: shows those of the chosen documents and phases. For whom one works is remembered together with the
 * comparison's choice, for as long as the tab is open. Without JavaScript all of them stand there.
 */
class RecordFilter extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[name=document]')];
    const known = boxes.map(({ value }) => value);
    const choice = createCompareChoice({ known, storage: () => sessionStorage, key: this.dataset['key'] ?? '' });
    part(this, 'form', HTMLFormElement).hidden = false;
    choice.open(location.hash);
    this.follow(
      choice.$chosen.subscribe((chosen) => {
        for (const box of boxes) box.checked = chosen.includes(box.value);
        this.#show(chosen);
      }),
    );
    part(this, 'form', HTMLFormElement).addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'document')
          choice.choose(target.value, target.checked);
        else this.#show(choice.$chosen.get());
      },
      { signal },
    );
    window.addEventListener(
      'hashchange',
      () => {
        if (parseFragment(location.hash, known).chosen) choice.open(location.hash);
      },
      { signal },
    );
  }

  #show(chosen: readonly string[]): void {
    const ticked = [...this.querySelectorAll<HTMLInputElement>('input[name=phase]:checked')];
    const phases = ticked.map(({ value }) => value);
    const isIn = (some: readonly string[], id = '') => some.length === 0 || some.includes(id);
    const seen = new Set<string>();
    for (const section of this.querySelectorAll<HTMLElement>('[data-document]')) {
      let isEmpty = true;
      for (const group of section.querySelectorAll<HTMLElement>('[data-phase]')) {
        group.hidden = !isIn(phases, group.dataset['phase']);
        if (!group.hidden) isEmpty = false;
      }
      section.hidden = isEmpty || !isIn(chosen, section.dataset['document']);
      if (section.hidden) continue;
      for (const row of section.querySelectorAll<HTMLElement>('[data-phase]:not([hidden]) [data-record]')) {
        seen.add(row.dataset['record'] ?? '');
      }
    }
    const status = part(this, '[data-status]', HTMLElement);
    const isAll = chosen.length === 0 && phases.length === 0;
    status.textContent = isAll ? (status.dataset['all'] ?? '') : `${seen.size}${status.dataset['some']}`;
    this.#carry(chosen);
  }

  /** Into the address of this page: behind the #, so that no server log holds it. */
  #carry(chosen: readonly string[]): void {
    const { anchor } = parseFragment(location.hash, []);
    const own = formatFragment({ anchor, chosen });
    if (location.hash !== own) history.replaceState(history.state, '', own || location.pathname + location.search);
  }
}

customElements.define('record-filter', RecordFilter);
