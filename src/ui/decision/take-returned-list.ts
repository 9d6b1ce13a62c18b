import {
  describeCount,
  describeFile,
  describeJudgement,
  takenMessage,
} from '../../core/returned-list/describe-returned-list.ts';
import { isTaken, type ListReading } from '../../core/returned-list/returned-list.ts';
import { toFactList } from '../parts/fact-list.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';
import { type ReturnedReading, readReturnedList } from './read-returned-list.ts';
import { keepFacts } from './returned-facts.ts';
import looks from './returned-list.css?url';

type Read = Extract<ReturnedReading, { kind: 'read' }>;

/** What earlier files of this page brought: theirs to replace, unlike what a person chose. */
export interface Written {
  option?: HTMLInputElement;
}

/**
 * Reads a file that came back, says what it is, chooses the answer that it gives and keeps its facts for the papers. What
 * is refused changes nothing.
 * @param written kept up
 * @param isWanted asked before anything is changed
 * @throws LoadError when some of what verifies does not arrive
 */
export async function takeReturnedList(
  element: HTMLElement,
  file: File,
  written: Written,
  isWanted: () => boolean,
): Promise<void> {
  const { base = '/', generator = '' } = findDecision(element).root.dataset;
  const reading = readReading(element);
  const [found] = await Promise.all([readReturnedList(file, reading, { base, generator }), loadLooks([looks])]);
  if (!isWanted()) return;
  if (found.kind === 'refused') {
    part(element, '[data-refused]', HTMLElement).textContent = found.message;
    show(element, '[data-refused]', true);
    return;
  }
  const option = choose(element, found, written);
  noteFacts(element, reading, found);
  const sentences = [
    ...describeJudgement(found.judgement, option, found.isRegistered),
    ...(isTaken(found.judgement) ? [takenMessage] : []),
  ];
  const place = part(element, '[data-found]', HTMLElement);
  place.replaceChildren(
    ...sentences.map((textContent) => Object.assign(document.createElement('p'), { textContent })),
    toFactList(describeFile(found.file, found.judgement.counts)),
  );
  place.dataset['judged'] = found.judgement.kind;
  show(element, '[data-found]', true);
}

/** The build wrote this JSON into the page; see read-readings.ts. */
function readReading(element: HTMLElement): ListReading {
  return JSON.parse(element.querySelector('script[data-reading]')?.textContent ?? '');
}

/** @returns the words of the option; '' for none */
function choose(element: HTMLElement, { judgement }: Read, written: Written): string {
  const fieldset = element.closest<HTMLElement>('[data-question]');
  if (!fieldset) return '';
  if (judgement.kind === 'open') {
    // What an earlier file chose is not this one's answer.
    if (written.option?.checked) written.option.checked = false;
    return '';
  }
  const input = part(fieldset, `input[value="${judgement.option}"]`, HTMLInputElement);
  input.checked = true;
  written.option = input;
  // The form hears of it as of a choice by hand.
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return input.closest('label')?.querySelector('b')?.textContent ?? '';
}

/** Keeps the facts for the papers of the result. Of a file that may not be taken, nothing is kept, and nothing of an earlier one. */
function noteFacts(element: HTMLElement, { need }: ListReading, { file, judgement }: Read): void {
  const { store, sharedDevice } = findDecision(element);
  const { company, documentNumber } = file;
  const count = describeCount(judgement.counts, need);
  const facts = isTaken(judgement) ? { company, documentNumber, count } : {};
  keepFacts(store.$given.get().case, facts, !sharedDevice.isOn());
}
