import type { Shown } from '../../core/register/arrange.ts';
import type { Entry } from '../../core/register/entry.ts';
import type { Lead } from '../../core/register/rules.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { toCount } from './files/file-words.ts';
import { followLead } from './follow-lead.ts';
import type { RegisterContext } from './register-context.ts';
import { RegisterList } from './register-list.ts';
import { nameEntry } from './render-entry.ts';
import { findNext } from './take-result.ts';

/** Does what a button says that is about several entries, or about the next one that waits for a decision. */
export async function pressSeveral(context: RegisterContext, button: HTMLElement): Promise<void> {
  const element = part(context.root, 'register-list', RegisterList);
  const place = button.closest<HTMLElement>('[data-lead-at]');
  const lead = element.list.rules.leads?.[Number(place?.dataset['leadAt'])];
  const href = place?.dataset['href'] ?? '';
  if (!place || !lead) return;
  switch (button.dataset['several']) {
    case 'next': {
      const next = findNext(element, lead);
      if (next) followLead(context, lead, [next.first], href);
      break;
    }
    case 'see':
      place.hidden = true;
      await element.see(`without:${lead.returns[0]}`);
      break;
    default:
      chooseEntries(context, element, place, lead, href);
  }
}

/** Each row gets a box; those that are ticked go to the decision together. */
function chooseEntries(
  context: RegisterContext,
  element: RegisterList,
  place: HTMLElement,
  lead: Lead,
  href: string,
): void {
  const { root, tell } = context;
  const bar = part(place, '[data-several-bar]', HTMLElement);
  const chosen = new Map<string, Entry>();
  const controller = new AbortController();
  const { signal } = controller;
  const count = () => fillSlots(bar, { chosen: toCount(chosen.size) });
  // What is struck out, done with, or in conflict waits for nothing.
  const may = ({ isOpen, isStruck, isInConflict }: Shown) =>
    !isStruck && !isInConflict && (isOpen || element.list.rules.closedBy.length === 0);
  const addBox = (row: HTMLElement, shown: Shown) => {
    if (!may(shown)) return;
    const copy = copyTemplate(root, 'choose', { name: nameEntry(element.list, shown) });
    const box = part(copy, 'input', HTMLInputElement);
    box.checked = chosen.has(shown.entry.id);
    box.addEventListener('change', () => {
      if (box.checked) chosen.set(shown.entry.id, shown.entry);
      else chosen.delete(shown.entry.id);
      count();
    });
    part(row, '.k-entry__b', HTMLElement).prepend(copy);
  };
  const end = () => {
    controller.abort();
    bar.hidden = true;
    show(place, '[data-several="choose"]', true);
    element.onDraw(undefined);
  };
  const on = (selector: string, act: () => void) =>
    part(bar, selector, HTMLButtonElement).addEventListener('click', act, { signal });
  on('[data-choose-all]', () => {
    for (const shown of element.found) if (may(shown)) chosen.set(shown.entry.id, shown.entry);
    element.onDraw(addBox);
    count();
  });
  on('[data-choose-none]', () => {
    chosen.clear();
    element.onDraw(addBox);
    count();
  });
  on('[data-choose-stop]', () => {
    end();
    part(place, '[data-several="choose"]', HTMLButtonElement).focus();
  });
  on('[data-choose-go]', () => {
    if (chosen.size === 0) tell(['chooseFirst']);
    else followLead(context, lead, [...chosen.values()], href);
  });
  count();
  bar.hidden = false;
  show(place, '[data-several="choose"]', false);
  element.onDraw(addBox);
  part(bar, '[data-choose-all]', HTMLButtonElement).focus();
}
