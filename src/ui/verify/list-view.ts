import type { Contact, SignerMatch } from '../../core/address-book/address-book.ts';
import { load } from '../parts/load.ts';
import { copyTemplate, fillSlots, findPart, type Texts } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import { toJapanTime } from '../parts/written-forms.ts';
import { countOutcomes, countSound } from './count-outcomes.ts';
import { type Entry, isSound, type Surroundings } from './entry.ts';
import { renderDetail } from './render-detail.ts';
import { isContradicted, renderGrade, renderRow } from './render-row.ts';
import { hasLastDay } from './see-first.ts';
import { gradeBeside } from './surroundings.ts';

/** Longest file name in a notice, in code points. */
const nameLimit = 80;

/** Names of the page's templates for notices. */
type NoticeName =
  | 'left-out'
  | 'not-loaded'
  | 'cancelled'
  | 'part-missing'
  | 'register-saved'
  | 'register-unsaved'
  | 'register-full';

/** An entry with what is drawn of it. */
interface Drawn extends Surroundings {
  entry: Entry;
  row: HTMLElement;
  /** Of a sound file. */
  detail: HTMLElement | undefined;
}

/** The list on the page: draws entries, counts and sentences into parts that stand in the HTML. */
export class ListView {
  readonly #root: HTMLElement;
  readonly #names = new Map<string, string>();
  #drawn: Drawn[] = [];
  #contacts: readonly Contact[] = [];
  #relations: typeof import('./relations.ts') | undefined;
  #matchSigner: typeof import('./match-signer.ts').matchSigner | undefined;

  /** @param root holds the parts and the templates. */
  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get length(): number {
    return this.#drawn.length;
  }

  /** The files of the list with what is known of them, in order. */
  get entries(): readonly Readonly<Surroundings & { entry: Entry }>[] {
    return this.#drawn;
  }

  /**
   * Fetches what an entry needs before it is added.
   * @throws LoadError when it does not arrive
   */
  async prepare(): Promise<void> {
    this.#matchSigner ??= (await load(import('./match-signer.ts'))).matchSigner;
  }

