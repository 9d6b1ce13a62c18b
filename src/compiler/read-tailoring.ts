import { join } from 'node:path';
import { nameOfSite } from '../core/brand/brand.ts';
import type { Organization, Roles, Source } from '../core/regulation/registers.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { siteBlanks } from '../core/tailoring/items.ts';
import { toPieces, type Wording } from '../core/tailoring/wording.ts';
import { issuerKey } from '../record/v1/company/words.ts';
import type { Faults, Place } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { readInForce } from './in-force/read-in-force.ts';
import { kindName } from './kind-name.ts';
import { namedQuestions } from './known.ts';
import { readRegister } from './parse-yaml.ts';
import { readLists } from './read-lists.ts';
import { salvageHandbooks } from './salvage-handbooks.ts';
import { shapes } from './shapes.ts';

/** What the company has decided about its regulations, and what it may still decide. */
export interface Tailoring {
  organization: Organization;
  fillIns: FillIns;
  /** Of the documents in force. */
  roles: Roles;
  /** Fills the texts of the company's own handbooks and of check lists. */
  wording: Wording;
  /** Ids of the company's own handbooks in force, the main one first. */
  ours: readonly string[];
  inForce: InForce;
  /** Of the documents in force, as far as they could be read. */
  sources: ReadonlyMap<string, Source>;
}

/** What an organization.yaml says that is not there. */
export const emptyOrganization: Organization = {
  name: '',
  roles: {},
  contacts: { handbook: '', incident: '' },
  months: {},
  revisions: {},
  choices: {},
  blanks: {},
};

/** Reads organization.yaml, choices.yaml, lists/, roles.yaml and the sources, which have to fit one another. */
export async function readTailoring(faults: Faults): Promise<Tailoring> {
  const before = faults.met;
  const read = await readRegister('organization.yaml', shapes.organization, faults, emptyOrganization);
  const organization = { ...(await salvageHandbooks(faults)), ...read };
  const isSound = faults.met === before;
  const fillIns = await readRegister('choices.yaml', shapes.fillIns, faults, { choices: {}, blanks: {} });
  const all = await readRegister('roles.yaml', shapes.roles, faults, {});
  const { inForce, sources } = await readInForce(organization, Object.keys(all), faults);
  const { ours } = inForce;
  const roles = inForce.keep(all);
  // A role that organization.yaml names may be one of no handbook: check lists speak of it.
  const groups = [...Object.keys(roles).filter((id) => !sources.has(id)), ...ours.toReversed()];
  const isLost = faults.isLost('roles.yaml', '');
  const named = [isLost ? organization.roles : {}, ...groups.map((id) => namesOf(roles[id], organization))];
  const tailoring = {
    organization,
    fillIns,
    roles,
    wording: {
      ...toWording(organization, fillIns, Object.assign({}, ...named)),
      lists: await readLists(fillIns.lists, faults),
    },
    ours,
    inForce,
    sources,
  };
  // Of a file with a misspelt heading half would be missing.
  if (isSound) {
    const file = join(faults.root, 'organization.yaml');
    checkChoices(organization, fillIns, file, faults);
    checkBlanks(organization, fillIns, file, faults);
    checkRoles(tailoring, all, file, faults);
  }
  checkRoleNames(roles, join(faults.root, 'roles.yaml'), faults);
  return tailoring;
}

/** The words of a handbook: each has roles of its own, whatever another calls by the same id. */
export function wordingFor(
  handbook: string,
  { wording, roles, ours, organization }: Pick<Tailoring, 'wording' | 'roles' | 'ours' | 'organization'>,
): Wording {
  const names = namesOf(roles[handbook], organization);
  if (ours.includes(handbook)) return { ...wording, roles: { ...wording.roles, ...names } };
  return { ...wording, roles: names };
}

/** A role without a name of its own has it in organization.yaml. */
function namesOf(roles: Roles[string] = {}, organization: Organization): Record<string, string> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([id, { name = organization.roles[id] }]) => (name ? [[id, name]] : [])),
  );
}

function toWording(organization: Organization, { choices, blanks }: FillIns, roles: Record<string, string>): Wording {
  const values = new Map<string, string>();
  const set = (path: string, value: string | undefined) => {
    if (value) values.set(path, value);
  };
  set('name', organization.name);
  // No path in the file: without a title of its own the site is named after the company.
  set(issuerKey, nameOfSite(organization));
  for (const group of ['contacts', 'months', 'revisions', 'blanks'] as const) {
    for (const [id, value] of Object.entries(organization[group])) set(`${group}.${id}`, value);
  }
  for (const [id, option] of Object.entries(organization.choices)) {
    set(`choices.${id}`, option === 'unset' ? undefined : option);
  }
  const known = Object.entries(blanks).map(([id, { in: group = 'blanks', printed, unit }]) => {
    return [id, { path: `${group}.${id}`, printed, ...(unit && { unit }) }] as const;
  });
  const site = siteBlanks.map(({ id, path, printed }) => [id, { path, printed }] as const);
  return {
    values,
    roles,
    blanks: Object.fromEntries([...site, ...known]),
    choices: Object.fromEntries(Object.entries(choices).map(([id, { options }]) => [id, options])),
  };
}

