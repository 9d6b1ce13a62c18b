import { toCsv } from '../../core/csv/csv.ts';
import {
  type ChangeKind,
  type CompanyChange,
  changeKinds,
  changeNames,
  compareTables,
  type ItemChange,
  sumChanges,
} from '../../core/desk/compare-years.ts';
import type { Campaign } from '../../core/desk/desk.ts';
import { change } from '../../core/desk/write.ts';
import { yearTexts } from '../../core/desk/year-texts.ts';
import { formatDate } from '../../core/text/date.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { download, part, show as showParts } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import { beginYearBefore } from './begin-year-before.ts';
import type { DeskContext, OpenCampaign } from './desk-context.ts';
import looks from './desk-views.css?url';
import { drawInSlices } from './draw-in-slices.ts';
import { markChip, pressed, sayIn } from './view-parts.ts';
import { toFileName } from './write-table.ts';

/** One question of one company that became something. */
type Line = ItemChange & { id: string; company: string };

/** What is looked at: of none, all that changed. It lasts as long as the page. */
const looked = new Set<ChangeKind>();
/** What nobody asks for by itself. */
const quiet: readonly ChangeKind[] = ['same', 'new', 'gone'];

/** 昨年と比べる: the open campaign beside an earlier one. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  void loadLooks([looks]).catch(context.failToLoad);
  place.append(copyTemplate(context.root, 'desk-last-year'));
  const select = part(place, '[data-years-before]', HTMLSelectElement);
  let drawing = new AbortController();
  let changes: CompanyChange[] = [];
  const draw = () => {
    drawing.abort();
    drawing = new AbortController();
    const open = context.$open.get();
    if (!open) return;
    const before = fillChoice(select, open);
    showParts(place, '[data-years-when]', before !== undefined);
    changes = before ? compareTables(context.tableOf(before), open.rows, context.today()) : [];
    if (before) drawChanges(place, context.root, changes, drawing.signal);
  };
  const press = (event: Event) => {
    const kind = changeKinds.find((one) => one === pressed(event, 'data-change'));
    if (kind) {
      if (!looked.delete(kind)) looked.add(kind);
      draw();
    }
    if (pressed(event, 'data-years-new') !== undefined)
      void beginYearBefore(place, context, part(place, '[data-years-new]', HTMLElement)).catch(context.failToLoad);
    if (pressed(event, 'data-years-csv') !== undefined) handOut(place, context, changes);
  };
  const chooseBefore = () => {
    const entry = context.entryOf(context.$open.get()?.campaign.id ?? '');
    if (entry) void context.put([change<'campaign'>(entry, { before: select.value }, context.writing())]);
  };
  place.addEventListener('click', press, { signal });
  select.addEventListener('change', chooseBefore, { signal });
  const stop = context.$open.subscribe(draw);
  signal.addEventListener('abort', () => {
    stop();
    drawing.abort();
  });
}

/** @returns the campaign before, undefined while none is chosen */
function fillChoice(select: HTMLSelectElement, { campaign, desk }: OpenCampaign): Campaign | undefined {
  const others = desk.campaigns.filter(({ id, isStruck }) => !isStruck && id !== campaign.id);
  const alike = (one: Campaign) => one.tool.kind === campaign.tool.kind && one.tool.id === campaign.tool.id;
  // What asks for the same list comes first.
  const ordered = [...others.filter(alike), ...others.filter((one) => !alike(one))];
  if (select !== document.activeElement || select.value !== campaign.before)
    select.replaceChildren(
      new Option(select.dataset['none'] ?? '', ''),
      ...ordered.map(({ id, name }) => new Option(toShortText(name, 80), id)),
    );
  const before = others.find(({ id }) => id === campaign.before);
  select.value = before?.id ?? '';
  return before;
}

function drawChanges(
  place: HTMLElement,
  root: ParentNode,
  changes: readonly CompanyChange[],
  signal: AbortSignal,
): void {
  const sum = sumChanges(changes);
  for (const chip of place.querySelectorAll<HTMLElement>('[data-change]')) {
    const kind = changeKinds.find((one) => one === chip.dataset['change']) ?? 'same';
    markChip(chip, sum[kind], looked.has(kind));
  }
  const told = part(place, '[data-years-sum]', HTMLElement);
  const both = changes.filter(({ items }) => items.length > 0).length;
  told.textContent = toWords(told, ['words'], { b: String(changes.length), n: String(both) });
  const companies = [...changes]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map((one, index) => ({ ...one, id: String(index) }));
  drawInSlices(
    part(place, '[data-years-companies]', HTMLElement),
    companies,
    (one) => renderCompany(root, one),
    signal,
  );
  const lines = toLines(changes);
  showParts(place, '[data-years-none]', lines.length === 0);
  drawInSlices(part(place, '[data-years-items]', HTMLElement), lines, (line) => renderLine(root, line), signal);
}

/** What went back weighs most. */
function weightOf({ counts }: CompanyChange): number {
  return counts.worse * 1000 + counts.overdue;
}

function toLines(changes: readonly CompanyChange[]): Line[] {
  const isWanted = (kind: ChangeKind) => (looked.size > 0 ? looked.has(kind) : !quiet.includes(kind));
  const lines = changes.flatMap(({ name, items }, index) =>
    items.filter(({ kind }) => isWanted(kind)).map((one) => ({ ...one, company: name, id: `${index}.${one.item.id}` })),
  );
  return lines.sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}

function renderCompany(root: ParentNode, { name, counts, before, now, items }: CompanyChange): HTMLElement {
  const row = findPart(copyTemplate(root, 'desk-years-company'), 'tr');
  const lack = items.length > 0 ? '' : !before?.contents ? '前の答えがない' : !now?.contents ? '今回の答えがない' : '';
  const texts = changeKinds.map((kind): [string, string] => [kind, counts[kind] > 0 ? String(counts[kind]) : '']);
  fillSlots(row, { name: toShortText(name, 100), lack, ...Object.fromEntries(texts) });
  return row;
}

function renderLine(root: ParentNode, { company, kind, item, before, now, plannedOn }: Line): HTMLElement {
  const row = findPart(copyTemplate(root, 'desk-years-item'), 'tr');
  findPart(row, '.k-tag').dataset['kind'] = kind === 'worse' || kind === 'overdue' ? 'must' : '';
  fillSlots(row, {
    company: toShortText(company, 100),
    kind: changeNames[kind],
    number: String(item.number),
    question: toShortText(item.text, 400),
    before: toShortText(before, 200),
    now: toShortText(now, 200),
    plannedOn: formatDate(plannedOn),
  });
  return row;
}

function handOut(place: ParentNode, context: DeskContext, changes: readonly CompanyChange[]): void {
  const texts = yearTexts(changes).map((row) => row.map(toVisibleText));
  const name = toFileName(context.$open.get()?.campaign.name ?? '');
  download(`${name}_昨年との比較_${context.today()}.csv`, 'text/csv;charset=utf-8', toCsv(texts));
  sayIn(place, '[data-years-said]', 'written', { n: String(texts.length - 1) });
}
