import { toShortText } from '../visible-text.ts';
import { countOutcomes, countSound } from './count-outcomes.ts';
import { type Entry, isSound } from './entry.ts';
import { renderDetail } from './render-detail.ts';
import { renderGrade, renderRow } from './render-row.ts';
import { copyTemplate, fillSlots, findPart, type Texts } from './templates.ts';
import { toJapanTime } from './written-forms.ts';

/** Longest file name in a notice, in code points. */
const nameLimit = 80;

/** The list on the page: draws entries, counts and sentences into parts that stand in the HTML. */
export class ListView {
  readonly #root: HTMLElement;
  readonly #entries: Entry[] = [];

  /** @param root holds the parts and the templates. */
  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get length(): number {
    return this.#entries.length;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    findPart(this.#root, '[data-rows]').append(renderRow(this.#root, entry));
    if (isSound(entry)) findPart(this.#root, '[data-details]').append(renderDetail(this.#root, entry));
  }

  clear(): void {
    this.#entries.length = 0;
    for (const part of ['[data-rows]', '[data-details]', '[data-notices]', '[data-counts]'])
      findPart(this.#root, part).replaceChildren();
    this.showProgress(0);
    this.#say('cleared');
  }

  /** @param waiting how many files are still to be checked */
  showProgress(waiting: number): void {
    const progress = this.#root.querySelector('progress');
    if (progress) {
      progress.hidden = waiting === 0;
      progress.max = Math.max(1, this.length + waiting);
      progress.value = this.length;
    }
    findPart(this.#root, '[data-cancel]').hidden = waiting === 0;
    findPart(this.#root, '[data-heading]').hidden = this.length + waiting === 0;
    findPart(this.#root, '[data-results]').hidden = this.length === 0;
  }

  announceProgress(waiting: number): void {
    this.#say('running', { total: String(this.length + waiting), done: String(this.length) });
  }

  notice(name: 'left-out' | 'not-loaded' | 'cancelled', texts: Texts = {}): void {
    findPart(this.#root, '[data-notices]').append(copyTemplate(this.#root, `notice-${name}`, texts));
  }

  /** @param current name of the file that was under way; @param left how many were not checked, with this one */
  noticeCancelled({ current, left }: { current: string; left: number }): void {
    this.notice('cancelled', { current: toShortText(current, nameLimit), left: String(left) });
  }

  dropNotices(): void {
    findPart(this.#root, '[data-notices]').replaceChildren();
  }

  /**
   * Shows the whole with its counts; an empty list says nothing.
   * @param checkedAt this machine's clock
   */
  finish(checkedAt: Date): void {
    this.showProgress(0);
    if (this.length === 0) {
      findPart(this.#root, '[data-status]').replaceChildren();
      return;
    }
    const outcomes = this.#entries.map(({ outcome }) => outcome);
    const counts = countOutcomes(outcomes).map(({ example, count }) => {
      const line = copyTemplate(this.#root, 'count', { count: String(count) });
      findPart(line, '[data-grade]').append(renderGrade(this.#root, example, 'tampering'));
      return line;
    });
    findPart(this.#root, '[data-counts]').replaceChildren(...counts);
    fillSlots(findPart(this.#root, '[data-stamp]'), { checkedAt: toJapanTime(checkedAt) });
    this.#say('done', { total: String(this.length), sound: String(countSound(outcomes)) });
  }

  /** Announces a sentence politely: the place for it is a live region that was in the page from the start. */
  #say(name: 'running' | 'done' | 'cleared', texts: Texts = {}): void {
    findPart(this.#root, '[data-status]').replaceChildren(copyTemplate(this.#root, `say-${name}`, texts));
  }
}
