import { unknownSignerMessage } from '../../core/returned-list/describe-returned-list.ts';
import { toFactList } from '../parts/fact-list.ts';
import { part } from '../parts/parts.ts';
import { renderSummary } from '../sign/summary-view.ts';
import type { RequestReading } from './read-request.ts';

/** Shows what was verified and what is asked for, so that nobody answers what he has not read. */
export function showRequest(
  at: HTMLElement,
  { request, facts, isRegistered }: RequestReading & { kind: 'read' },
): void {
  const place = part(at, '[data-request]', HTMLElement);
  part(place, '[data-request-facts]', HTMLElement).replaceChildren(toFactList(facts));
  const unknown = part(place, '[data-request-unknown]', HTMLElement);
  unknown.hidden = isRegistered;
  unknown.textContent = unknownSignerMessage;
  renderSummary(request.file.summary, part(place, '[data-request-summary]', HTMLElement));
  part(place, '[data-request-whole]', HTMLDetailsElement).open = true;
  place.hidden = false;
}
