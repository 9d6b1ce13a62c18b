import { findOutlived, findOverdue, isPast, pick, readUntil, type Shown } from '../../core/register/arrange.ts';
import { textOf } from '../../core/register/entry.ts';
import { type PeriodName, periodOf } from '../../core/register/period.ts';
import { isDate, toDateText } from '../../core/text/date.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import type { RegisterList } from './render-entry.ts';

const periods: readonly string[] = ['all', 'month', 'lastMonth', 'fiscalYear', 'lastFiscalYear'];
/** Before the id of a column: the entries that are in use and have nothing in it. */
const lacking = 'without:';
/** Of a column with more words than these, the others are found by the search. */
const mostWords = 100;

/** Chooses what is asked for by the fields above the list. Whether anything may be left out by that. */
export function pickShown(root: ParentNode, list: RegisterList, all: readonly Shown[]): [Shown[], boolean] {
  const words = part(root, '[data-search]', HTMLInputElement).value;
  const which = part(root, '[data-which]', HTMLSelectElement).value;
  const name = part(root, '[data-period]', HTMLSelectElement).value;
  show(root, '[data-own]', name === 'own');
  const day = (selector: string) => toDateText(part(root, selector, HTMLInputElement).value.trim());
  const own = { from: day('[data-from]'), until: day('[data-until]') };
  const isWrong = name === 'own' && [own.from, own.until].some((text) => text !== '' && !isDate(text));
  show(root, '[data-days-wrong]', isWrong);
  const period = isPeriod(name) ? periodOf(name, list.today) : isWrong ? { from: '', until: '' } : own;
  const narrowed = narrowings(root, list).filter(({ value }) => value !== '');
  const found = pick(all, { ...period, words, openOnly: false }).filter(
    (shown) =>
      (which === 'all' || isOf(which, shown, list)) &&
      narrowed.every(({ dataset, value }) => toValue(textOf(shown.state, dataset['narrow'] ?? '')) === value),
  );
  return [found, words.trim() !== '' || which !== 'all' || name !== 'all' || narrowed.length > 0];
}

/** Says at each choice how many entries there are, and offers the words that stand in the columns that narrow the list. */
export function countChoices(root: ParentNode, list: RegisterList, all: readonly Shown[]): void {
  for (const option of root.querySelectorAll<HTMLOptionElement>('[data-which] [data-words]')) {
    const count = all.filter((shown) => isOf(option.value, shown, list)).length;
    option.textContent = toWords(option, ['words'], { n: count.toLocaleString('en') });
  }
  for (const select of narrowings(root, list)) offerWords(select, all);
}

/** Shows all of the list again. */
export function clearChoices(root: ParentNode): void {
  part(root, '[data-find]', HTMLFormElement).reset();
}

/** The entries are in use and lack what stands in a column. */
export function lacks(
  { state, isOpen, isStruck }: Shown,
  { closedBy }: RegisterList['rules'],
  column: string,
): boolean {
  return !isStruck && (isOpen || closedBy.length === 0) && textOf(state, column) === '';
}

function offerWords(select: HTMLSelectElement, all: readonly Shown[]): void {
  const counts = new Map<string, number>();
  for (const { state } of all) {
    const text = textOf(state, select.dataset['narrow'] ?? '');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const was = select.value;
  const [first] = select.options;
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const often = sorted.toSorted(([, a], [, b]) => b - a).slice(0, mostWords);
  const options = sorted
    .filter((one) => often.includes(one))
    .map(([text, count]) => {
      const words = { v: text.replace(/\s+/g, ' ').slice(0, 40), n: count.toLocaleString('en') };
      return new Option(toWords(select, [text === '' ? 'none' : 'words'], words), toValue(text));
    });
  select.replaceChildren(...(first ? [first] : []), ...options);
  // What nobody is called any more cannot be asked for.
  select.value = counts.has(was.slice(1)) ? was : '';
}

/** The fields that narrow this list by a column; those of other lists are hidden. */
function narrowings(root: ParentNode, { table }: RegisterList): HTMLSelectElement[] {
  return [...root.querySelectorAll<HTMLSelectElement>('[data-narrow]')].filter((select) => {
    const isOwn = select.dataset['of'] === table.id;
    if (select.parentElement) select.parentElement.hidden = !isOwn;
    return isOwn;
  });
}

/** '' is no choice; a column may be empty. */
function toValue(text: string): string {
  return `=${text}`;
}

function isOf(which: string, shown: Shown, { rules, keeps, today }: RegisterList): boolean {
  if (which.startsWith(lacking)) return lacks(shown, rules, which.slice(lacking.length));
  switch (which) {
    case 'open':
      return shown.isOpen;
    case 'overdue':
      return findOverdue(shown, rules, today) !== undefined;
    case 'outlived':
      return findOutlived(shown, rules, today) !== undefined;
    case 'unread':
      return readUntil(shown, rules).kind === 'unreadable';
    case 'past':
      return isPast(shown, keeps, today);
    case 'conflict':
      return shown.isInConflict;
    default:
      return shown.isStruck;
  }
}

function isPeriod(name: string): name is PeriodName {
  return periods.includes(name);
}
