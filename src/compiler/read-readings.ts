import { sha256 } from '@noble/hashes/sha2.js';
import type { ReadFrom } from '../core/decision/file-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import type { ListReading, Need } from '../core/returned-list/returned-list.ts';
import { chosenOption } from '../core/tailoring/wording.ts';
import { identifyAsked } from '../record/identity.ts';
import { itemsOf } from '../record/v1/checklist/answer-set.ts';
import { asksState } from '../record/v1/checklist/asked.ts';
import type { ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { currentVersion } from '../record/versions.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults, Place } from './faults.ts';

/** The questions of a decision that a returned check list answers, with the numbers that the company has set. */
export function readReadings({ parsed, file }: DecisionDraft, library: Library, faults: Faults): ListReading[] {
  return parsed.questions.flatMap((question, index): ListReading[] => {
    if (question.kind !== 'one' || !question.readFrom) return [];
    const { id, options, readFrom } = question;
    // A list that went with a document reads nothing in.
    if (library.leftOut.some((one) => one.kind === 'checklist' && one.id === readFrom.checklist)) return [];
    const at = (path: string) => ({ file, path: `questions[${index}].readFrom.${path}` });
    const known = options.map((option) => option.id);
    for (const [key, option] of Object.entries(readFrom.options)) {
      faults.checkKnown('option', option, known, at(`options.${key}`));
    }
    const lists = library.checklists.map((one): [string, string] => [one.id, one.title]);
    faults.checkKnown('check list', readFrom.checklist, lists, at('checklist'), 'checklists/');
    checkLeast(readFrom, library, at, faults);
    const filled = library.checklists.find((one) => one.id === readFrom.checklist);
    const tool = library.tools.find(({ kind, asked }) => kind === 'checklist' && asked.template.id === filled?.id);
    if (!filled || !tool) return [];
    if (!itemsOf(filled).some(asksState)) {
      faults.add(
        `「${filled.id}」に、○× で答える項目がありません。`,
        at('checklist'),
        '○ の数を読めるのは、○× で答えるリストだけです。',
      );
    }
    const list = identifyAsked(currentVersion.tools.checklist, tool.asked, sha256);
    const need = toNeed(readFrom, filled, library);
    return [{ question: id, list, title: filled.title, options: readFrom.options, need }];
  });
}

type At = (path: string) => Place;

/** Each option of the choice says how many items it asks for. */
function checkLeast({ level, least }: ReadFrom, { wording }: Library, at: At, faults: Faults): void {
  if (!faults.checkKnown('choice', level, Object.keys(wording.choices), at('level'), 'choices.yaml')) return;
  const options = Object.keys(wording.choices[level] ?? {});
  for (const option of Object.keys(least)) {
    faults.checkKnown('option', option, options, at(`least.${option}`), 'choices.yaml');
  }
  for (const option of options) {
    const needed = Object.hasOwn(least, option) ? least[option] : undefined;
    if (needed === undefined) {
      const hint = `次のそれぞれに書いてください: ${options.join('、')}`;
      faults.add(`「${level}」の選択肢「${option}」の数がありません。`, at('least'), hint);
    } else if (needed !== 'all') {
      const blanks = Object.keys(wording.blanks);
      faults.checkKnown('blank', needed.blank, blanks, at(`least.${option}.blank`), 'choices.yaml');
    }
  }
}

function toNeed({ level, least }: ReadFrom, list: ChecklistDefinition, { wording, fillIns }: Library): Need {
  const asked = (path: string) => fillIns.find((item) => item.path === path)?.question ?? path;
  const chosen = chosenOption(wording, level);
  const needed = chosen === undefined ? undefined : least[chosen];
  if (needed === undefined) return { kind: 'unset', setting: asked(`choices.${level}`) };
  if (needed === 'all') return { kind: 'all' };
  const path = wording.blanks[needed.blank]?.path ?? '';
  const number = toNumber(wording.values.get(path));
  const total = list.sections.reduce((sum, { items }) => sum + items.filter(asksState).length, 0);
  if (number === undefined || number < 1 || number > total) return { kind: 'no-number', setting: asked(path) };
  return { kind: 'least', count: needed.count, least: number };
}

/** What the company wrote may be anything: １５ is a number, 約15 is none. */
function toNumber(text = ''): number | undefined {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}
