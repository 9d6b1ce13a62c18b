import { writeCalendar } from '../../core/calendar/write-calendar.ts';
import type { PassRule } from '../../core/desk/desk.ts';
import { listDeskEvents } from '../../core/desk/desk-events.ts';
import {
  countEvaluations,
  type EvaluatedRow,
  type Evaluation,
  evaluate,
  evaluationNames,
  nextEvaluationOn,
} from '../../core/desk/evaluate.ts';
import { readDay } from '../../core/desk/read-day.ts';
import { campaignCells, change } from '../../core/desk/write.ts';
import { formatDate, isDate } from '../../core/text/date.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { download, part, show as showParts } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { DeskContext, OpenCampaign } from './desk-context.ts';
import looks from './desk-views.css?url';
import { drawInSlices } from './draw-in-slices.ts';
import { showRegister } from './evaluation-leads.ts';
import { drawTree } from './tree-view.ts';
import { askVerdict } from './verdict-dialog.ts';
import { markChip, pressed, sayIn } from './view-parts.ts';
import { toFileName } from './write-table.ts';
import { verdictEntry } from './write-verdict.ts';

/** Which results are looked at: of none all. It lasts as long as the page. */
const looked = new Set<Evaluation>();
const results = Object.keys(evaluationNames) as Evaluation[];

/** 評価: the pass rule over the whole campaign, the exceptions, and who uses whom. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  void loadLooks([looks]).catch(context.failToLoad);
  place.append(copyTemplate(context.root, 'desk-evaluation'));
  const next = part(place, '[data-next-on]', HTMLInputElement);
  next.value = nextEvaluationOn(context.today());
  let drawing = new AbortController();
  let shown: EvaluatedRow[] = [];
  const draw = () => {
    drawing.abort();
    drawing = new AbortController();
    const open = context.$open.get();
    if (!open) return;
    fillRule(place, open.campaign.rule);
    const all = evaluate(open.rows, open.campaign);
    const counts = countEvaluations(all);
    for (const chip of place.querySelectorAll<HTMLElement>('[data-result]')) {
      const result = results.find((one) => one === chip.dataset['result']) ?? 'none';
      markChip(chip, counts[result], looked.has(result));
    }
    shown = all.filter(({ result }) => looked.size === 0 || looked.has(result));
    showParts(place, '[data-judge-none]', shown.length === 0);
    const button = part(place, '[data-judge-next] [type="submit"]', HTMLButtonElement);
    button.textContent = toWords(button, ['words'], { n: String(settled(shown).length) });
    const lines = shown.map((one) => ({ ...one, id: one.row.id }));
    const body = part(place, '[data-judge-rows]', HTMLElement);
    drawInSlices(body, lines, (one) => renderRow(context.root, one), drawing.signal);
    void showRegister(place, context, open.campaign, settled(shown)).catch(context.failToLoad);
    drawTree(place, context.root, open);
  };
  const press = (event: Event) => {
    const result = results.find((one) => one === pressed(event, 'data-result'));
    if (result) {
      if (!looked.delete(result)) looked.add(result);
      draw();
    }
    if (pressed(event, 'data-judge') !== undefined) {
      const one = shown.find(({ row }) => row.id === pressed(event, 'data-row'));
      if (one) void askVerdict(place, context, one, signal).catch(context.failToLoad);
    }
    if (pressed(event, 'data-judge-ics') !== undefined) writeDays(place, context);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { target } = event;
    if (!(target instanceof HTMLFormElement)) return;
    if (target.matches('[data-judge-rule]')) void writeRule(place, context).catch(context.failToLoad);
    if (target.matches('[data-judge-next]')) void writeNext(place, context, settled(shown)).catch(context.failToLoad);
  };
  const least = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement && target.matches('[data-rule-kind]'))
      showParts(place, '[data-rule-least]', target.value === 'least');
  };
  place.addEventListener('click', press, { signal });
  place.addEventListener('submit', submit, { signal });
  place.addEventListener('change', least, { signal });
  const stop = context.$open.subscribe(draw);
  signal.addEventListener('abort', () => {
    stop();
    drawing.abort();
  });
}

/** Companies of the list that pass, or do not. */
function settled(rows: readonly EvaluatedRow[]): EvaluatedRow[] {
  return rows.filter(({ result, row }) => row.company && (result === 'pass' || result === 'fail'));
}

