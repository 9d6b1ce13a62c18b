import { type PersonKey, personKeys } from '../../record/v1/form/definition.ts';
import { withSigned } from './edit.ts';
import { keepTexts, mostPeople, type PeopleList, type Person, textOf } from './person.ts';
import { toPersonKey } from './person-key.ts';

/** Somebody of whom list and file say different things. */
export interface PeopleConflict {
  existing: Person;
  incoming: Person;
  /** Where both have something, and not the same. */
  differs: readonly PersonKey[];
}

/** What merging would do. Nothing is done yet. */
export interface PeopleMerge {
  additions: readonly Person[];
  /** In both: the file knows more of them, and nothing else. */
  completed: readonly { existing: Person; incoming: Person }[];
  /** In both, and the file adds nothing. */
  unchanged: number;
  conflicts: readonly PeopleConflict[];
}

/** `take` puts what the file says in its place, `both` adds the one of the file as somebody else. */
export type MergeChoice = 'keep' | 'take' | 'both';

/**
 * Compares the list with people who come from elsewhere. The same id is the same person, else the same name and
 * affiliation, where list and file have only one of them.
 * @param incoming with what the list keeps only
 */
export function planPeopleMerge({ people }: PeopleList, incoming: readonly Person[]): PeopleMerge {
  const additions: Person[] = [];
  const completed: { existing: Person; incoming: Person }[] = [];
  const conflicts: PeopleConflict[] = [];
  let unchanged = 0;
  const pairs = pairPeople(people, incoming);
  for (const person of incoming) {
    const existing = pairs.get(person);
    if (!existing) {
      additions.push(person);
      continue;
    }
    const both = (key: PersonKey) => textOf(existing, key) !== '' && textOf(person, key) !== '';
    const differs = personKeys.filter((key) => both(key) && textOf(existing, key) !== textOf(person, key));
    const isMore =
      personKeys.some((key) => textOf(existing, key) === '' && textOf(person, key) !== '') ||
      joinSigned(existing, person).signed.length > existing.signed.length;
    if (differs.length > 0) conflicts.push({ existing, incoming: person, differs });
    else if (isMore) completed.push({ existing, incoming: person });
    else unchanged += 1;
  }
  return { additions, completed, unchanged, conflicts };
}

/**
 * The list after a merge. What only one of both knows is kept in any case, pledges too.
 * @param choices by the id of the incoming person; `keep` where there is none
 * @returns undefined when the list would hold more people than it may
 */
export function applyPeopleMerge(
  list: PeopleList,
  { additions, completed, conflicts }: PeopleMerge,
  choices: ReadonlyMap<string, MergeChoice>,
  newId: () => string,
): PeopleList | undefined {
  const changed = new Map<string, Person>();
  const added = [...additions];
  for (const { existing, incoming } of completed) changed.set(existing.id, join(existing, incoming, false));
  for (const { existing, incoming } of conflicts) {
    const choice = choices.get(incoming.id) ?? 'keep';
    if (choice === 'both') added.push({ ...incoming, id: newId() });
    else changed.set(existing.id, join(existing, incoming, choice === 'take'));
  }
  const people = [...list.people.map((person) => changed.get(person.id) ?? person), ...added];
  if (people.length > mostPeople) return undefined;
  return { ...list, people: people.map((person) => ({ ...person, texts: keepTexts(person.texts, list.keeps) })) };
}

function join(existing: Person, incoming: Person, takes: boolean): Person {
  const texts = takes ? { ...existing.texts, ...incoming.texts } : { ...incoming.texts, ...existing.texts };
  return { ...joinSigned(existing, incoming), texts };
}

function joinSigned(existing: Person, { signed }: Person): Person {
  return signed.reduce(withSigned, existing);
}

/** Whom of the list each of the others is. Nobody of the list is two of them. */
function pairPeople(people: readonly Person[], incoming: readonly Person[]): Map<Person, Person> {
  const pairs = new Map<Person, Person>();
  const free = new Set(people);
  const pair = (person: Person, existing: Person | undefined) => {
    if (!existing || !free.delete(existing)) return;
    pairs.set(person, existing);
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const person of incoming) pair(person, byId.get(person.id));
  const left = incoming.filter((person) => !pairs.has(person));
  const [there, here] = [groupByKey(left), groupByKey([...free])];
  for (const [key, [person, ...others]] of there) {
    const [existing, ...more] = here.get(key) ?? [];
    if (person && others.length === 0 && more.length === 0) pair(person, existing);
  }
  // Of several with one name, those of whom the same is known are the same.
  for (const person of left) {
    if (pairs.has(person)) continue;
    const same = [...free].find((one) => personKeys.every((key) => textOf(one, key) === textOf(person, key)));
    pair(person, same);
  }
  return pairs;
}

function groupByKey(people: readonly Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = toPersonKey((one) => textOf(person, one));
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}
