import { formatTime } from '../parts/format-time.ts';
import { download, part, show } from '../parts/parts.ts';
import type { DraftHost } from './draft-host.ts';

/** Says what was found when a draft was opened, until something is typed: then the person has gone on. */
export function announceOpenings({ root, store }: Pick<DraftHost, 'root' | 'store'>, signal: AbortSignal): void {
  const { $opened, $answers } = store;
  let unannounce = () => {};
  const announce = () => {
    const { opening } = $opened.get();
    unannounce();
    show(root, '[data-opening]', false);
    const notice = root.querySelector<HTMLElement>(`[data-opening="${opening.kind}"]`);
    if (!notice) return;
    notice.hidden = false;
    if (opening.kind === 'restored') {
      part(notice, '[data-saved-at]', HTMLElement).textContent = formatTime(opening.savedAt);
      unannounce = $answers.listen(() => {
        notice.hidden = true;
        unannounce();
      });
    }
    if (opening.kind === 'damaged' || opening.kind === 'newer') {
      const keep = () => download(`${opening.kind}-draft.json`, 'application/json', opening.text);
      part(notice, '[data-keep]', HTMLButtonElement).onclick = keep;
    }
  };
  const stop = $opened.subscribe(announce);
  signal.addEventListener('abort', () => {
    stop();
    unannounce();
  });
}
