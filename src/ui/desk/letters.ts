import { composeLetter, letterOf, letterText } from '../../core/desk/compose-letter.ts';
import type { LetterKind } from '../../core/desk/letters-schema.ts';
import { readDay } from '../../core/desk/read-day.ts';
import { listRemedies } from '../../core/desk/remedies.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { formatDate, isDate } from '../../core/text/date.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { download, part, show as showParts, today } from '../parts/parts.ts';
import { copyTemplate } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import type { DeskContext, DeskFacts, OpenCampaign } from './desk-context.ts';
import looks from './desk-views.css?url';
import { type Addressed, renderLetter, renderSheet } from './letter-sheet.ts';
import { firstRows, markChip, pressed, sayIn, showMore, whilePrinting } from './view-parts.ts';
import { toFileName } from './write-table.ts';

const kinds = ['reminder', 'again', 'remedy', 'receipt'] as const satisfies LetterKind[];
type Kind = (typeof kinds)[number];

/** Which letter is looked at; it lasts as long as the page. */
const looked: { kind: Kind | undefined; answerBy: string | undefined } = { kind: undefined, answerBy: undefined };

/** 文書: what is written to one company, or to all that it fits. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  place.append(copyTemplate(context.root, 'desk-letters'));
  const to = part(place, '[data-letter-to]', HTMLSelectElement);
  const by = part(place, '[data-letter-by]', HTMLInputElement);
  let facts: DeskFacts | undefined;
  let letters: Addressed[] = [];
  let limit = firstRows;
  const draw = () => {
    const open = context.$open.get();
    if (!open || !facts) return;
    looked.kind ??= kinds.find((kind) => fitting(open, kind).length > 0) ?? 'reminder';
    looked.answerBy ??= proposeDay(open, context.now());
    if (by !== document.activeElement && by.getAttribute('aria-invalid') === null) by.value = looked.answerBy;
    for (const chip of place.querySelectorAll<HTMLElement>('[data-letter-kind]')) {
      const kind = kinds.find((one) => one === chip.dataset['letterKind']) ?? 'reminder';
      markChip(chip, fitting(open, kind).length, looked.kind === kind);
    }
    fillChoice(to, open, looked.kind);
    const rows = open.rows.filter(({ id }) => id === to.value);
    const chosen = rows.length > 0 ? rows : fitting(open, looked.kind);
    letters = chosen.map((row) => address(context, facts as DeskFacts, open, row));
    sayIn(place, '[data-letters-said]', letters.length > 0 ? 'words' : 'none', { n: String(letters.length) });
    list();
  };
  const list = () => {
    const shown = letters.slice(0, limit).map((letter, index) => renderLetter(context.root, letter, index));
    const [first] = shown;
    if (first && letters.length === 1) first.open = true;
    part(place, '[data-letters-list]', HTMLElement).replaceChildren(...shown);
    showMore(place, '[data-letters-more]', letters.length - limit);
  };
  const press = (event: Event) => {
    const kind = kinds.find((one) => one === pressed(event, 'data-letter-kind'));
    if (kind) {
      looked.kind = kind;
      to.value = '';
      limit = firstRows;
      draw();
    }
    if (pressed(event, 'data-more') !== undefined) {
      limit = Number.POSITIVE_INFINITY;
      list();
    }
    if (pressed(event, 'data-letters-text') !== undefined) handOut(place, context, letters);
  };
  const changeDay = () => {
    by.value = readDay(by.value, context.today(), 'coming');
    const isRight = by.value === '' || isDate(by.value);
    showParts(place, '[data-letter-wrong]', !isRight);
    if (isRight) by.removeAttribute('aria-invalid');
    else by.setAttribute('aria-invalid', 'true');
    if (!isRight) return;
    looked.answerBy = by.value;
    draw();
  };
  place.addEventListener('click', press, { signal });
  to.addEventListener('change', draw, { signal });
  by.addEventListener('change', changeDay, { signal });
  const sheets = Object.assign(document.createElement('div'), { className: 'k-letters__sheets' });
  place.append(sheets);
  const before = () => {
    const sender = facts?.organization || context.$open.get()?.campaign.recipient || '';
    const from = [formatDate(context.today()), toVisibleText(sender)];
    sheets.replaceChildren(...letters.map((letter) => renderSheet(letter, from)));
  };
  whilePrinting(signal, before, () => sheets.replaceChildren());
  void Promise.all([context.facts(), loadLooks([looks])])
    .then(([found]) => {
      if (signal.aborted) return;
      facts = found;
      const stop = context.$open.subscribe(draw);
      signal.addEventListener('abort', stop);
    })
    .catch(context.failToLoad);
}

/** The rows that ask for a letter. */
function fitting({ rows }: OpenCampaign, kind: Kind): DeskRow[] {
  return rows.filter((row) => letterOf(row) === kind);
}

/** 提出期限 while it is to come, else two weeks from now. */
function proposeDay({ campaign }: OpenCampaign, now: Date): string {
  if (campaign.dueOn > today(now)) return campaign.dueOn;
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 14));
}

function fillChoice(to: HTMLSelectElement, open: OpenCampaign, kind: Kind): void {
  const fit = fitting(open, kind);
  const others = open.rows.filter((row) => !fit.includes(row) && row.company !== undefined);
  const { value } = to;
  const group = (label: string, rows: readonly DeskRow[]) => {
    const made = Object.assign(document.createElement('optgroup'), { label });
    made.append(...rows.map(({ id, name }) => new Option(toShortText(name, 80), id)));
    return rows.length > 0 ? [made] : [];
  };
  const { fit: fitWords = '', others: otherWords = '' } = to.dataset;
  const all = new Option(toWords(to, ['all'], { n: String(fit.length) }), '');
  to.replaceChildren(all, ...group(fitWords, fit), ...group(otherWords, others));
  to.value = open.rows.some(({ id }) => id === value) ? value : '';
}

function address(
  context: DeskContext,
  { letters, organization }: DeskFacts,
  { campaign, desk }: OpenCampaign,
  row: DeskRow,
): Addressed {
  const kind = looked.kind ?? 'reminder';
  const letter = composeLetter(
    kind,
    {
      campaign,
      row,
      remedies: kind === 'remedy' ? listRemedies([row], desk, context.today()) : [],
      sender: organization,
      link: context.linkOf(campaign),
      answerBy: looked.answerBy ?? '',
      today: context.today(),
    },
    letters,
  );
  // What files and people say of themselves stands in it.
  return { subject: toVisibleText(letter.subject), lines: letter.lines.map(toVisibleText), row };
}

function handOut(place: ParentNode, context: DeskContext, letters: readonly Addressed[]): void {
  const line = '－'.repeat(30);
  const text = letters
    .map(
      (letter) =>
        `宛先: ${letter.row.name} ${letter.row.company?.mail ?? ''}\n件名: ${letter.subject}\n\n${letterText(letter)}`,
    )
    .join(`\n${line}\n\n`);
  const name = toFileName(context.$open.get()?.campaign.name ?? '');
  download(`${name}_文書_${context.today()}.txt`, 'text/plain;charset=utf-8', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  sayIn(place, '[data-letters-said]', 'written', { n: String(letters.length) });
}