function checkChoices({ choices }: Organization, fillIns: FillIns, file: string, faults: Faults): void {
  for (const [id, option] of Object.entries(choices)) {
    const place = { file, path: `choices.${id}` };
    faults.checkKnown('choice', id, namedQuestions(fillIns.choices), place, 'choices.yaml');
    const known = fillIns.choices[id];
    if (known) faults.checkKnown('option', option, ['unset', ...Object.entries(known.options)], place);
  }
  for (const id of Object.keys(fillIns.choices)) {
    if (!choices[id]) addLacking('choice', id, { file, path: 'choices' }, `${id}: unset`, faults);
  }
}

function checkBlanks(organization: Organization, { blanks }: FillIns, file: string, faults: Faults): void {
  for (const group of ['contacts', 'months', 'revisions', 'blanks'] as const) {
    const known = Object.keys(blanks).filter((id) => (blanks[id]?.in ?? 'blanks') === group);
    if (group === 'contacts') known.push('handbook', 'incident');
    const given = organization[group];
    for (const id of Object.keys(given)) {
      faults.checkKnown('blank', id, known, { file, path: `${group}.${id}` }, 'choices.yaml');
    }
    for (const id of known) {
      if (given[id] === undefined) addLacking('blank', id, { file, path: group }, `${id}: ''`, faults);
    }
  }
}

/** organization.yaml names the roles that have no name in roles.yaml, and no others. @param all those of documents that are off, too */
function checkRoles(
  { organization, roles, wording, ours, sources }: Tailoring,
  all: Roles,
  file: string,
  faults: Faults,
): void {
  const names = organization.roles;
  const nameless = Object.entries(all).flatMap(([handbook, entries]) =>
    Object.entries(entries).flatMap(([id, { name }]) => (name === undefined ? [{ handbook, id }] : [])),
  );
  const known = nameless.map(({ id }): [string, string] => [id, names[id] ?? '']);
  for (const [id, name] of Object.entries(names)) {
    const place = { file, path: `roles.${id}` };
    faults.checkKnown('role', id, known, place, 'roles.yaml');
    for (const piece of toPieces(name)) {
      if (typeof piece === 'string') continue;
      if (!('choice' in piece)) {
        const hint =
          '名前に入れられるのは選択だけです（例: {{choice:inspection}}責任者）。ほかは、言葉で書いてください。';
        faults.add('役割の名前に、役割か空欄が入っています。', place, hint);
      } else {
        faults.checkKnown('choice', piece.choice, Object.keys(wording.choices), place, 'choices.yaml');
      }
    }
  }
  for (const { handbook, id } of nameless) {
    const isOurs = ours.includes(handbook) || !sources.has(handbook);
    if (!isOurs || !roles[handbook] || names[id]) continue;
    const isTold = faults.isMeant('role', id) || faults.isLost('organization.yaml', id);
    faults.lose(file, id);
    if (isTold) continue;
    const hint = `会社での呼び名を「${id}: …」と書き足してください。`;
    faults.add(`${handbook} の役割「${id}」の名前がありません。`, { file, path: 'roles' }, hint);
  }
}

/**
 * Two roles of a client's document under one name: nobody could tell whose duty a provision states. Where a company
 * calls two of its own alike, the inspection of the regulations says so; it may be what the company wants.
 */
function checkRoleNames(roles: Roles, file: string, faults: Faults): void {
  for (const [handbook, entries] of Object.entries(roles)) {
    const seen = new Map<string, string>();
    for (const [id, { name }] of Object.entries(entries)) {
      if (name === undefined) continue;
      const other = seen.get(name);
      const place = { file, path: `${handbook}.${id}.name` };
      if (other)
        faults.add(`役割「${other}」と「${id}」が同じ名前です。`, place, 'どちらかに、別の名前を付けてください。');
      seen.set(name, id);
    }
  }
}

function addLacking(kind: string, id: string, place: Place, line: string, faults: Faults): void {
  if (faults.isMeant(kind, id) || faults.isLost('organization.yaml', id)) return;
  faults.add(
    `${kindName(kind)}「${id}」がありません。`,
    place,
    `「${line}」を書き足してください。何のことかは choices.yaml にあります。`,
  );
}
