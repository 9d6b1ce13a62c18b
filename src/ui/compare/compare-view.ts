import { formatFragment, parseFragment } from '../../core/crosswalk/choice.ts';
import { isExportData, selectRows } from '../../core/crosswalk/export.ts';
import { toCsv } from '../../core/csv/csv.ts';
import { type Judged, type Judgement, judge } from '../../core/regulation/judge-conflict.ts';
import { type CompareChoice, createCompareChoice } from '../../stores/compare-choice.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part, show } from '../parts/parts.ts';

/** What CompareFrame.astro hands over: the page's own build wrote it. */
interface Page {
  kinds: Record<Judgement['kind'], string>;
  conflicts: Record<string, Judged>;
}

/**
 * Around a page of the comparison: shows what the chosen documents say, carries the choice to the other pages, and hands
 * out a CSV file. Without JavaScript all documents stand there.
 */
class CompareView extends LiveElement {
  #judged: Page = { kinds: { contradiction: '', difference: '', words: '' }, conflicts: {} };

  protected override arrive(signal: AbortSignal): void {
    this.#judged = JSON.parse(part(this, '[data-judged]', HTMLScriptElement).textContent ?? '');
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[name=document]')];
    const choice = createCompareChoice({
      known: boxes.map(({ value }) => value),
      storage: () => sessionStorage,
      key: this.dataset['key'] ?? '',
    });
    show(this, '[data-scripted]', true);
    choice.open(location.hash);
    this.follow(choice.$chosen.subscribe((chosen) => this.#show(chosen, boxes)));
    for (const box of boxes) {
      box.addEventListener('change', () => choice.choose(box.value, box.checked), { signal });
    }
    part(this, '[data-clear]', HTMLButtonElement).addEventListener('click', () => choice.clear(), { signal });
    part(this, '[data-print]', HTMLButtonElement).addEventListener('click', () => print(), { signal });
    part(this, '[data-csv]', HTMLButtonElement).addEventListener('click', () => this.#export(choice), { signal });
    const known = boxes.map(({ value }) => value);
    window.addEventListener(
      'hashchange',
      () => {
        if (parseFragment(location.hash, known).chosen) choice.open(location.hash);
      },
      { signal },
    );
    // `#place&c=…` is no id, so the browser does not go there by itself.
    const { anchor, chosen } = parseFragment(location.hash, known);
    if (anchor && chosen) document.getElementById(anchor)?.scrollIntoView();
  }

  #show(chosen: readonly string[], boxes: readonly HTMLInputElement[]): void {
    const isShown = (id = '') => chosen.length === 0 || chosen.includes(id);
    for (const box of boxes) box.checked = chosen.includes(box.value);
    for (const place of this.querySelectorAll<HTMLElement>('[data-document]')) {
      place.hidden = !isShown(place.dataset['document']);
    }
    for (const reason of this.querySelectorAll<HTMLElement>('[data-documents]')) {
      reason.hidden = !(reason.dataset['documents'] ?? '').split(' ').filter(Boolean).every(isShown);
    }
    const left = this.#judge(isShown);
    const note = this.querySelector<HTMLElement>('[data-left]');
    if (note) {
      note.hidden = left === 0;
      note.textContent = (note.dataset['left'] ?? '').replace('{n}', String(left));
    }
    part(this, '[data-clear]', HTMLButtonElement).hidden = chosen.length === 0;
    this.#say(chosen, boxes);
    this.#carry(chosen);
  }

  /**
   * Says what each contradiction or difference is between the chosen documents. What fewer than two of them speak of is
   * hidden. @returns how many panels are hidden
   */
  #judge(isChosen: (handbook: string) => boolean): number {
    const judgements = new Map(
      Object.entries(this.#judged.conflicts).map(([id, judged]) => [id, judge(judged, isChosen)]),
    );
    let left = 0;
    for (const mark of this.querySelectorAll<HTMLElement>('[data-of]')) {
      const judgement = judgements.get(mark.dataset['of'] ?? '');
      if (!judgement) continue;
      const { isShown, kind, strictest } = judgement;
      mark.hidden = !isShown;
      if (!isShown && 'conflict' in mark.dataset) left += 1;
      if ('kind' in mark.dataset) mark.dataset['kind'] = kind;
      for (const tag of mark.querySelectorAll<HTMLElement>('[data-tag]')) {
        tag.textContent = this.#judged.kinds[kind];
        if ('kind' in tag.dataset) tag.dataset['kind'] = kind;
      }
      for (const tag of mark.querySelectorAll<HTMLElement>('[data-strictest]')) {
        tag.hidden = !strictest.includes(tag.dataset['strictest'] ?? '');
      }
    }
    // In the list of all of them each stands under what it is, in the order of the file.
    for (const [id, { kind }] of judgements) {
      const listed = this.querySelector(`[data-list] > [data-of="${id}"]`);
      if (listed) this.querySelector(`[data-list="${kind}"]`)?.append(listed);
    }
    for (const none of this.querySelectorAll<HTMLElement>('[data-none]')) {
      none.hidden = this.querySelector(`[data-list="${none.dataset['none']}"] > :not([hidden])`) !== null;
    }
    for (const tally of this.querySelectorAll<HTMLElement>('[data-tally]')) {
      const some = tally.dataset['tally']?.split(' ').map((id) => judgements.get(id)) ?? [];
      const count = some.filter((one) => one?.isShown && one.kind === tally.dataset['kind']).length;
      tally.hidden = count === 0;
      tally.textContent = `${tally.dataset['name']} ${count}`;
    }
    return left;
  }

  #say(chosen: readonly string[], boxes: readonly HTMLInputElement[]): void {
    const status = part(this, '[data-status]', HTMLElement);
    const names = boxes
      .filter(({ value }) => chosen.includes(value))
      .map(({ labels }) => labels?.[0]?.textContent?.trim());
    const words = chosen.length === 0 ? status.dataset['all'] : status.dataset['some'];
    status.textContent = (words ?? '').replace('{names}', names.join('、'));
  }

  /** Into the address of this page and of the links to its sisters: behind the #, so that no server log holds it. */
  #carry(chosen: readonly string[]): void {
    const { anchor } = parseFragment(location.hash, []);
    const own = formatFragment({ anchor, chosen });
    if (location.hash !== own) history.replaceState(history.state, '', own || location.pathname + location.search);
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-carry]')) {
      link.hash = formatFragment({ anchor: link.dataset['carry'] ?? '', chosen });
    }
  }

  async #export(choice: CompareChoice): Promise<void> {
    const fault = part(this, '[data-fault]', HTMLElement);
    fault.hidden = true;
    try {
      const response = await fetch(this.dataset['source'] ?? '');
      const data: unknown = response.ok ? await response.json() : undefined;
      if (!isExportData(data)) throw new Error(`${this.dataset['source']} holds no rows.`);
      const rows = selectRows(data, this.dataset['topic'], choice.$chosen.get());
      download(this.dataset['file'] ?? 'compare.csv', 'text/csv', toCsv(rows));
    } catch {
      // Whether the network or the file is at fault, the person can only try again.
      fault.hidden = false;
    }
  }
}

customElements.define('compare-view', CompareView);
