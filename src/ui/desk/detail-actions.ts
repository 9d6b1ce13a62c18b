import { isMail, readMail } from '../../core/desk/paste-companies.ts';
import { readDay } from '../../core/desk/read-day.ts';
import { sayOfReturn } from '../../core/desk/receive.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { parentMessage } from '../../core/desk/tree.ts';
import { beginCompany, change, companyId, restore, strike } from '../../core/desk/write.ts';
import type { Entry } from '../../core/register/entry.ts';
import { withState } from '../../core/register/merge.ts';
import { toCompanyKey } from '../../core/text/company-key.ts';
import { isDate } from '../../core/text/date.ts';
import { part } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';

interface Asked {
  app: DeskApp;
  dialog: HTMLElement;
  row: DeskRow;
  button: HTMLElement;
}

/** What the buttons of a row's detail do. @returns Japanese: what to mend first; undefined when it is done */
export const detailActions: Readonly<Record<string, (asked: Asked) => Promise<string | undefined>>> = {
  async 'set-owner'({ app, dialog, row }) {
    const company = part(dialog, '[data-owner-company]', HTMLSelectElement).value;
    if (company === '') return 'どの会社のものかを選んでください。';
    return sayOf(app, row, { company, campaign: app.$open.get()?.campaign.id ?? '' }, 'placed');
  },
  async 'list-owner'({ app, row }) {
    const campaign = app.$open.get()?.campaign.id ?? '';
    const { shown } = row;
    if (!shown) return undefined;
    const name = (shown.companyName || shown.organization).replace(/\s+/g, ' ').trim();
    if (toCompanyKey(name) === '')
      return 'このファイルには会社名がありません。「会社を加える」で名簿に加えてから、会社を選んでください。';
    const id = companyId(campaign, name, 0, app.sha256);
    const struck = app.entryOf(id);
    const { at, by } = app.writing();
    const texts = { name, person: '', mail: '', parent: '' };
    const company = struck ? restore(struck, app.writing()) : beginCompany(campaign, texts, { at, by }, app.sha256);
    const entry = app.entryOf(shown.id);
    const said = entry ? [sayOfReturn(entry, { company: id, campaign }, app.writing())] : [];
    return write(app, [company, ...said], 'placed');
  },
  async 'set-campaign'({ app, dialog, row }) {
    const campaign = part(dialog, '[data-owner-campaign]', HTMLSelectElement).value;
    return sayOf(app, row, { campaign, company: '' }, 'placed');
  },
  async 'set-sealed'({ app, dialog, row }) {
    const field = part(dialog, '#detail-sealed', HTMLInputElement);
    field.value = readDay(field.value, app.today(), 'past');
    if (field.value !== '' && !isDate(field.value)) return '届いた日を、年月日の順に入力してください。例: 2026-12-25';
    return sayOf(app, row, { 'sealed-on': field.value }, field.value === '' ? 'changed' : 'sealed');
  },
  async 'strike-return'({ app, dialog, row }) {
    const reason = part(dialog, '#detail-strike', HTMLInputElement).value.trim();
    if (reason === '') return '外す訳を入力してください。';
    const entry = row.shown && app.entryOf(row.shown.id);
    return entry ? write(app, [strike(entry, reason, app.writing())], 'struck') : undefined;
  },
  async 'strike-company'({ app, dialog, row }) {
    const reason = part(dialog, '#company-strike', HTMLInputElement).value.trim();
    if (reason === '') return '名簿から外す訳を入力してください。';
    const entry = row.company && app.entryOf(row.company.id);
    return entry ? write(app, [strike(entry, reason, app.writing())], 'struck') : undefined;
  },
  'save-company': saveCompany,
  async settle({ app, button }) {
    const entry = app.entryOf(button.dataset['entry'] ?? '');
    const state = entry?.states.find(({ id }) => id === button.dataset['state']);
    if (!entry || !state) return undefined;
    const { cells, struck, reason = '' } = state;
    return write(app, [withState(entry, { cells, ...(struck && { struck, reason }) }, app.writing())], 'settled');
  },
};

async function saveCompany({ app, dialog, row: { company } }: Asked): Promise<string | undefined> {
  const entry = company && app.entryOf(company.id);
  if (!company || !entry) return undefined;
  const text = (key: string) =>
    (dialog.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-company="${key}"]`)?.value ?? '').trim();
  const cells = {
    name: text('name'),
    person: text('person'),
    mail: readMail(text('mail')),
    parent: text('parent'),
    note: text('note'),
    'paper-on': readDay(text('paper-on'), app.today(), 'past'),
  };
  if (toCompanyKey(cells.name) === '') return '会社名を入力してください。';
  if (cells.mail !== '' && !isMail(cells.mail))
    return 'メールを、アドレスの形で入力してください。例: tanto@example.co.jp';
  if (cells['paper-on'] !== '' && !isDate(cells['paper-on']))
    return '届いた日を、年月日の順に入力してください。例: 2026-12-25';
  const companies = app.$desk.get().companies.filter((one) => one.campaign === company.campaign && !one.isStruck);
  const twin = companies.find((one) => one.id !== company.id && toCompanyKey(one.name) === toCompanyKey(cells.name));
  if (twin) return `「${twin.name}」が、もう名簿にあります。別の会社なら、支店や部署の名前を付けてください。`;
  const wrong = parentMessage(company, cells.parent, companies);
  if (wrong !== undefined) return wrong;
  return write(app, [change<'company'>(entry, cells, app.writing())], 'changed');
}

async function sayOf(
  app: DeskApp,
  { shown }: DeskRow,
  said: Parameters<typeof sayOfReturn>[1],
  done: string,
): Promise<string | undefined> {
  const entry = shown && app.entryOf(shown.id);
  return entry ? write(app, [sayOfReturn(entry, said, app.writing())], done) : undefined;
}

async function write(app: DeskApp, entries: readonly Entry[], done: string): Promise<undefined> {
  const isDone = await app.put(entries);
  // Behind an open dialog nothing can have the focus.
  part(app.root, '[data-detail]', HTMLDialogElement).close();
  if (isDone) app.tell([done]);
}
