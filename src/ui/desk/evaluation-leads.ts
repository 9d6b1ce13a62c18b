import { encodeAnswers } from '../../core/decision/address.ts';
import type { Campaign } from '../../core/desk/desk.ts';
import type { EvaluatedRow } from '../../core/desk/evaluate.ts';
import { toFillAddress } from '../../core/form/fill-address.ts';
import { describeCount } from '../../core/returned-list/describe-returned-list.ts';
import { judgeReturnedList } from '../../core/returned-list/returned-list.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import type { DeskContext, DeskFacts } from './desk-context.ts';

/** Shows where an exception is decided: the decision that reads this list, and the paper of the evaluation, with what is known. */
export async function fillLeads(dialog: HTMLElement, context: DeskContext, one: EvaluatedRow): Promise<void> {
  const open = context.$open.get();
  const facts = await context.facts();
  if (!open) return;
  const leads = [
    ...facts.decisions
      .filter(({ reading }) => reading.list.id === open.campaign.tool.id)
      .map(({ id, title, reading }) =>
        link(`${context.base}decisions/${id}/${answersOf(reading, one)}`, `「${title}」で判断する`),
      ),
    ...facts.papers.map(({ id, title, fields }) => {
      const known = knownOf(one, open.campaign, context.today());
      const filling = { header: {}, tables: {}, fields: pick(known, fields) };
      return link(`${context.base}forms/${id}/${toFillAddress(filling).hash}`, `「${title}」を書く`);
    }),
  ];
  part(dialog, '[data-leads]', HTMLElement).replaceChildren(...leads);
  show(dialog, '[data-judge-leads]', leads.length > 0);
}

/** Shows the way into the register of contractors, with a row for each company that was evaluated. */
export async function showRegister(
  place: HTMLElement,
  context: DeskContext,
  campaign: Campaign,
  rows: readonly EvaluatedRow[],
): Promise<void> {
  const [register] = (await context.facts()).registers;
  show(place, '[data-judge-register]', register !== undefined && rows.length > 0);
  if (!register || rows.length === 0) return;
  const given = rows.map((one) => ({
    id: one.row.id.slice(0, 32),
    cells: pick(knownOf(one, campaign, context.today()), register.columns),
  }));
  const { hash, left } = toFillAddress({ header: {}, fields: {}, tables: { [register.table]: given } });
  const anchor = part(place, '[data-register]', HTMLAnchorElement);
  anchor.href = `${context.base}registers/${register.id}/${hash}`;
  anchor.textContent = toWords(anchor, ['words'], { n: register.title });
  const rest = part(place, '[data-register-left]', HTMLElement);
  rest.hidden = left === 0;
  rest.textContent = toWords(rest, ['words'], { n: String(rows.length - left), l: String(left) });
}

/** The answer that the list gives to the question of a decision; '' where a person has to look. */
function answersOf(reading: DeskFacts['decisions'][number]['reading'], { row }: EvaluatedRow): string {
  const { contents, shown, kind } = row;
  if (!contents || !shown || kind === 'look') return '';
  const standing = shown.form === 'reworded' || shown.form === 'renamed' ? shown.form : 'current';
  const judgement = judgeReturnedList(contents, reading, { standing, warning: undefined });
  return judgement.kind === 'chosen' ? `#a=${encodeAnswers({ [reading.question]: [judgement.option] })}` : '';
}

/** What is known of an evaluation, under the ids that papers and registers give it. */
function knownOf({ row, says, why, result }: EvaluatedRow, campaign: Campaign, today: string): Record<string, string> {
  const { counts, verdict, shown } = row;
  return {
    contractor: row.name,
    content: campaign.business,
    'evaluated-on': today,
    'list-number': shown?.documentNumber ?? '',
    'list-count': counts ? describeCount(counts, { kind: 'all' }) : '',
    result: says,
    reason: result === 'none' ? '' : why,
    next: verdict?.nextOn ?? '',
  };
}

function pick(known: Readonly<Record<string, string>>, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(known).filter(([id, text]) => text !== '' && ids.includes(id)));
}

function link(href: string, textContent: string): HTMLElement {
  return Object.assign(document.createElement('a'), {
    href,
    textContent,
    className: 'k-btn',
    target: '_blank',
    rel: 'noopener',
  });
}
