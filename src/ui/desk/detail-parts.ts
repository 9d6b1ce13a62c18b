import type { GradeName, Return } from '../../core/desk/desk.ts';
import { reasonNames } from '../../core/desk/reasons.ts';
import type { DeskRow } from '../../core/desk/table.ts';
import { headsOf, textOf } from '../../core/register/entry.ts';
import { gradeNames } from '../../core/returned-list/describe-returned-list.ts';
import { formatDate } from '../../core/text/date.ts';
import { describeAnswer, findAnswer, isAnswered, itemsOf, statusOf } from '../../record/v1/checklist/answer-set.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { headerNames } from '../../record/v1/header/header.ts';
import { formatTime } from '../parts/format-time.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, findPart } from '../parts/templates.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import { toGroups, toJapanTime } from '../parts/written-forms.ts';
import type { DeskApp } from './desk-app.ts';
import { renderFacts } from './render-facts.ts';

/** What is known of a file: what it says of itself, and each grade apart. @param message why nothing in it is believed, or '' */
export function showFile(root: ParentNode, dialog: HTMLElement, file: Return, message: string): void {
  renderFacts(root, part(dialog, '[data-file-facts]', HTMLElement), factsOf(file));
  const place = part(dialog, '[data-file-message]', HTMLElement);
  place.textContent = message;
  place.hidden = message === '';
  const names = (Object.keys(gradeNames) as GradeName[]).filter((name) => file.grades[name]);
  // Of what is no PDF nothing was looked at, and no grade is told.
  show(dialog, '[data-grades-heading], [data-file-grades]', names.length > 0 && file.found === '');
  const rows = names.map((name) => {
    const row = findPart(copyTemplate(root, 'desk-fact', { name: gradeNames[name] }), 'div');
    const { grade = 'none', label = '' } = file.grades[name] ?? {};
    const mark = ['full', 'half', 'open', 'bad', 'warn'].includes(grade) ? grade : 'none';
    part(row, 'dd', HTMLElement).replaceChildren(
      copyTemplate(root, `grade-${mark}`, { label: toShortText(label, 100) }),
    );
    return row;
  });
  part(dialog, '[data-file-grades]', HTMLElement).replaceChildren(...rows);
}

function factsOf(file: Return): [string, string][] {
  const { tool, claimedAt, fingerprint, said } = file;
  const signed = new Date(claimedAt);
  const facts: [string, string][] = [
    ['ファイル', toShortText(file.name, 200)],
    ['受け付けた日時', formatTime(file.receivedAt)],
    ['答えたもの', tool ? `${tool.title}（第${tool.version}版）` : ''],
    [headerNames.company, file.companyName],
    [headerNames.checker, file.checker],
    [headerNames.recipient, file.recipient],
    [headerNames.business, file.business],
    ['署名者', [file.commonName, file.organization].filter(Boolean).join('　')],
    ['署名鍵の指紋', fingerprint === '' ? '' : toGroups(fingerprint)],
    ['署名の時刻', Number.isNaN(signed.getTime()) ? '' : `${toJapanTime(signed)}（署名者の時計による）`],
    ['文書番号', file.documentNumber],
    ['紙で届いた日', formatDate(said.sealedOn)],
  ];
  return facts
    .map(([name, words]): [string, string] => [name, toShortText(words, 400)])
    .filter(([, words]) => words !== '');
}

/** What was answered: what is not done and not answered first, the whole below. */
export function showAnswers(root: ParentNode, dialog: HTMLElement, { contents, counts }: DeskRow): void {
  show(dialog, '[data-part="answers"]', contents !== undefined);
  if (!contents) return;
  const { definition, answers } = contents;
  const items = itemsOf(definition);
  const isOpen = (item: CheckItem) =>
    !isAnswered(answers, item) || (!item.answer && ['partial', 'notDone'].includes(statusOf(answers, item)));
  const render = (item: CheckItem) => {
    const answer = findAnswer(answers, item.id);
    const { evidence = '', note = '' } = answer ?? {};
    const dueOn = answer && 'dueOn' in answer ? (answer.dueOn ?? '') : '';
    const rest = [dueOn && `予定日 ${formatDate(dueOn)}`, evidence && `記録 ${evidence}`, note && `備考 ${note}`];
    return copyTemplate(root, 'desk-answer', {
      number: String(item.number),
      state: toShortText(describeAnswer(answers, item), 200),
      text: item.text,
      rest: toVisibleText(rest.filter(Boolean).join('　')),
    });
  };
  part(dialog, '[data-answers-open]', HTMLElement).replaceChildren(...items.filter(isOpen).map(render));
  part(dialog, '[data-answers-all]', HTMLElement).replaceChildren(...items.map(render));
  const { circles = 0, crosses = 0, notApplicable = 0, unanswered = 0 } = counts ?? {};
  const words = `○ ${circles}、× ${crosses}、対象外 ${notApplicable}、未回答 ${unanswered}`;
  part(dialog, '[data-answers-counts]', HTMLElement).textContent = words;
}

/** The other files of the row: older ones, those that cannot be received. */
export function showOthers(dialog: HTMLElement, { others }: DeskRow): void {
  show(dialog, '[data-part="others"]', others.length > 0);
  const lines = others.map((one) => {
    const signed = new Date(one.claimedAt);
    const when = Number.isNaN(signed.getTime()) ? '' : `署名 ${toJapanTime(signed)}`;
    const text = [toShortText(one.name, 120), stateNames[one.state], when, one.documentNumber]
      .filter(Boolean)
      .join('　');
    return Object.assign(document.createElement('li'), { textContent: text });
  });
  part(dialog, '[data-others]', HTMLElement).replaceChildren(...lines);
}

const stateNames: Readonly<Record<Return['state'], string>> = {
  sound: '署名あり',
  unsigned: reasonNames.unsigned,
  refused: '受け取れない',
  other: reasonNames['not-ours'],
};

/** What two people wrote differently, to choose from. */
export function showHeads(app: DeskApp, dialog: HTMLElement, row: DeskRow): void {
  const conflicted = [row.company, row.shown].find((one) => one !== undefined && one.conflicts.length > 0);
  show(dialog, '[data-part="conflict"]', conflicted !== undefined);
  const entry = conflicted && app.entryOf(conflicted.id);
  if (!conflicted || !entry) return;
  const heads = headsOf(entry).map((state) => {
    const line = findPart(
      copyTemplate(app.root, 'desk-head', {
        who: toShortText(state.by || '（名前なし）', 100),
        when: formatTime(state.at),
        texts: conflicted.conflicts
          .map((column) =>
            column === 'struck'
              ? state.struck
                ? '一覧から外した'
                : '一覧に残した'
              : toShortText(textOf(state, column) || '（空）', 200),
          )
          .join('、'),
      }),
      'li',
    );
    const button = part(line, '[data-do="settle"]', HTMLButtonElement);
    Object.assign(button.dataset, { state: state.id, entry: entry.id });
    return line;
  });
  part(dialog, '[data-heads]', HTMLElement).replaceChildren(...heads);
}
