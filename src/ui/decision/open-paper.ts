import { fillPaper } from '../../core/decision/fill-paper.ts';
import type { DecisionPaper } from '../../core/decision/papers.ts';
import { type Filling, toFillAddress } from '../../core/form/fill-address.ts';
import { decide } from '../../record/v1/decision/decide.ts';
import { fillDecision } from '../../record/v1/decision/fill.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { keepPaper } from '../../stores/keep-paper.ts';
import { load } from '../parts/load.ts';
import { newCase, newId } from '../parts/new-id.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';
import { fetchAsked } from './fetch-asked.ts';
import { factsOf } from './returned-facts.ts';

/**
 * Opens a form as a new case that begins with what is known from the answers: in its address, or, where that is more than
 * an address may hold, in a draft of it on this device.
 * @param element holds the list of forms; @param link leads to the form
 * @throws LoadError when what goes into it does not arrive
 */
export async function openPaper(element: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const { root, store, sharedDevice } = findDecision(element);
  const { base = '/' } = root.dataset;
  const [asked, papers] = await Promise.all([
    load(fetchAsked(base, store.definition)),
    load(fetchPapers(base, store.definition.id)),
  ]);
  const { answers, header, case: caseId } = store.$given.get();
  const definition = fillDecision(asked);
  const verdict = decide(definition, answers);
  const paper = papers.find(({ form }) => form === link.dataset['makePaper']);
  if (!paper || verdict.kind !== 'decided') return;
  const filled = fillPaper(paper, {
    definition,
    steps: verdict.steps,
    result: verdict.result,
    returned: factsOf(caseId),
    newRowId: newId,
  });
  // To whom and for which work a decision was made is another client's business on another client's paper.
  const { company, checker } = header;
  const filling: Filling = { ...filled, header: { company, checker } };
  const { hash, left } = toFillAddress(filling);
  if (left === 0) {
    location.assign(link.href + hash);
    return;
  }
  const draftId = newCase();
  const kept: FormAnswers = {
    format: 'kitei-answers/1',
    kind: 'form',
    form: paper.form,
    version: paper.version,
    case: draftId,
    ...filled,
    header: { company, checker, checkedOn: '', recipient: paper.addressee, business: '' },
  };
  if (!sharedDevice.isOn() && keepPaper(() => localStorage, base, kept, new Date()) === 'kept') {
    location.assign(`${link.href}#draft=${draftId}`);
    return;
  }
  part(element, '[data-cut-rows]', HTMLElement).textContent = String(left);
  part(element, '[data-cut-link]', HTMLAnchorElement).href = link.href + hash;
  show(element, '[data-paper-cut]', true);
}

/** @throws Error when the site was replaced by another version since the page was opened */
async function fetchPapers(base: string, id: string): Promise<DecisionPaper[]> {
  const response = await fetch(`${base}decisions/${id}/papers.json`);
  if (!response.ok) throw new Error(`What goes into the forms answered ${response.status}.`);
  return response.json();
}
