import { syncMessage } from '../../../core/register/file-words.ts';
import { formatTime } from '../../parts/format-time.ts';
import { part, show } from '../../parts/parts.ts';
import { fillSlots } from '../../parts/templates.ts';
import { toWords } from '../../parts/to-words.ts';
import { toShortText } from '../../parts/visible-text.ts';
import { toFileName } from '../files/hand-out.ts';
import type { RegisterContext } from '../register-context.ts';
import { Binding, type BoundState } from './binding.ts';
import { chooseFile } from './file-handle.ts';

/** How often the file is looked at while the page is open, in milliseconds. */
const every = 30_000;
/** So long after a change the file is written: a person often changes two things. */
const soon = 400;

/**
 * Follows the file that the register is bound to, as long as the page is open.
 * @returns what a button does, by its name
 */
export function keepBound(
  root: HTMLElement,
  context: RegisterContext,
  signal: AbortSignal,
): (what: string) => Promise<void> {
  const { store, form, failToLoad } = context;
  const binding = new Binding(context);
  const look = () => document.visibilityState === 'visible' && void binding.sync();
  window.addEventListener('focus', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  const timer = setInterval(look, every);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let wasOff = store.$saving.get() === 'off';
  const stops = [
    // A shared device shows nothing that is stored, and the file is.
    store.$saving.listen((saving) => {
      if ((saving === 'off') === wasOff) return;
      wasOff = saving === 'off';
      void (wasOff ? binding.rest() : binding.resume()).catch(failToLoad);
    }),
    binding.$state.subscribe((state) => render(root, state)),
    store.$state.listen(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void binding.sync(), soon);
    }),
    () => clearInterval(timer),
    () => clearTimeout(waiting),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  const resumed = binding.resume().catch(failToLoad);
  return async (what) => {
    if (what === 'new' || what === 'open') {
      const handle = await chooseFile(what, toFileName(form.title));
      if (handle) await binding.bind(handle);
      return;
    }
    await resumed;
    if (what === 'allow') await binding.allow();
    else if (what === 'sync') await binding.sync(true);
    else await binding.unbind();
  };
}

function render(root: HTMLElement, state: BoundState): void {
  const isBound = state.kind !== 'none';
  show(root, '[data-bound-none]', !isBound);
  show(root, '[data-bound-is]', isBound);
  show(root, '[data-bound-do="sync"]', state.kind === 'same' || state.kind === 'problem');
  const asks = state.kind === 'asks' || (state.kind === 'problem' && state.problem === 'no-permission');
  show(root, '[data-bound-do="allow"]', asks);
  const [said, fault] = ['[data-bound-said]', '[data-bound-problem]'].map((at) => part(root, at, HTMLElement));
  if (!said || !fault) return;
  // The same again is not said again.
  const say = (place: HTMLElement, text: string) => {
    if (place.textContent !== text) place.textContent = text;
  };
  fault.hidden = state.kind !== 'problem' && state.kind !== 'asks';
  said.hidden = !isBound || !fault.hidden;
  if (!isBound) return;
  fillSlots(root, { file: toShortText(state.name, 80) });
  switch (state.kind) {
    case 'problem':
      say(fault, syncMessage(state.problem));
      break;
    case 'asks':
      say(fault, toWords(fault, ['asks']));
      break;
    case 'busy':
      say(said, toWords(said, ['busy']));
      break;
    case 'same': {
      const { at, brought, conflicts } = state;
      const names = ['same', ...(brought > 0 ? ['brought'] : []), ...(conflicts > 0 ? ['conflicts'] : [])];
      say(said, toWords(said, names, { t: formatTime(at), n: String(brought), k: String(conflicts) }));
    }
  }
}
