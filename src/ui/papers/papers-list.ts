import { formatDate } from '../../core/text/date.ts';
import { countPapers } from '../../stores/count-papers.ts';
import { createPaperTicks, type PaperTicks, type Ticks } from '../../stores/paper-ticks.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show, today } from '../parts/parts.ts';
import { followClients, isShown } from './follow-clients.ts';

/**
 * Around the papers of all documents: shows those of the clients one works for, keeps what is ticked, and counts the drafts.
 * Without JavaScript all of them stand there, with boxes to tick on paper.
 */
class PapersList extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    const shared = createSharedDevice(() => sessionStorage, base);
    const documents = [...this.querySelectorAll<HTMLElement>('[data-client]')];
    const ticks = createPaperTicks({
      storage: () => localStorage,
      base,
      known: documents.map(({ dataset }) => dataset['document'] ?? ''),
      keepsNothing: shared.isOn(),
    });
    show(this, '[data-scripted]', true);
    show(this, '[data-shared]', shared.isOn());
    show(this, '[data-damaged]', ticks.isDamaged());
    this.follow(
      followClients(this, signal, (chosen) => {
        for (const place of this.querySelectorAll<HTMLElement>('[data-document]'))
          place.hidden = !isShown(chosen, place.dataset['document']);
      }),
    );
    this.follow(ticks.$ticks.subscribe((all) => this.#show(all)));
    this.follow(ticks.$isKept.subscribe((isKept) => show(this, '[data-unkept]', !isKept && !shared.isOn())));
    this.addEventListener('change', ({ target }) => this.#tick(target, ticks), { signal });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-clear]')) {
      button.addEventListener('click', () => this.#clear(button, ticks), { signal });
    }
    part(this, '[data-print]', HTMLButtonElement).addEventListener('click', () => print(), { signal });
    const look = () => {
      ticks.look();
      this.#count(base, shared.isOn());
    };
    // Coming back from a form, or from another tab.
    window.addEventListener('pageshow', look, { signal });
    window.addEventListener('storage', look, { signal });
    this.#count(base, shared.isOn());
  }

  #tick(target: EventTarget | null, ticks: PaperTicks): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'paper') return;
    const { document = '' } = target.closest<HTMLElement>('[data-client]')?.dataset ?? {};
    ticks.tick(document, target.value, target.checked ? today(new Date()) : undefined);
  }

  #clear(button: HTMLButtonElement, ticks: PaperTicks): void {
    const place = button.closest<HTMLElement>('[data-client]');
    part(this, '[data-clear-name]', HTMLElement).textContent = place?.dataset['client'] ?? '';
    ask(this, '[data-clear-papers-dialog]', () => ticks.clear(place?.dataset['document'] ?? ''));
  }

  #show(all: Ticks): void {
    for (const place of this.querySelectorAll<HTMLElement>('[data-client]')) {
      const own = all[place.dataset['document'] ?? ''] ?? {};
      const boxes = [...place.querySelectorAll<HTMLInputElement>('input[name=paper]')];
      for (const box of boxes) {
        const day = Object.hasOwn(own, box.value) ? own[box.value] : undefined;
        box.checked = day !== undefined;
        const words = box.closest('td')?.querySelector<HTMLElement>('[data-day]');
        if (words) words.textContent = day === undefined ? '' : formatDate(day);
      }
      const count = boxes.filter(({ checked }) => checked).length;
      const words = part(place, '[data-progress]', HTMLElement);
      words.textContent = (words.dataset['words'] ?? '').replace('{all}', `${boxes.length}`).replace('{n}', `${count}`);
      part(place, '[data-clear]', HTMLButtonElement).hidden = count === 0;
    }
  }

  #count(base: string, keepsNothing: boolean): void {
    for (const note of this.querySelectorAll<HTMLElement>('[data-drafts]')) {
      const count = keepsNothing ? 0 : countPapers(() => localStorage, base, note.dataset['drafts'] ?? '');
      note.hidden = count === 0;
      note.textContent = (note.dataset['words'] ?? '').replace('{n}', `${count}`);
    }
  }
}

customElements.define('papers-list', PapersList);
