import { type Contents, findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { aboutOf } from '../../record/v1/checklist/about.ts';
import type { Header } from '../../record/v1/header/header.ts';
import { toCanonicalJson } from '../text/canonical-json.ts';
import { type CompanyName, compareCompanies, toCompanyKey, toCompanyName } from '../text/company-key.ts';

/** What is needed of a sound file to compare it with others. */
export interface ReceivedFile {
  id: string;
  file: KiteiFile;
  /** What the signer's clock showed. */
  claimedTime: Date;
  /** Of the certificate that signed. */
  fingerprint: string;
  /** 会社名 in that certificate, or '' */
  organization: string;
}

/**
 * `only` there is no other of this company for this list; `newest` and `older` go by the signers' clocks; `tied` several
 * show the same latest time.
 */
export type Place = 'only' | 'newest' | 'tied' | 'older';

/** How a file stands to the others of the same list. */
export interface FileRelation {
  place: Place;
  /** Ids of those with the latest time, of the same company for the same list; empty for `only`. */
  newest: readonly string[];
  /** Ids of other files with exactly the same answers. */
  sameAnswers: readonly string[];
  /** Files of this company, or under a name near to it, for this list were signed with more than one key. */
  hasOtherKey: boolean;
  /** They name more than one 提出先 or 業務名: they may not be meant to replace one another. */
  hasOtherPurpose: boolean;
  /** Some of them answer a later version of the list. */
  hasLaterVersion: boolean;
}

/** What is compared of a file: for whoever keeps that and not the file. */
export interface ComparedFile extends Pick<ReceivedFile, 'id' | 'claimedTime' | 'fingerprint'> {
  /** The same for files that may take one another's place. */
  group: string;
  /** The same for exactly the same answers. */
  answers: string;
  /** From purposeOf(). */
  purpose: string;
  /** Of the definition that was answered. */
  version: number;
}

/**
 * Compares the sound files of an inbox. Files belong together when they answer the same list and name the same company:
 * in the answers, else in the certificate, else by the key; of a tool that tells cases apart, when they are of the same case
 * as well; of a list that is answered for each person or system, when they are of the same one. Which is the newest is what the signers' clocks say, and
 * anybody can set a clock, or write another's name.
 * @returns by id, one relation for each file
 */
export function relateFiles(files: readonly ReceivedFile[]): Map<string, FileRelation> {
  const compared = files.map((received) => {
    const { file, organization: _, ...facts } = received;
    return {
      ...facts,
      group: toGroupKey(received),
      answers: toCanonicalJson(file.answers),
      purpose: purposeOf(file.answers.header),
      version: file.definition.version,
    };
  });
  const mixed = findMixedKeys(files);
  const groups = new Map(compared.map(({ id, group }) => [id, group]));
  return new Map(
    [...relate(compared)].map(([id, relation]) => [
      id,
      { ...relation, hasOtherKey: relation.hasOtherKey || mixed.has(groups.get(id) ?? '') },
    ]),
  );
}

/** The same, where it is known already which files belong together; of keys, those of one group alone are compared. */
export function relate(files: readonly ComparedFile[]): Map<string, FileRelation> {
  const same = new Map(
    groupBy(files, ({ answers }) => answers).flatMap((group) => {
      const ids = group.map(({ id }) => id);
      return ids.map((id) => [id, ids.filter((other) => other !== id)] as const);
    }),
  );
  return new Map(groupBy(files, ({ group }) => group).flatMap((group) => relateGroup(group, same)));
}

/**
 * Groups signed with more than one key, those under a near name counted: 甲 and 株式会社甲 may be one company, which is too
 * little to call one file newer than the other, and enough to warn of a key.
 */
function findMixedKeys(files: readonly ReceivedFile[]): Set<string> {
  const mixed = new Set<string>();
  const named = files.filter((file) => nameOf(file).key !== '');
  for (const namesakes of groupBy(named, (file) => `${matterOf(file.file)}${nameOf(file).bare}`)) {
    const spellings = groupBy(namesakes, toGroupKey).flatMap((group) => {
      const [first] = group;
      const keys = new Set(group.map(({ fingerprint }) => fingerprint));
      return first ? [{ id: toGroupKey(first), name: nameOf(first), keys }] : [];
    });
    for (const one of spellings) {
      const near = spellings.filter((other) => one === other || compareCompanies(one.name, other.name) !== 'apart');
      if (new Set(near.flatMap(({ keys }) => [...keys])).size > 1) mixed.add(one.id);
    }
  }
  return mixed;
}

/** What answers are to: a tool, of it a case, a person or a system. Only those to the same may take one another's place. */
export function matterOf(contents: Contents): string {
  const { answers, definition } = contents;
  const list = findChecklist(contents);
  const about = list ? toCompanyKey(aboutOf(list.definition, list.answers)) : '';
  return JSON.stringify([answers.kind, definition.id, 'case' in answers ? answers.case : about]);
}

/** 提出先 and 業務名, however they are spelt. */
export function purposeOf({ recipient, business }: Pick<Header, 'recipient' | 'business'>): string {
  return JSON.stringify([toCompanyKey(recipient), toCompanyKey(business)]);
}

/** The relations of files of one company for one list. */
function relateGroup(
  group: readonly ComparedFile[],
  same: ReadonlyMap<string, readonly string[]>,
): [string, FileRelation][] {
  const latest = Math.max(...group.map(({ claimedTime }) => claimedTime.getTime()));
  const newest = group.filter(({ claimedTime }) => claimedTime.getTime() === latest).map(({ id }) => id);
  const latestVersion = Math.max(...group.map(({ version }) => version));
  const shared = {
    newest: group.length === 1 ? [] : newest,
    hasOtherKey: new Set(group.map(({ fingerprint }) => fingerprint)).size > 1,
    hasOtherPurpose: new Set(group.map(({ purpose }) => purpose)).size > 1,
  };
  return group.map(({ id, version }) => [
    id,
    {
      ...shared,
      place: toPlace(newest.includes(id), newest.length, group.length),
      sameAnswers: same.get(id) ?? [],
      hasLaterVersion: latestVersion > version,
    },
  ]);
}

function toPlace(isLatest: boolean, latest: number, total: number): Place {
  if (total === 1) return 'only';
  if (!isLatest) return 'older';
  return latest === 1 ? 'newest' : 'tied';
}

/** The company of a file, read once: in its answers, else in its certificate. */
const names = new WeakMap<ReceivedFile, CompanyName>();

function nameOf(received: ReceivedFile): CompanyName {
  const { file, organization } = received;
  const own = names.get(received) ?? toCompanyName(file.answers.header.company);
  const name = own.key === '' ? toCompanyName(organization) : own;
  names.set(received, name);
  return name;
}

function toGroupKey(received: ReceivedFile): string {
  const { key } = nameOf(received);
  return matterOf(received.file) + JSON.stringify([key ? 'company' : 'key', key || received.fingerprint]);
}

function groupBy<File>(files: readonly File[], toKey: (file: File) => string): File[][] {
  return [...Map.groupBy(files, toKey).values()];
}
