import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { ShownList } from '../core/decision/shown-lists.ts';
import type { Library } from '../core/regulation/library.ts';
import type { FilledList } from '../core/tailoring/list-rows.ts';
import { nameCells, toListHead, toListLines } from '../core/tailoring/list-words.ts';
import { fillText } from '../core/tailoring/wording.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults } from './faults.ts';

type FileList = NonNullable<DecisionFile['lists']>[number];

/**
 * Gives a decision of the library the rows of the company's lists that stand beside it. A list that still has the sample's
 * rows, or whose document is switched off, shows nothing: the texts of the decision speak of the sample.
 */
export function readShownLists({ parsed, file }: DecisionDraft, library: Library, faults: Faults): void {
  const entry = library.decisions.find(({ definition }) => definition.id === parsed.id);
  for (const [index, shown] of (parsed.lists ?? []).entries()) {
    const path = `lists[${index}]`;
    const known = Object.entries(library.wording.lists ?? {}).map(([id, { title }]): [string, string] => [id, title]);
    if (!faults.checkKnown('list', shown.list, known, { file, path: `${path}.list` }, 'choices.yaml')) continue;
    checkParts(shown, parsed, library.wording.lists?.[shown.list], { file, path }, faults);
    const made = entry && toShown(shown, library);
    if (made) entry.lists.push(made);
  }
}

function toShown(
  { list: id, groups, duties = [], question, options = {} }: FileList,
  library: Library,
): ShownList | undefined {
  const { lists, wording } = library;
  const entry = lists.find((one) => one.id === id);
  const place = entry?.places.find(
    ({ group }) => groups === undefined || (group !== undefined && groups.includes(group)),
  );
  if (!entry || !place || entry.list.rows === undefined) return undefined;
  const { list } = entry;
  const fill = (text: string) => fillText(text, wording);
  const rows = (groups ?? [undefined]).flatMap((group) => {
    const labels = toListHead(list, group, fill);
    return toListLines(list, group, fill).map(([name = '', ...cells]) => ({
      name,
      says: cells.flatMap((cell, at) => (cell === '' ? [] : [`${labels[at + 1]}: ${cell}`])),
    }));
  });
  const help = Object.entries(options).map(([option, group]) => [option, namesOf(list, group, fill)] as const);
  return {
    title: list.title,
    url: place.url,
    label: place.label,
    rows,
    duties,
    ...(question !== undefined && { question }),
    help: Object.fromEntries(help),
  };
}

function namesOf(list: FilledList, group: string, fill: (text: string) => string): string {
  return toListLines(list, group, fill).map(nameCells).join('、') || '（該当するものはない）';
}

function checkParts(
  { groups = [], duties = [], question: asked, options = {} }: FileList,
  parsed: DecisionFile,
  list: FilledList | undefined,
  { file, path }: { file: string; path: string },
  faults: Faults,
): void {
  const all = parsed.duties.map(({ id, text }): [string, string] => [id, text]);
  for (const [at, id] of duties.entries()) faults.checkKnown('duty', id, all, { file, path: `${path}.duties[${at}]` });
  const question = parsed.questions.find(({ id }) => id === asked);
  if (asked !== undefined) {
    const known = parsed.questions.map(({ id }) => id);
    faults.checkKnown('question', asked, known, { file, path: `${path}.question` });
  }
  const offered = question && 'options' in question ? (question.options ?? []).map(({ id }) => id) : [];
  const known = list?.columns.find(({ id }) => id === list.by)?.options ?? [];
  for (const [at, group] of groups.entries())
    faults.checkKnown('group', group, known, { file, path: `${path}.groups[${at}]` }, 'choices.yaml');
  for (const [option, group] of Object.entries(options)) {
    const place = { file, path: `${path}.options.${option}` };
    if (question) faults.checkKnown('option', option, offered, place);
    faults.checkKnown('group', group, known, place, 'choices.yaml');
  }
}