  /** Only after prepare(). */
  add(entry: Entry): void {
    this.#names.set(entry.id, entry.name);
    const drawn = this.#draw(entry, { match: this.#match(entry), relation: undefined });
    this.#drawn.push(drawn);
    findPart(this.#root, '[data-rows]').append(drawn.row);
    if (drawn.detail) findPart(this.#root, '[data-details]').append(drawn.detail);
  }

  clear(): void {
    this.#drawn = [];
    this.#names.clear();
    for (const part of ['[data-rows]', '[data-details]', '[data-notices]', '[data-counts]'])
      findPart(this.#root, part).replaceChildren();
    this.showProgress(0);
    this.#say('cleared');
  }

  /** Puts the signers beside other contacts; what that changes is drawn anew. */
  compareWith(contacts: readonly Contact[]): void {
    this.#contacts = contacts;
    this.#drawn = this.#drawn.map((old) => {
      const match = this.#match(old.entry);
      if (JSON.stringify(match) === JSON.stringify(old.match)) return old;
      const drawn = this.#draw(old.entry, { match, relation: old.relation });
      old.row.replaceWith(drawn.row);
      if (drawn.detail) old.detail?.replaceWith(drawn.detail);
      return drawn;
    });
  }

  #match(entry: Entry): SignerMatch {
    if (!this.#matchSigner) throw new Error('ListView.prepare() comes before the first entry.');
    return this.#matchSigner(this.#contacts, entry);
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
    // Before all are checked it is not known which files belong together.
    for (const button of this.#root.querySelectorAll<HTMLElement>('[data-export], [data-export-xlsx]'))
      button.hidden = waiting > 0;
    findPart(this.#root, '[data-expiry]').hidden =
      waiting > 0 || !this.#drawn.some(({ entry }) => isSound(entry) && hasLastDay(entry.outcome.verification.file));
    findPart(this.#root, '[data-heading]').hidden = this.length + waiting === 0;
    findPart(this.#root, '[data-results]').hidden = this.length === 0;
  }

  announceProgress(waiting: number): void {
    this.#say('running', { total: String(this.length + waiting), done: String(this.length) });
  }

  notice(name: NoticeName, texts: Texts = {}): void {
    findPart(this.#root, '[data-notices]').append(copyTemplate(this.#root, `notice-${name}`, texts));
  }

  /** @param current name of the file that was under way; @param left how many were not checked, with this one */
  noticeCancelled({ current, left }: { current: string; left: number }): void {
    this.notice('cancelled', { current: toShortText(current, nameLimit), left: String(left) });
  }

  /** One notice in the place of all others. */
  replaceNotice(name: NoticeName): void {
    this.dropNotices();
    this.notice(name);
  }

  /** A notice in the details of one file, which gets the focus: drawing them anew has taken it from what was pressed. */
  noticeAt(id: string, name: NoticeName): void {
    const detail = this.#drawn.find(({ entry }) => entry.id === id)?.detail;
    if (!detail) return;
    const place = findPart(detail, '[data-own-notices]');
    place.replaceChildren(copyTemplate(this.#root, `notice-${name}`));
    place.focus();
  }

  dropNotices(): void {
    findPart(this.#root, '[data-notices]').replaceChildren();
  }

  /**
   * Shows the whole with its counts, and how the files stand to one another; an empty list says nothing.
   * @param checkedAt this machine's clock
   */
  async finish(checkedAt: Date): Promise<void> {
    this.showProgress(0);
    if (this.length === 0) {
      findPart(this.#root, '[data-status]').replaceChildren();
      return;
    }
    await this.#relate();
    // Cleared while that was on its way.
    if (this.length === 0) return;
    this.#showCounts();
    fillSlots(findPart(this.#root, '[data-stamp]'), { checkedAt: toJapanTime(checkedAt) });
    const sound = countSound(this.#drawn.map(({ entry }) => entry.outcome));
    this.#say('done', { total: String(this.length), sound: String(sound) });
  }

  #draw(entry: Entry, surroundings: Surroundings): Drawn {
    const { match } = surroundings;
    const row = renderRow(this.#root, gradeBeside(entry, match), match);
    const detail = isSound(entry) ? renderDetail(this.#root, entry, match) : undefined;
    const drawn = { ...surroundings, entry, row, detail };
    this.#showRemarks(drawn);
    return drawn;
  }

  async #relate(): Promise<void> {
    try {
      this.#relations ??= await load(import('./relations.ts'));
    } catch {
      // What each file is stands there; what they are to one another is missing, and that is said.
      this.notice('part-missing');
      return;
    }
    const relations = this.#relations.relateEntries(this.#drawn.map(({ entry }) => entry));
    for (const drawn of this.#drawn) {
      const relation = relations.get(drawn.entry.id);
      // The others' names do not change, so equal relations are drawn already.
      if (JSON.stringify(relation) === JSON.stringify(drawn.relation)) continue;
      drawn.relation = relation;
      this.#showRemarks(drawn);
    }
  }

  #showRemarks({ relation, row, detail }: Drawn): void {
    const nameOf = (id: string) => this.#names.get(id) ?? '';
    for (const part of [row, detail]) {
      const place = part?.querySelector<HTMLElement>('[data-remarks]');
      const remarks = relation ? (this.#relations?.renderRemarks(this.#root, relation, nameOf) ?? []) : [];
      place?.replaceChildren(...remarks);
      const frame = place?.closest<HTMLElement>('[data-when-remarks]');
      if (frame) frame.hidden = remarks.length === 0;
    }
  }

  #showCounts(): void {
    const counts = countOutcomes(this.#drawn.map(({ entry }) => entry.outcome)).map(({ example, count }) => {
      const line = copyTemplate(this.#root, 'count', { count: String(count) });
      findPart(line, '[data-grade]').append(renderGrade(this.#root, example, 'tampering'));
      return line;
    });
    const older = this.#drawn.filter(({ relation }) => relation?.place === 'older').length;
    const contradicted = this.#drawn.filter(({ entry }) => isSound(entry) && isContradicted(entry.outcome)).length;
    if (contradicted > 0) counts.push(copyTemplate(this.#root, 'count-contradicted', { count: String(contradicted) }));
    if (older > 0) counts.push(copyTemplate(this.#root, 'count-older', { count: String(older) }));
    findPart(this.#root, '[data-counts]').replaceChildren(...counts);
  }

  /** Announces a sentence politely: the place for it is a live region that was in the page from the start. */
  #say(name: 'running' | 'done' | 'cleared', texts: Texts = {}): void {
    findPart(this.#root, '[data-status]').replaceChildren(copyTemplate(this.#root, `say-${name}`, texts));
  }
}