function renderRow(root: ParentNode, { row, says, why, result }: EvaluatedRow): HTMLElement {
  const drawn = findPart(copyTemplate(root, 'desk-judge-row'), 'tr');
  drawn.dataset['row'] = row.id;
  drawn.setAttribute('data-row', row.id);
  findPart(drawn, '.k-tag').dataset['kind'] = { pass: '', fail: 'must', open: 'contradiction', none: '' }[result];
  // What belongs to no company of the list is put right first.
  part(drawn, '[data-judge]', HTMLButtonElement).disabled = row.company === undefined;
  fillSlots(drawn, {
    name: toShortText(row.name, 100),
    says,
    why: toShortText(why, 400),
    number: toShortText(row.verdict?.documentNumber ?? '', 100),
    nextOn: formatDate(row.verdict?.nextOn ?? ''),
  });
  return drawn;
}

function fillRule(place: HTMLElement, rule: PassRule): void {
  const form = part(place, '[data-judge-rule]', HTMLFormElement);
  if (form.contains(document.activeElement)) return;
  part(form, '[data-rule-kind]', HTMLSelectElement).value = rule.kind;
  part(form, '[data-rule-count]', HTMLInputElement).value = rule.kind === 'least' ? String(rule.least) : '';
  part(form, '[data-rule-planned]', HTMLInputElement).checked = rule.kind === 'least' && rule.countsPlanned;
  showParts(form, '[data-rule-least]', rule.kind === 'least');
}

async function writeRule(place: HTMLElement, context: DeskContext): Promise<void> {
  const open = context.$open.get();
  const entry = open && context.entryOf(open.campaign.id);
  if (!open || !entry) return;
  const kind = part(place, '[data-rule-kind]', HTMLSelectElement).value;
  const count = part(place, '[data-rule-count]', HTMLInputElement);
  const least = Number(count.value.normalize('NFKC').trim());
  const isWrong = kind === 'least' && !(Number.isInteger(least) && least >= 1 && least <= 1000);
  showParts(place, '[data-rule-wrong]', isWrong);
  if (isWrong) {
    count.focus();
    return;
  }
  const countsPlanned = part(place, '[data-rule-planned]', HTMLInputElement).checked;
  const rule: PassRule = kind === 'least' ? { kind, least, countsPlanned } : { kind: kind === 'all' ? 'all' : 'none' };
  const { pass, ...rest } = campaignCells({ ...open.campaign, rule });
  const cells = { pass, 'pass-count': rest['pass-count'], 'pass-planned': rest['pass-planned'] };
  if (await context.put([change<'campaign'>(entry, cells as Record<keyof typeof cells, string>, context.writing())]))
    sayIn(place, '[data-judge-said]', 'saved');
}

async function writeNext(place: HTMLElement, context: DeskContext, rows: readonly EvaluatedRow[]): Promise<void> {
  const field = part(place, '[data-next-on]', HTMLInputElement);
  field.value = readDay(field.value, context.today(), 'coming');
  showParts(place, '[data-next-wrong]', !isDate(field.value));
  if (!isDate(field.value)) {
    field.focus();
    return;
  }
  const ids = new Set(rows.flatMap(({ row }) => row.company?.id ?? []));
  const entries = [...ids].map((id) => verdictEntry(context, id, { nextOn: field.value }));
  if (await context.put(entries)) sayIn(place, '[data-judge-said]', 'nexts', { n: String(entries.length) });
}

/** The next evaluations alone: the other days of the campaign are handed out with what has to be mended. */
function writeDays(place: HTMLElement, context: DeskContext): void {
  const open: OpenCampaign | undefined = context.$open.get();
  if (!open) return;
  const { campaign, rows } = open;
  const bare = rows.map((row) => ({ ...row, contents: undefined }));
  const events = listDeskEvents({ campaign: { ...campaign, dueOn: '' }, rows: bare, remedies: [], site: undefined });
  if (events.length > 0) {
    const text = writeCalendar(events, { name: campaign.name, stamp: context.today() });
    download(`${toFileName(campaign.name)}_次の評価_${context.today()}.ics`, 'text/calendar;charset=utf-8', text);
  }
  sayIn(place, '[data-judge-said]', events.length > 0 ? 'days' : 'noDays', { n: String(events.length) });
}
