import type { Campaign, Desk } from '../../core/desk/desk.ts';
import { describeRule } from '../../core/desk/evaluate.ts';
import { formatDate } from '../../core/text/date.ts';
import { headerNames } from '../../record/v1/header/header.ts';
import { requestNames } from '../../record/v1/header/request.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';
import { renderFacts } from './render-facts.ts';

/** Shows which campaigns there are, and what the open one asks. */
export function showCampaigns(app: DeskApp, signal: AbortSignal): void {
  const { root, $desk, $open } = app;
  const details = part(root, '[data-invitation]', HTMLDetailsElement);
  const invite = () => {
    const open = $open.get();
    if (!details.open || !open) return;
    void load(import('./invite.ts'))
      .then(({ showInvitation }) => showInvitation(app, open.campaign))
      .catch(app.failToLoad);
  };
  details.addEventListener('toggle', invite, { signal });
  const stop = $open.subscribe((open) => {
    const campaign = open?.campaign;
    show(root, '[data-when-none]', !campaign);
    show(root, '[data-when-campaign]', campaign !== undefined);
    show(root, '[data-when-open]', campaign?.closedOn === '');
    show(root, '[data-when-closed]', campaign !== undefined && campaign.closedOn !== '');
    listChoices(root, $desk.get(), campaign);
    // What comes next is the main thing to do.
    const isEmpty = campaign !== undefined && companiesOf(campaign, $desk.get()).length === 0;
    markMain(part(root, '[data-do="new-campaign"]', HTMLElement), !campaign);
    markMain(part(root, '[data-do="add-companies"]', HTMLElement), isEmpty);
    if (campaign) renderFacts(root, part(root, '[data-campaign-facts]', HTMLElement), factsOf(campaign, open.desk));
    invite();
  });
  signal.addEventListener('abort', stop);
}

function listChoices(root: HTMLElement, { campaigns }: Desk, open: Campaign | undefined): void {
  const select = part(root, '[data-campaign]', HTMLSelectElement);
  const options = campaigns
    .filter(({ isStruck }) => !isStruck)
    .map(
      ({ id, name, closedOn }) =>
        new Option(name + (closedOn === '' ? '' : select.dataset['closed']), id, false, id === open?.id),
    );
  select.replaceChildren(...options);
  // One alone is no choice, but its name.
  select.value = open?.id ?? '';
}

function companiesOf({ id }: Campaign, { companies }: Desk) {
  return companies.filter((one) => one.campaign === id && !one.isStruck);
}

function markMain(button: HTMLElement, isMain: boolean): void {
  if (isMain) button.dataset['kind'] = 'main';
  else delete button.dataset['kind'];
}

function factsOf(campaign: Campaign, desk: Desk): [string, string][] {
  const { tool, recipient, business, dueOn, scope, contact, rule, before, closedOn, conflicts } = campaign;
  const count = companiesOf(campaign, desk).length;
  const facts: [string, string][] = [
    ['頼むもの', `${tool.title}（第${tool.version}版）`],
    [headerNames.recipient, recipient],
    [headerNames.business, business],
    [requestNames.dueOn, formatDate(dueOn)],
    [requestNames.scope, scope],
    [requestNames.contact, contact],
    ['合格の決め方', rule.kind === 'none' ? '' : describeRule(rule)],
    ['前の依頼', desk.campaigns.find((one) => one.id === before)?.name ?? ''],
    ['名簿', `${count}社`],
    ['締めた日', formatDate(closedOn)],
    ['食い違い', conflicts.length > 0 ? settleWords : ''],
  ];
  return facts.filter(([, words]) => words !== '');
}

const settleWords = '二人の書いたことが食い違っています。「依頼を直す」で、正しい内容にしてください。';
