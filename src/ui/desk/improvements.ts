import { dueIn, listRemedies, type Remedy } from '../../core/desk/remedies.ts';
import { foldText } from '../../core/text/fold.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { part, show as showParts } from '../parts/parts.ts';
import { copyTemplate } from '../parts/templates.ts';
import type { DeskContext } from './desk-context.ts';
import looks from './desk-views.css?url';
import { fillMendRow, renderMendRow } from './mend-row.ts';
import { firstRows, markChip, pressed, sayIn, showMore, whilePrinting } from './view-parts.ts';
import { writeRemark } from './write-remark.ts';

const whens = ['open', 'overdue', 'month', 'none', 'done'] as const;
type When = (typeof whens)[number];
const kinds = ['cross', 'unanswered', 'expired'] as const;
type Kind = (typeof kinds)[number];

/** What of the list is looked at; it lasts as long as the page. */
const looked: { when: When; kinds: Set<Kind>; search: string } = { when: 'open', kinds: new Set(), search: '' };

/** 改善一覧: what has to be mended, to be written on where it stands. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  void loadLooks([looks]).catch(context.failToLoad);
  place.append(copyTemplate(context.root, 'desk-improvements'));
  const search = part(place, '[data-mend-search]', HTMLInputElement);
  search.value = looked.search;
  let all: Remedy[] = [];
  /** Rows stay where they are while somebody writes on them; they are put in order anew when they are chosen anew. */
  let ids: readonly string[] = [];
  let limit = firstRows;
  const rows = new Map<string, HTMLElement>();
  const drawRows = () => {
    const byId = new Map(all.map((one) => [one.id, one]));
    const shown = ids.slice(0, limit).flatMap((id) => byId.get(id) ?? []);
    const drawn = shown.map((one) => {
      const row = rows.get(one.id) ?? renderMendRow(context.root, one);
      rows.set(one.id, row);
      fillMendRow(row, one);
      return row;
    });
    const body = part(place, '[data-mend-rows]', HTMLElement);
    // What stands there already stays, and so does the focus.
    const isSame = body.children.length === drawn.length && drawn.every((row, index) => body.children[index] === row);
    if (!isSame) body.replaceChildren(...drawn);
    showMore(place, '[data-mend-more]', ids.length - limit);
  };
  const choose = () => {
    const found = pick(all, context.today());
    ids = found.map(({ id }) => id);
    limit = firstRows;
    drawRows();
    count();
  };
  const count = () => {
    const today = context.today();
    for (const chip of place.querySelectorAll<HTMLElement>('[data-when]')) {
      const when = whens.find((one) => one === chip.dataset['when']) ?? 'open';
      markChip(chip, ofWhen(all, when, today).length, looked.when === when);
    }
    for (const chip of place.querySelectorAll<HTMLElement>('[data-mend-kind]')) {
      const kind = kinds.find((one) => one === chip.dataset['mendKind']) ?? 'cross';
      markChip(
        chip,
        ofWhen(all, looked.when, today).filter((one) => kindOf(one) === kind).length,
        looked.kinds.has(kind),
      );
    }
    sayIn(place, '[data-mend-found]', 'words', { n: String(ids.length), t: String(all.length) });
    showParts(place, '[data-mend-none]', ids.length === 0);
  };
  const follow = () => {
    const open = context.$open.get();
    if (!open) return;
    all = listRemedies(open.rows, open.desk, context.today());
    const there = new Set(all.map(({ id }) => id));
    const isWritten = ids.length > 0 && ids.every((id) => there.has(id)) && place.contains(document.activeElement);
    if (!isWritten) choose();
    else {
      drawRows();
      count();
    }
  };
  const press = (event: Event) => {
    const when = whens.find((one) => one === pressed(event, 'data-when'));
    const kind = kinds.find((one) => one === pressed(event, 'data-mend-kind'));
    if (when) looked.when = when;
    if (kind && !looked.kinds.delete(kind)) looked.kinds.add(kind);
    if (when || kind) choose();
    if (pressed(event, 'data-more') !== undefined) {
      limit = Number.POSITIVE_INFINITY;
      drawRows();
    }
    const out = pressed(event, 'data-out');
    if (out) void handOut(out).catch(context.failToLoad);
  };
  const handOut = async (out: string) => {
    const { writeMends } = await import('./write-mends.ts');
    const open = context.$open.get();
    if (open) await writeMends(place, context, { open, all, shown: pick(all, context.today()), out });
  };
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const one = all.find(({ id }) => id === target.closest<HTMLElement>('[data-mend-row]')?.dataset['mendRow']);
    if (one && target.dataset['mend']) void writeRemark(context, one, target).catch(context.failToLoad);
  };
  const type = () => {
    looked.search = search.value;
    choose();
  };
  place.addEventListener('click', press, { signal });
  place.addEventListener('change', change, { signal });
  search.addEventListener('input', type, { signal });
  part(place, 'form', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault(), { signal });
  let before = limit;
  const grow = () => {
    before = limit;
    limit = Number.POSITIVE_INFINITY;
    drawRows();
  };
  const shrink = () => {
    limit = before;
    drawRows();
  };
  whilePrinting(signal, grow, shrink);
  const stop = context.$open.subscribe(follow);
  signal.addEventListener('abort', stop);
}

/** The remedies that are asked for by chips and words, what is overdue first. */
function pick(all: readonly Remedy[], today: string): Remedy[] {
  const words = looked.search.split(/\s+/u).map(fold).filter(Boolean);
  return ofWhen(all, looked.when, today).filter((one) => {
    if (looked.kinds.size > 0 && !looked.kinds.has(kindOf(one))) return false;
    const text = fold([one.company, one.item.text, `No.${one.item.number}`, one.remark?.text ?? ''].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

function ofWhen(all: readonly Remedy[], when: When, today: string): Remedy[] {
  if (when === 'month') return dueIn(all, today.slice(0, 7));
  return all.filter(({ doneOn, isOverdue, dueOn }) => {
    if (when === 'done' || doneOn !== '') return (when === 'done') === (doneOn !== '');
    return when === 'open' || (when === 'overdue' ? isOverdue : dueOn === '');
  });
}

function kindOf({ kind }: Remedy): Kind {
  return kind === 'notDone' || kind === 'partial' ? 'cross' : kind;
}

function fold(text: string): string {
  return foldText(text).toLowerCase();
}
