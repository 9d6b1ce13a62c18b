import type { EvaluatedRow } from '../../core/desk/evaluate.ts';
import { readDay } from '../../core/desk/read-day.ts';
import { isDate } from '../../core/text/date.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { DeskContext } from './desk-context.ts';
import { fillLeads } from './evaluation-leads.ts';
import { sayIn } from './view-parts.ts';
import { type VerdictTexts, verdictEntry } from './write-verdict.ts';

/** Asks what a person decides of one company, and leads to where that is decided. */
export async function askVerdict(
  place: HTMLElement,
  context: DeskContext,
  one: EvaluatedRow,
  signal: AbortSignal,
): Promise<void> {
  const { row } = one;
  const { company } = row;
  if (!company) return;
  const dialog = findPart(copyTemplate(context.root, 'desk-judge-dialog'), 'dialog');
  if (!(dialog instanceof HTMLDialogElement)) return;
  fillSlots(dialog, { name: toShortText(row.name, 100), found: `${one.says}　${toShortText(one.why, 400)}` });
  place.append(dialog);
  const field = (key: keyof VerdictTexts) => findField(dialog, key);
  const { result = '', reason = '', documentNumber = '', nextOn = '' } = row.verdict ?? {};
  for (const [key, text] of Object.entries({ result, reason, documentNumber, nextOn }))
    field(key as keyof VerdictTexts).value = text;
  const submit = async (event: Event) => {
    event.preventDefault();
    const day = readDay(field('nextOn').value, context.today(), 'coming');
    field('nextOn').value = day;
    const chosen = field('result').value;
    const why = field('reason').value.trim();
    const problem = findProblem({ day, isException: chosen !== '' && chosen !== one.found, why });
    const told = part(dialog, '[data-judge-problem]', HTMLElement);
    told.textContent = problem ?? '';
    told.hidden = problem === undefined;
    if (problem) {
      told.focus();
      return;
    }
    const texts = { reason: why, documentNumber: field('documentNumber').value.trim(), nextOn: day };
    const said: VerdictTexts['result'] = chosen === 'pass' || chosen === 'fail' ? chosen : '';
    if (!(await context.put([verdictEntry(context, company.id, { ...texts, result: said })]))) return;
    dialog.close();
    sayIn(place, '[data-judge-said]', 'saved');
  };
  dialog.addEventListener('submit', (event) => void submit(event).catch(context.failToLoad));
  dialog.addEventListener('close', () => dialog.remove());
  part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close());
  signal.addEventListener('abort', () => dialog.remove());
  dialog.showModal();
  await fillLeads(dialog, context, one);
}

/** Japanese: what is to be mended first. */
function findProblem({
  day,
  isException,
  why,
}: {
  day: string;
  isException: boolean;
  why: string;
}): string | undefined {
  if (day !== '' && !isDate(day)) return '次の評価日を、年月日の順に入力してください。例: 2027-12-25';
  if (isException && why === '') return '決め方と違う評価にするときは、そう決めたわけを入力してください。';
  return undefined;
}

function findField(
  dialog: HTMLElement,
  key: keyof VerdictTexts,
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const found = dialog.querySelector(`[data-verdict="${key}"]`);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement || found instanceof HTMLTextAreaElement)
    return found;
  throw new Error(`The dialog has no field "${key}".`);
}
