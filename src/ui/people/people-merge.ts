import {
  applyPeopleMerge,
  type MergeChoice,
  type PeopleConflict,
  type PeopleMerge,
  planPeopleMerge,
} from '../../core/people/merge.ts';
import {
  keepTexts,
  type PeopleList,
  type Person,
  personNames,
  sensitiveKeys,
  textOf,
  withKeeps,
} from '../../core/people/person.ts';
import type { PersonKey } from '../../record/v1/form/definition.ts';
import { newId } from '../parts/new-id.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import type { PeopleContext } from './people-context.ts';

/**
 * Takes people into the list: at once where nothing is to be decided, else when the person has seen list and file side by
 * side.
 * @param also names of sentences to say besides, and what fills their gaps
 */
export async function mergePeople(
  context: PeopleContext,
  incoming: readonly Person[],
  also: readonly string[] = [],
  texts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { root, store, act, say } = context;
  await store.look();
  const { list } = store.$state.get();
  const leftOut = sensitiveKeys.filter(
    (key) => !list.keeps.includes(key) && incoming.some((person) => textOf(person, key) !== ''),
  );
  const plan = planWith(list, incoming);
  const isOpen = leftOut.length > 0 || plan.conflicts.length > 0;
  if (!isOpen && plan.additions.length + plan.completed.length === 0) return say(['nothing', ...also], texts);
  const decided = isOpen
    ? await askToMerge(context, incoming, leftOut)
    : { keeps: list.keeps, choices: new Map<string, MergeChoice>() };
  if (!decided) return say(['stopped']);
  const { keeps, choices } = decided;
  let shown: PeopleMerge | undefined;
  // On the list as it stands by now: another page may have changed it while this one asked.
  const edit = (now: PeopleList): PeopleList | undefined => {
    const wide = withKeeps(now, [...now.keeps, ...keeps]);
    shown = planWith(wide, incoming);
    const merged = applyPeopleMerge(wide, shown, choices, () => newId(8));
    if (!merged) shown = undefined;
    return merged;
  };
  const isDropped = leftOut.some((key) => !keeps.includes(key));
  if (edit(store.$state.get().list) === undefined) return say(['full']);
  const counted = shown ? countMerged(shown, choices) : [];
  const names = [...counted.map(([name]) => name), ...(isDropped ? ['leftOut'] : []), ...also];
  const said = {
    ...texts,
    ...Object.fromEntries(counted.map(([, key, count]) => [key, String(count)])),
    s: leftOut.map((key) => personNames[key]).join('、'),
  };
  await act(edit, toWords(part(root, '[data-done]', HTMLElement), names, said));
}

/** What a merge does, as the page says it: name of the sentence, its gap, how many people. */
function countMerged(
  { additions, completed, conflicts, unchanged }: PeopleMerge,
  choices: ReadonlyMap<string, MergeChoice>,
): [string, string, number][] {
  const chosen = (choice: MergeChoice) =>
    conflicts.filter(({ incoming }) => choices.get(incoming.id) === choice).length;
  const [both, taken] = [chosen('both'), chosen('take')];
  const counted: [string, string, number][] = [
    ['mergedNew', 'a', additions.length + both],
    ['mergedMore', 'c', completed.length + taken],
    ['mergedSame', 'u', unchanged + conflicts.length - both - taken],
  ];
  return counted.filter(([, , count]) => count > 0);
}

function planWith(list: PeopleList, incoming: readonly Person[]): PeopleMerge {
  return planPeopleMerge(
    list,
    incoming.map((person) => ({ ...person, texts: keepTexts(person.texts, list.keeps) })),
  );
}

interface Decided {
  keeps: readonly PersonKey[];
  choices: ReadonlyMap<string, MergeChoice>;
}

function askToMerge(
  { root, store }: PeopleContext,
  incoming: readonly Person[],
  leftOut: readonly PersonKey[],
): Promise<Decided | undefined> {
  const section = part(root, '[data-merge]', HTMLElement);
  const box = part(section, '[data-take-sensitive]', HTMLInputElement);
  const { list } = store.$state.get();
  const keeps = () => (box.checked ? [...list.keeps, ...leftOut] : list.keeps);
  const render = () => {
    const plan = planWith(withKeeps(list, keeps()), incoming);
    fillSlots(section, {
      additions: String(plan.additions.length),
      completed: String(plan.completed.length),
      unchanged: String(plan.unchanged),
      conflicts: String(plan.conflicts.length),
      sensitive: leftOut.map((key) => personNames[key]).join('、'),
    });
    part(section, '[data-conflicts]', HTMLElement).replaceChildren(
      ...plan.conflicts.map((conflict) => renderConflict(section, conflict)),
    );
    part(section, '[data-when-conflicts]', HTMLElement).hidden = plan.conflicts.length === 0;
  };
  box.checked = false;
  for (const place of section.querySelectorAll<HTMLElement>('[data-merge-keeps]')) place.hidden = leftOut.length === 0;
  render();
  section.hidden = false;
  part(section, '[data-merge-heading]', HTMLElement).focus();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const { signal } = controller;
    const end = (decided: Decided | undefined) => {
      controller.abort();
      section.hidden = true;
      part(section, '[data-conflicts]', HTMLElement).replaceChildren();
      resolve(decided);
    };
    box.addEventListener('change', render, { signal });
    const take = () => end({ keeps: keeps(), choices: readChoices(section) });
    part(section, '[data-merge-do]', HTMLButtonElement).addEventListener('click', take, { signal });
    part(section, '[data-merge-stop]', HTMLButtonElement).addEventListener('click', () => end(undefined), { signal });
  });
}

function renderConflict(section: HTMLElement, { existing, incoming, differs }: PeopleConflict): HTMLElement {
  const field = part(copyTemplate(section, 'conflict'), 'fieldset', HTMLElement);
  fillSlots(field, { name: textOf(existing, 'name') });
  field.dataset['conflict'] = incoming.id;
  const rows = differs.map((key) =>
    copyTemplate(section, 'difference', {
      label: personNames[key],
      existing: textOf(existing, key),
      incoming: textOf(incoming, key),
    }),
  );
  part(field, '[data-differences]', HTMLElement).append(...rows);
  for (const choice of field.querySelectorAll('input')) choice.name = `merge-${incoming.id}`;
  return field;
}

function readChoices(section: HTMLElement): Map<string, MergeChoice> {
  return new Map(
    [...section.querySelectorAll<HTMLElement>('[data-conflict]')].map((field): [string, MergeChoice] => {
      const value = field.querySelector<HTMLInputElement>('input:checked')?.value;
      return [field.dataset['conflict'] ?? '', value === 'take' || value === 'both' ? value : 'keep'];
    }),
  );
}
