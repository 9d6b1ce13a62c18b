import type { Passage } from './items.ts';
import { fromListValue } from './list-value.ts';
import { fillLines, isShown, type Wording } from './wording.ts';

/** A passage that reads differently; on the side where a choice takes it off the pages there is no text. */
export interface Change {
  label: string;
  url: string;
  before: string | undefined;
  after: string | undefined;
}

/** What would change on the pages if the second wording stood in place of the first, in the order of the pages. */
export function compareWordings(passages: readonly Passage[], before: Wording, after: Wording): Change[] {
  const textOf = (passage: Passage, wording: Wording) => {
    if (!isShown(wording, passage.conditions)) return undefined;
    const text = fillLines(passage.text, wording);
    const beside = fillLines(passage.beside, wording);
    return { text, all: `${text}\n${beside}` };
  };
  return passages.flatMap((passage) => {
    const [old, tried] = [textOf(passage, before), textOf(passage, after)];
    if (old?.all === tried?.all) return [];
    const onlyBeside = old?.text === tried?.text;
    // Where only the number or the time beside the text changes, that is what is shown.
    const shown = (side: typeof old) => (onlyBeside ? side?.all.slice(side.text.length + 1) : side?.text);
    return [{ label: passage.label, url: passage.url, before: shown(old), after: shown(tried) }];
  });
}

/**
 * A wording with other values tried.
 * @param changes by path in organization.yaml, role names included, and rows of lists; an empty value opens the item
 * again, leaves a role its name, and gives a list the sample's rows
 */
export function withChanges(wording: Wording, changes: ReadonlyMap<string, string>): Wording {
  const values = new Map(wording.values);
  const roles = { ...wording.roles };
  const lists = { ...wording.lists };
  for (const [path, value] of changes) {
    const [group, id = ''] = path.split('.');
    const list = group === 'lists' ? lists[id] : undefined;
    if (list) lists[id] = { ...list, rows: fromListValue(value) };
    else if (group === 'roles') roles[id] = value || (roles[id] ?? '');
    else if (value === '') values.delete(path);
    else values.set(path, value);
  }
  return { ...wording, values, roles, lists };
}
