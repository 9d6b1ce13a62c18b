import { beginWithAddress } from '../../core/form/begin-with.ts';
import { type GivenRow, toGivenRows } from '../../core/register/given-rows.ts';
import { mergeEntries } from '../../core/register/merge.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import { emptyFormAnswers, headKeysOf } from '../../record/v1/form/given.ts';
import type { Header } from '../../record/v1/header/header.ts';
import { findPaper } from '../../stores/kept-papers.ts';
import { load } from '../parts/load.ts';
import { part, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { addEntry, addGiven } from './entry-dialog.ts';
import { confirmTaking } from './files/confirm-taking.ts';
import { sayTaken, toCount } from './files/file-words.ts';
import { planFor, toEntryId } from './files/take-rows.ts';
import { findAwaited } from './follow-lead.ts';
import type { RegisterContext } from './register-context.ts';
import { takeResult } from './take-result.ts';

/**
 * Takes what another page hands over in the address, `#fill=…`, or in the draft that it names, `#draft=<case>`: what is
 * whole after it was shown and confirmed, and one row alone, or what lacks something, filled in for the person to check.
 * The same address twice adds nothing.
 */
export async function takeGiven(context: RegisterContext, kind: 'fill' | 'draft', text: string): Promise<void> {
  const { form, rules, tables, now, tell, store } = context;
  const answers = kind === 'fill' ? readFill(context, text) : findDraft(context, text);
  if (!answers) {
    tell([kind === 'fill' ? 'givenWrong' : context.sharedDevice.isOn() ? 'givenShared' : 'givenGone']);
    return;
  }
  await store.look();
  fillHead(context, answers.header);
  const idOf = (about: string) => toEntryId(context, about);
  const { rows, hasRest } = toGivenRows(form, rules, answers, { source: text, idOf, today: today(now()) });
  const rest = hasRest ? ['givenRest'] : [];
  const [only, ...others] = tables;
  // Nothing is known but that something has to be entered.
  if (rows.length === 0 && !hasRest && only && others.length === 0) {
    await addEntry(context, only.id);
    return;
  }
  if (rows.length === 0) {
    tell(['givenNone', ...rest]);
    return;
  }
  const [row] = rows;
  const asked = rows.length === 1 && row ? findAwaited(context, row.cells) : undefined;
  if (row && asked) {
    await takeResult(context, asked.entries, asked.lead, row.cells);
    return;
  }
  const known = new Set(store.$state.get().entries.map(({ id }) => id));
  const news = rows.filter(({ id }) => !known.has(id));
  if (news.length === 0) tell(['givenKnown', ...rest], { n: toCount(rows.length) });
  else if (rows.length === 1) {
    if (hasRest) tell(rest);
    await addGiven(context, news);
  } else await takeRows(context, news, rows.length - news.length, rest);
}

/** @param known how many rows are entries already; @param rest names of sentences about what is no row */
async function takeRows(
  context: RegisterContext,
  rows: readonly GivenRow[],
  known: number,
  rest: readonly string[],
): Promise<void> {
  const { root, store, tables, tell, say, put } = context;
  const before = store.$state.get().entries;
  let entries = before;
  let same = known;
  const whole = rows.filter(({ isLacking }) => !isLacking);
  const lacking = rows.filter(({ isLacking }) => isLacking);
  for (const { id, columns } of tables) {
    const own = whole.filter(({ table }) => table === id);
    const columnIds = columns.map((column) => column.id);
    const plan = planFor(context, entries, id, own, columnIds);
    entries = plan.merged.entries;
    same += plan.same;
  }
  const { added, changed, conflicts } = mergeEntries(before, entries);
  const taking = { added: added.length, changed: changed.length, conflicts: conflicts.length, same };
  const written = new Set([...added, ...changed]);
  if (written.size > 0) {
    const names = ['givenRows', ...(lacking.length > 0 ? ['givenLacking'] : []), 'givenEnd', ...rest];
    const counts = { n: toCount(rows.length + known), l: toCount(lacking.length) };
    const line = toWords(part(root, '[data-done]', HTMLElement), names, counts);
    // Its dialog stands among the parts about files.
    await load(import('./define-files.ts'));
    if (!(await confirmTaking(context, [line], taking))) return tell(['givenStopped']);
    const news = entries.filter(({ id }) => written.has(id));
    if (!(await put(news, []))) return;
  }
  if (written.size > 0 || lacking.length === 0) say(sayTaken(context, taking));
  if (lacking.length > 0) await addGiven(context, lacking);
}

function readFill({ form }: RegisterContext, encoded: string): FormAnswers | undefined {
  return beginWithAddress(form, emptyFormAnswers(form, 'given'), encoded);
}

/** On a shared device a draft may be another person's. */
function findDraft({ base, form, sharedDevice }: RegisterContext, caseId: string): FormAnswers | undefined {
  return sharedDevice.isOn() ? undefined : findPaper(() => localStorage, base, form, caseId);
}

/** What the head of the papers does not say yet. */
function fillHead({ root, form, head }: RegisterContext, header: Header): void {
  for (const key of headKeysOf(form)) {
    const field = root.querySelector<HTMLInputElement>(`[data-header="${key}"]`);
    if (field?.value !== '' || header[key] === '' || key === 'checkedOn') continue;
    field.value = header[key];
    head.put(key, header[key]);
  }
}
