import { findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { aboutOf } from '../../record/v1/checklist/about.ts';
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

/**
 * Compares the sound files of an inbox. Files belong together when they answer the same list and name the same company:
 * in the answers, else in the certificate, else by the key; of a tool that tells cases apart, when they are of the same case
 * as well; of a list that is answered for each person or system, when they are of the same one. Which is the newest is what the signers' clocks say, and
 * anybody can set a clock, or write another's name.
 * @returns by id, one relation for each file
 */
export function relateFiles(files: readonly ReceivedFile[]): Map<string, FileRelation> {
  const companies = groupBy(files, toGroupKey);
  const mixed = findMixedKeys(files);
  const answers = groupBy(files, ({ file }) => toCanonicalJson(file.answers));
  const same = new Map(
    answers.flatMap((group) => {
      const ids = group.map(({ id }) => id);
      return ids.map((id) => [id, ids.filter((other) => other !== id)] as const);
    }),
  );
  return new Map(
    companies.flatMap((group) => {
      const hasOtherKey = group[0] !== undefined && mixed.has(toGroupKey(group[0]));
      return relateGroup(group, same).map(([id, relation]) => [id, { ...relation, hasOtherKey }] as const);
    }),
  );
}

/**
 * Groups signed with more than one key, those under a near name counted: 甲 and 株式会社甲 may be one company, which is too
 * little to call one file newer than the other, and enough to warn of a key.
 */
function findMixedKeys(files: readonly ReceivedFile[]): Set<string> {
  const mixed = new Set<string>();
  const named = files.filter((file) => nameOf(file).key !== '');
  for (const namesakes of groupBy(named, (file) => `${toListKey(file)}${nameOf(file).bare}`)) {
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

/** The relations of files of one company for one list. */
function relateGroup(
  group: readonly ReceivedFile[],
  same: ReadonlyMap<string, readonly string[]>,
): [string, Omit<FileRelation, 'hasOtherKey'>][] {
  const latest = Math.max(...group.map(({ claimedTime }) => claimedTime.getTime()));
  const newest = group.filter(({ claimedTime }) => claimedTime.getTime() === latest).map(({ id }) => id);
  const latestVersion = Math.max(...group.map(({ file }) => file.definition.version));
  const shared = {
    newest: group.length === 1 ? [] : newest,
    hasOtherPurpose: new Set(group.map(toPurpose)).size > 1,
  };
  return group.map(({ id, file }) => [
    id,
    {
      ...shared,
      place: toPlace(newest.includes(id), newest.length, group.length),
      sameAnswers: same.get(id) ?? [],
      hasLaterVersion: latestVersion > file.definition.version,
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

/** What a file answers: the list, and the case, person or system it is about. */
function toListKey({ file }: ReceivedFile): string {
  const { answers, definition } = file;
  const list = findChecklist(file);
  const about = list ? toCompanyKey(aboutOf(list.definition, list.answers)) : '';
  return JSON.stringify([answers.kind, definition.id, 'case' in answers ? answers.case : about]);
}

function toGroupKey(received: ReceivedFile): string {
  const { key } = nameOf(received);
  return toListKey(received) + JSON.stringify([key ? 'company' : 'key', key || received.fingerprint]);
}

function toPurpose({ file }: ReceivedFile): string {
  const { recipient, business } = file.answers.header;
  return JSON.stringify([toCompanyKey(recipient), toCompanyKey(business)]);
}

function groupBy(files: readonly ReceivedFile[], toKey: (file: ReceivedFile) => string): ReceivedFile[][] {
  const groups = new Map<string, ReceivedFile[]>();
  for (const file of files) {
    const key = toKey(file);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()];
}
