import { formatDate } from '../../core/text/date.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import type { DeskApp } from './desk-app.ts';
import { deskViews } from './desk-views.ts';

/** Shows the view that the address names, while a campaign is open. */
export function showViews(app: DeskApp, signal: AbortSignal): void {
  const { root, $open } = app;
  let leaving = new AbortController();
  let shown = '';
  const open = () => {
    const view = deskViews.find(({ id }) => location.hash === `#${id}`) ?? deskViews[0];
    if (!view || !$open.get()) return;
    if (view.id === shown) return;
    leaving.abort();
    leaving = new AbortController();
    const own = leaving.signal;
    shown = view.id;
    root.dataset['deskView'] = view.id;
    for (const link of root.querySelectorAll<HTMLElement>('[data-view]')) {
      if (link.dataset['view'] === view.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    part(root, '[data-paper-view]', HTMLElement).textContent = view.name;
    const place = part(root, '[data-view-place]', HTMLElement);
    load(view.load())
      .then(({ show }) => {
        if (own.aborted) return;
        place.replaceChildren();
        show(place, app, own);
      })
      .catch((error: unknown) => {
        if (own.aborted) return;
        shown = '';
        app.failToLoad(error);
      });
  };
  window.addEventListener('hashchange', open, { signal });
  signal.addEventListener('abort', () => leaving.abort());
  const stop = $open.subscribe((now) => {
    const { name = '', recipient = '', dueOn = '' } = now?.campaign ?? {};
    const campaign = [name, recipient, dueOn && `提出期限 ${formatDate(dueOn)}`].filter(Boolean).join('　');
    part(root, '[data-paper-campaign]', HTMLElement).textContent = campaign;
    const day = part(root, '[data-paper-day]', HTMLElement);
    day.textContent = toWords(day, ['words'], { n: formatDate(app.today()) });
    open();
  });
  signal.addEventListener('abort', stop);
}
