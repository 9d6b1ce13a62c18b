import { type Finding, findingKinds } from '../../core/inspection/finding.ts';
import type { InspectionInput } from '../../core/inspection/input.ts';
import { compareFindings, inspect } from '../../core/inspection/inspect.ts';
import type { Wording } from '../../core/tailoring/wording.ts';
import { part } from './parts.ts';

const shownAtMost = 20;

/** Wordings to compare: the site's own, and the one that somebody tries. */
interface Tried {
  input: InspectionInput;
  before: Wording;
  after: Wording;
}

/**
 * Shows what the inspection of the regulations finds with the tried values: what is new, what goes, and how much is left.
 * @param place element with the parts of ui/tailoring/Findings.astro; @param base the site's base path
 */
export function showFindings(place: HTMLElement, { input, before, after }: Tried, base: string): void {
  const change = compareFindings(inspect(input, before), inspect(input, after));
  const status = part(place, '[data-findings-status]', HTMLElement);
  const say = (words: string, count: number) => (status.dataset[words] ?? '').replace('%', String(count));
  status.textContent = [
    say(change.arisen.length > 0 ? 'arisen' : 'noneArisen', change.arisen.length),
    say('gone', change.gone.length),
    say('left', change.left.length),
    ...(change.arisen.length > shownAtMost ? [say('more', shownAtMost)] : []),
  ].join('');
  const template = part(place, 'template[data-finding]', HTMLTemplateElement);
  part(place, 'ol[data-arisen]', HTMLElement).replaceChildren(...toItems(template, change.arisen, base));
  part(place, 'ol[data-gone]', HTMLElement).replaceChildren(...toItems(template, change.gone, base));
  part(place, '[data-gone-block]', HTMLElement).hidden = change.gone.length === 0;
  for (const kind of findingKinds) {
    const count = change.left.filter((finding) => finding.kind === kind).length;
    part(place, `[data-left="${kind}"]`, HTMLElement).textContent = String(count);
  }
  place.hidden = false;
}

function toItems(template: HTMLTemplateElement, findings: readonly Finding[], base: string): DocumentFragment[] {
  return findings.slice(0, shownAtMost).map(({ kind, certainty, places, found, advice }) => {
    const item = template.content.cloneNode(true);
    if (!(item instanceof DocumentFragment)) throw new Error('The template for a finding holds no fragment.');
    part(item, '[data-kind]', HTMLElement).textContent = template.dataset[kind] ?? '';
    part(item, '[data-certainty]', HTMLElement).textContent = certainty;
    part(item, '[data-found]', HTMLElement).textContent = found;
    part(item, '[data-advice]', HTMLElement).textContent = advice;
    const links = places.flatMap(({ label, url }, index) => {
      const link = document.createElement('a');
      link.href = base + url;
      link.textContent = label;
      return index === 0 ? [link] : ['、', link];
    });
    part(item, '[data-places]', HTMLElement).replaceChildren(...links);
    return item;
  });
}
