import { campaignProblems } from '../../core/desk/campaign-problems.ts';
import type { Campaign, PassRule } from '../../core/desk/desk.ts';
import { readDay } from '../../core/desk/read-day.ts';
import { beginCampaign, type CampaignTexts, campaignCells, change } from '../../core/desk/write.ts';
import { showProblems } from '../parts/error-summary.ts';
import { newId } from '../parts/new-id.ts';
import { part } from '../parts/parts.ts';
import type { DeskApp } from './desk-app.ts';

/** Asks what a campaign asks for, and writes it. @param known the one to be changed; undefined for a new one */
export function askCampaign(app: DeskApp, known: Campaign | undefined): void {
  const dialog = part(app.root, '[data-campaign-dialog]', HTMLDialogElement);
  const form = part(dialog, 'form', HTMLFormElement);
  const controller = new AbortController();
  const { signal } = controller;
  part(dialog, '[data-dialog-heading]', HTMLElement).textContent = dialog.dataset[known ? 'known' : 'new'] ?? '';
  fill(app, form, known);
  showProblems(dialog, []);
  const least = () => {
    part(form, '[data-pass-least]', HTMLElement).hidden = field(form, 'pass').value !== 'least';
  };
  least();
  // What was typed into a new one and given up stays for the next press.
  const entry = known && app.entryOf(known.id);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    field(form, 'dueOn').value = readDay(field(form, 'dueOn').value, app.today(), 'coming');
    const texts = readTexts(app, form, known);
    const problems = campaignProblems(texts, askedItems(form), app.today());
    const summary = showProblems(dialog, problems);
    if (problems.length > 0) {
      summary.focus();
      return;
    }
    const id = known?.id ?? newId(8);
    const written = entry
      ? change<'campaign'>(entry, campaignCells(texts), app.writing())
      : beginCampaign(id, texts, app.writing());
    if (!(await app.put([written]))) return;
    dialog.close();
    if (!known) {
      form.reset();
      app.openCampaign(id);
    }
    app.tell([known ? 'changed' : 'made']);
  };
  const tidy = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.matches('[data-date]'))
      target.value = readDay(target.value, app.today(), 'coming');
    least();
  };
  form.addEventListener('submit', (event) => void submit(event).catch(app.failToLoad), { signal });
  form.addEventListener('change', tidy, { signal });
  part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
}

function fill(app: DeskApp, form: HTMLFormElement, known: Campaign | undefined): void {
  const before = field(form, 'before');
  const others = app.$desk.get().campaigns.filter(({ id, isStruck }) => !isStruck && id !== known?.id);
  const chosen = known?.before ?? before.value;
  before.replaceChildren(
    new Option(before.dataset['none'] ?? '', ''),
    ...others.map(({ id, name }) => new Option(name, id)),
  );
  before.value = others.some(({ id }) => id === chosen) ? chosen : '';
  const recipient = field(form, 'recipient');
  if (!known) {
    if (form.dataset['of'] !== undefined) form.reset();
    delete form.dataset['of'];
    if (recipient.value === '') recipient.value = recipient.dataset['first'] ?? '';
    return;
  }
  form.dataset['of'] = known.id;
  const { tool, rule } = known;
  field(form, 'tool').value = `${tool.kind}:${tool.id}`;
  for (const key of ['name', 'recipient', 'business', 'dueOn', 'scope', 'contact'] as const)
    field(form, key).value = known[key];
  field(form, 'pass').value = rule.kind;
  field(form, 'passCount').value = rule.kind === 'least' ? String(rule.least) : '';
  part(form, '[data-key="passPlanned"]', HTMLInputElement).checked = rule.kind === 'least' && rule.countsPlanned;
}

function readTexts(app: DeskApp, form: HTMLFormElement, known: Campaign | undefined): CampaignTexts {
  const text = (key: string) => field(form, key).value.trim();
  return {
    name: text('name'),
    tool: readTool(form, known),
    recipient: text('recipient'),
    business: text('business'),
    dueOn: text('dueOn'),
    scope: text('scope').replaceAll('\r\n', '\n'),
    contact: text('contact'),
    rule: readRule(form),
    before: text('before'),
    begunOn: known?.begunOn || app.today(),
  };
}

/** What is asked, as this site has it; of a campaign whose tool is no longer on the site, as it was. */
function readTool(form: HTMLFormElement, known: Campaign | undefined): CampaignTexts['tool'] {
  const [option] = part(form, '[data-key="tool"]', HTMLSelectElement).selectedOptions;
  if (!option) return known?.tool ?? { kind: 'checklist', id: '', version: 1, title: '' };
  // As the companies were asked, though the site has a newer version by now.
  if (known && option.value === `${known.tool.kind}:${known.tool.id}`) return known.tool;
  const [kind, id = ''] = option.value.split(':');
  const title = (option.textContent ?? '').trim();
  return { kind: kind === 'form' ? 'form' : 'checklist', id, version: Number(option.dataset['version']), title };
}

function readRule(form: HTMLFormElement): PassRule {
  const kind = field(form, 'pass').value;
  if (kind !== 'least') return { kind: kind === 'all' ? 'all' : 'none' };
  const least = Number(field(form, 'passCount').value.normalize('NFKC').trim() || Number.NaN);
  return { kind, least, countsPlanned: part(form, '[data-key="passPlanned"]', HTMLInputElement).checked };
}

function askedItems(form: HTMLFormElement): number | undefined {
  const [option] = part(form, '[data-key="tool"]', HTMLSelectElement).selectedOptions;
  const items = option?.dataset['items'];
  return items === undefined ? undefined : Number(items);
}

function field(form: HTMLFormElement, key: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const found = form.querySelector(`[data-key="${key}"]`);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement || found instanceof HTMLTextAreaElement)
    return found;
  throw new Error(`The form has no field "${key}".`);
}
