import { composeLetter, letterText } from '../../core/desk/compose-letter.ts';
import type { Campaign } from '../../core/desk/desk.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { part, show } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';

/** Longest address that mail programs take, in letters. */
const longestMailto = 1800;

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
  const mailto = `mailto:?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const anchor = part(root, '[data-invitation-mailto]', HTMLAnchorElement);
  anchor.hidden = mailto.length > longestMailto;
  anchor.href = anchor.hidden ? '' : mailto;
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
