import { type PersonKey, personKeys } from '../../record/v1/form/definition.ts';

/** A pledge that a person has signed. */
export interface SignedPledge {
  /** Id of the form, and what it was called then. */
  form: string;
  title: string;
  /** 文書番号 of the signed PDF; '' for what was signed on paper. */
  documentNumber: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** Somebody whom rosters and pledges name. */
export interface Person {
  /** Stays with the person through changes, backups and mergings. */
  id: string;
  /** What is known; a key without an entry is empty. */
  texts: Partial<Record<PersonKey, string>>;
  signed: readonly SignedPledge[];
}

export interface PeopleList {
  /** Which of {@link sensitiveKeys} somebody wants to be kept. */
  keeps: readonly PersonKey[];
  people: readonly Person[];
}

export const emptyPeople: PeopleList = { keeps: [], people: [] };

/** Names as readers see them. */
export const personNames: Readonly<Record<PersonKey, string>> = {
  name: '氏名',
  kana: 'ふりがな',
  affiliation: '所属',
  post: '役職',
  role: '役割',
  employer: '会社名（再委託先・派遣元）',
  phone: '電話番号',
  mail: 'メールアドレス',
  from: '従事期間の開始日',
  until: '従事期間の終了予定日',
  address: '住所',
  birthday: '生年月日',
  education: '学歴',
  career: '職歴',
  experience: '業務経験',
  training: '研修実績その他の経歴',
  expertise: '専門的知識その他の知見',
  languages: '母語・外国語',
  nationality: '国籍',
};

/** What no list keeps unless somebody has said so: few rosters ask for it, and a leak of it harms. */
export const sensitiveKeys: readonly PersonKey[] = [
  'address',
  'birthday',
  'education',
  'career',
  'experience',
  'training',
  'expertise',
  'languages',
  'nationality',
];

const dateKeys: readonly PersonKey[] = ['from', 'until', 'birthday'];

export const mostPeople = 1000;
/** Most pledges of one person. */
export const mostSigned = 100;
/** Longest text of a person, in code points: as long as a cell of a form. */
export const longestPersonText = 200;

/** Whether a text is one of the keys. */
export function isPersonKey(text: unknown): text is PersonKey {
  return personKeys.some((key) => key === text);
}

export function isSensitive(key: PersonKey): boolean {
  return sensitiveKeys.includes(key);
}

/** Whether what stands there is a day, `YYYY-MM-DD`. */
export function isDayKey(key: PersonKey): boolean {
  return dateKeys.includes(key);
}

/** What is known, or ''. */
export function textOf({ texts }: Pick<Person, 'texts'>, key: PersonKey): string {
  return texts[key] ?? '';
}

/** The keys that a list has, in order of display. */
export function keysOf({ keeps }: Pick<PeopleList, 'keeps'>): PersonKey[] {
  return personKeys.filter((key) => !isSensitive(key) || keeps.includes(key));
}

/** Texts of a person without the empty ones and without those that a list does not keep. */
export function keepTexts(texts: Person['texts'], keeps: readonly PersonKey[]): Person['texts'] {
  const kept = keysOf({ keeps }).flatMap((key): [PersonKey, string][] => (texts[key] ? [[key, texts[key]]] : []));
  return Object.fromEntries(kept);
}

/** The list with these sensitive keys kept; what it no longer keeps is gone from each person. */
export function withKeeps({ people }: PeopleList, keeps: readonly PersonKey[]): PeopleList {
  return {
    keeps: sensitiveKeys.filter((key) => keeps.includes(key)),
    people: people.map((person) => ({ ...person, texts: keepTexts(person.texts, keeps) })),
  };
}

/** How many people have something under a key. */
export function countWith({ people }: PeopleList, key: PersonKey): number {
  return people.filter((person) => textOf(person, key) !== '').length;
}
