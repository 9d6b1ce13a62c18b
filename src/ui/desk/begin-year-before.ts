import { beginCampaign, beginCompany, change } from '../../core/desk/write.ts';
import type { Entry } from '../../core/register/entry.ts';
import { isDate } from '../../core/text/date.ts';
import { newId } from '../parts/new-id.ts';
import { toWords } from '../parts/to-words.ts';
import type { DeskContext } from './desk-context.ts';
import { sayIn } from './view-parts.ts';

/** Makes a campaign for the files of the time before, with the same companies, and opens it so that they can be put in. */
export async function beginYearBefore(place: ParentNode, context: DeskContext, button: HTMLElement): Promise<void> {
  const open = context.$open.get();
  const known = open && context.entryOf(open.campaign.id);
  if (!open || !known) return;
  const { campaign, desk } = open;
  const id = newId(8);
  const { tool, recipient, business, scope, contact, rule } = campaign;
  const texts = { tool, recipient, business, scope, contact, rule };
  const name = toWords(button, ['words'], { n: campaign.name });
  // What was signed before then is told as too early, so it begins two years earlier.
  const days = { dueOn: '', begunOn: yearsBefore(campaign.begunOn || context.today(), 2), before: '' };
  const { at, by } = context.writing();
  const companies = desk.companies.filter((one) => one.campaign === campaign.id && !one.isStruck);
  const entries: Entry[] = [
    beginCampaign(id, { ...texts, ...days, name }, context.writing()),
    ...companies.map(({ name: company, person, mail }) =>
      beginCompany(id, { name: company, person, mail, parent: '' }, { at, by }, context.sha256),
    ),
    change<'campaign'>(known, { before: id }, context.writing()),
  ];
  if (!(await context.put(entries))) return;
  context.openCampaign(id);
  sayIn(place, '[data-years-said]', 'made');
}

/** @param day `YYYY-MM-DD` @returns the first of the same month, so many years before */
function yearsBefore(day: string, years: number): string {
  const first = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4, 7)}-01`;
  return isDate(first) ? first : '';
}
