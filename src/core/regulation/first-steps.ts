import { minutesOf } from './duration.ts';
import type { Library } from './library.ts';
import type { Provision, Time } from './provision.ts';

const aboutAccidents = /事故|インシデント|侵害|発見|報告|連絡|初動/;

/** It cannot wait: at once, without delay, or within minutes or hours of the same day. */
export function isUrgent({ within }: Pick<Time, 'within'>): boolean {
  if (within === undefined) return false;
  return within === 'immediately' || within === 'promptly' || (minutesOf(within) ?? Infinity) <= 24 * 60;
}

/** What each document wants done at once when something has happened: the first such provision of each, and what it is about. */
export function findFirstSteps({ handbooks, provisions }: Pick<Library, 'handbooks' | 'provisions'>) {
  return handbooks.flatMap(({ id, source }) => {
    const steps = [...provisions.values()].filter(
      ({ handbook, topics, when }) =>
        handbook === id &&
        topics.includes('incident') &&
        // A sample clause is no instruction.
        !topics.includes('contract') &&
        when?.times.some(isUrgent),
    );
    // A step that belongs to other work comes behind one under a heading that speaks of it.
    const isHeaded = ({ section }: Provision) => section.some(({ caption }) => aboutAccidents.test(caption));
    const step = steps.find(isHeaded) ?? steps[0];
    if (!step) return [];
    const about = step.section.findLast(({ caption }) => caption !== '')?.caption ?? '';
    return [{ short: source.short, about, label: step.label, url: step.url }];
  });
}
