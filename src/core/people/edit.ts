import {
  keepTexts,
  mostPeople,
  mostSigned,
  type PeopleList,
  type Person,
  type SignedPledge,
  textOf,
} from './person.ts';
import { toNameKey } from './person-key.ts';

/** The list with this person in the place of the one with the same id, or at the end; unchanged where it is full. */
export function putPerson(list: PeopleList, person: Person): PeopleList {
  const kept = { ...person, texts: keepTexts(person.texts, list.keeps) };
  const isKnown = list.people.some(({ id }) => id === person.id);
  if (isKnown) return { ...list, people: list.people.map((known) => (known.id === person.id ? kept : known)) };
  return list.people.length < mostPeople ? { ...list, people: [...list.people, kept] } : list;
}

/** The list without one. */
export function dropPerson(list: PeopleList, id: string): PeopleList {
  return { ...list, people: list.people.filter((person) => person.id !== id) };
}

/** The list with one moved up (-1) or down (1); at the end it stays where it is. */
export function movePerson(list: PeopleList, id: string, by: -1 | 1): PeopleList {
  const people = [...list.people];
  const at = people.findIndex((person) => person.id === id);
  const [person, other] = [people[at], people[at + by]];
  if (person && other) [people[at], people[at + by]] = [other, person];
  return { ...list, people };
}

/** The list in the order of the readings, then of the names; those who have the same keep their order. */
export function sortPeople(list: PeopleList): PeopleList {
  const order = (person: Person) => toNameKey(textOf(person, 'kana') || textOf(person, 'name'));
  return { ...list, people: list.people.toSorted((a, b) => order(a).localeCompare(order(b), 'ja')) };
}

/** The people in whom each of the words is found, in any field that the list shows. */
export function findPeople({ people }: PeopleList, words: string): Person[] {
  const wanted = words.split(/\s+/u).map(toNameKey).filter(Boolean);
  return people.filter(({ texts }) => {
    const all = Object.values(texts).map(toNameKey).join('\n');
    return wanted.every((word) => all.includes(word));
  });
}

/** The person with one more pledge; one that is known already changes nothing. */
export function withSigned(person: Person, pledge: SignedPledge): Person {
  const key = toPledgeKey(pledge);
  if (person.signed.some((known) => toPledgeKey(known) === key) || person.signed.length >= mostSigned) return person;
  return { ...person, signed: [...person.signed, pledge].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

/** The person without this pledge. */
export function withoutSigned(person: Person, pledge: SignedPledge): Person {
  const key = toPledgeKey(pledge);
  return { ...person, signed: person.signed.filter((known) => toPledgeKey(known) !== key) };
}

/** The latest time that somebody signed a form. */
export function findSigned({ signed }: Pick<Person, 'signed'>, form: string): SignedPledge | undefined {
  return signed.findLast((pledge) => pledge.form === form);
}

/** The people of this name: a signature names nobody more closely. */
export function findByName({ people }: PeopleList, name: string): Person[] {
  const key = toNameKey(name);
  return key === '' ? [] : people.filter((person) => toNameKey(textOf(person, 'name')) === key);
}

function toPledgeKey({ form, documentNumber, on }: SignedPledge): string {
  return JSON.stringify(documentNumber === '' ? [form, on] : [form, documentNumber]);
}
