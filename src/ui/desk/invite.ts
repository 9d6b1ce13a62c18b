import { composeLetter, letterText } from '../../core/desk/compose-letter.ts';
import type { Campaign } from '../../core/desk/desk.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { DeskApp } from './desk-app.ts';
import { showMailto } from './mailto.ts';

/** Most companies that are named as having no address. */
const mostNamed = 20;

/** Shows the link of a campaign and the mail to send with it. @throws LoadError when the letters do not arrive */
export async function showInvitation(app: DeskApp, campaign: Campaign): Promise<void> {
  const { root } = app;
  const { letters, organization } = await app.facts();
  const link = app.linkOf(campaign);
  const facts = { campaign, row: everybody, sender: organization, link, answerBy: '', today: app.today() };
  const letter = composeLetter('invitation', facts, letters);
  const body = letterText(letter);
  part(root, '[data-invitation-link]', HTMLTextAreaElement).value = link;
  part(root, '[data-invitation-subject]', HTMLInputElement).value = letter.subject;
  part(root, '[data-invitation-body]', HTMLTextAreaElement).value = body;
  show(root, '[data-invitation-form]', campaign.tool.kind !== 'checklist');
  showMailto(part(root, '[data-invitation-mailto]', HTMLAnchorElement), { to: '', subject: letter.subject, body });
  showAddresses(app, campaign);
}

/** Whom the mail goes to, and who has no address. */
function showAddresses({ root, $desk }: DeskApp, { id }: Campaign): void {
  const companies = $desk.get().companies.filter(({ campaign, isStruck }) => campaign === id && !isStruck);
  const addresses = [...new Set(companies.flatMap(({ mail }) => (mail === '' ? [] : [mail])))];
  show(root, '[data-invitation-addresses]', addresses.length > 0);
  part(root, '[data-invitation-to]', HTMLTextAreaElement).value = addresses.join('; ');
  const without = companies.filter(({ mail }) => mail === '').map(({ name }) => toShortText(name, 60));
  const told = part(root, '[data-invitation-no-mail]', HTMLElement);
  // Where the desk knows no address at all, nobody is missing.
  told.hidden = without.length === 0 || addresses.length === 0;
  const rest = without.length > mostNamed ? ' …' : '';
  const names = without.slice(0, mostNamed).join('、') + rest;
  told.textContent = toWords(told, ['words'], { n: String(without.length), m: names });
}

/** The mail is one for all companies. */
const everybody: DeskRow = {
  id: '',
  kind: 'missing',
  company: undefined,
  name: '関係各社',
  shown: undefined,
  others: [],
  contents: undefined,
  counts: undefined,
  expired: 0,
  submittedOn: '',
  reasons: [],
  next: 'wait',
  suggested: [],
  verdict: undefined,
};
