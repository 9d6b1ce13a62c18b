import type { ReadableAtom } from 'nanostores';

/**
 * Has the browser ask before the page is left while there is something to lose. A page that always listens would be kept
 * out of the back/forward cache.
 */
export function warnBeforeLeaving($isAtRisk: ReadableAtom<boolean>, signal: AbortSignal): void {
  const warn = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    // Browsers of some years ago ask only for this.
    event.returnValue = true;
  };
  const stop = $isAtRisk.subscribe((isAtRisk) => {
    if (isAtRisk) window.addEventListener('beforeunload', warn, { signal });
    else window.removeEventListener('beforeunload', warn);
  });
  signal.addEventListener('abort', stop);
}
