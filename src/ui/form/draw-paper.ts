import { countRows } from '../../record/v1/form/limits.ts';
import { summarizeForm } from '../../record/v1/form/summarize.ts';
import type { FormStore } from '../../stores/form.ts';
import { renderSummary } from '../sign/summary-view.ts';
import { hangSize } from './hang-size.ts';

/** Draws the open paper as it stands, for printing; a sheet to be hung up in letters that go by its rows. */
export function drawPaper({ definition, $answers }: FormStore, into: HTMLElement): void {
  const answers = $answers.get();
  renderSummary(summarizeForm(definition, answers, { documentNumber: '' }), into);
  const hanging = into.closest<HTMLElement>('[data-hangs]');
  if (hanging) hanging.dataset['hangs'] = hangSize(countRows(definition, answers));
}
