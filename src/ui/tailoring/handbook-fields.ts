import { show } from '../parts/parts.ts';
import { filled } from './form-fields.ts';

/** Writes the documents that are ticked into the one field that holds their ids, and ticks those that it holds. */
export function joinHandbooks(form: HTMLFormElement, signal: AbortSignal): void {
  const field = form.querySelector<HTMLInputElement>('[name="handbooks"]');
  // Of a folder without documents there is none to choose.
  if (!field) return;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[data-handbook]')];
  const tick = () => {
    const ids = field.value.split(',');
    for (const box of boxes) box.checked = ids.includes(box.value);
    check();
  };
  const check = () => {
    const isNone = boxes.length > 0 && field.value === '';
    field.setCustomValidity(isNone ? ' ' : '');
    show(form, '[data-no-handbook]', isNone);
  };
  for (const box of boxes) {
    box.disabled = false;
    box.addEventListener(
      'change',
      () => {
        const isTicked = ({ checked }: HTMLInputElement) => checked;
        field.value = boxes
          .filter(isTicked)
          .map(({ value }) => value)
          .join(',');
        check();
      },
      { signal },
    );
  }
  tick();
  form.addEventListener(filled, tick, { signal });
}
