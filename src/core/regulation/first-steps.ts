import { minutesOf } from './duration.ts';
import type { Library } from './library.ts';
import type { Provision, Time } from './provision.ts';

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
    // What an import took for such a step may be any: one under a heading that speaks of it comes first.
    const isHeaded = ({ section }: Provision) => section.some(({ caption }) => /発見|報告|連絡|初動/.test(caption));
    const step = (source.wording === 'original' && steps.find(isHeaded)) || steps[0];
    if (!step) return [];
    const about = step.section.findLast(({ caption }) => caption !== '')?.caption ?? '';
    return [{ short: source.short, about, label: step.label, url: step.url }];
  });
}
