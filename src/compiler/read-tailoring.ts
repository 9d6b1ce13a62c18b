import { join } from 'node:path';
import { nameOfSite } from '../core/brand/brand.ts';
import type { Organization, Roles } from '../core/regulation/registers.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { siteBlanks } from '../core/tailoring/items.ts';
import { toPieces, type Wording } from '../core/tailoring/wording.ts';
import { issuerKey } from '../record/v1/company/words.ts';
import type { Faults, Place } from './faults.ts';
import { namedQuestions, namedRoles } from './known.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

/** The handbook that states the company's own rules; organization.yaml names its roles, check lists speak with them. */
export const ownHandbook = 'company';

/** What the company has decided about its regulations, and what it may still decide. */
export interface Tailoring {
  organization: Organization;
  fillIns: FillIns;
  roles: Roles;
  /** Fills the texts of the company's own handbook and of check lists. */
  wording: Wording;
}

const emptyOrganization: Organization = {
  name: '',
  roles: {},
  contacts: { handbook: '', incident: '' },
  months: {},
  revisions: {},
  choices: {},
  blanks: {},
};

/** Reads organization.yaml, choices.yaml and roles.yaml, which have to fit one another. */
export async function readTailoring(faults: Faults): Promise<Tailoring> {
  const given = await readYaml('organization.yaml', shapes.organization, faults);
  const organization = given ?? emptyOrganization;
  const fillIns = (await readYaml('choices.yaml', shapes.fillIns, faults)) ?? { choices: {}, blanks: {} };
  const roles = (await readYaml('roles.yaml', shapes.roles, faults)) ?? {};
  const tailoring = { organization, fillIns, roles, wording: toWording(organization, fillIns) };
  if (given) {
    const file = join(faults.root, 'organization.yaml');
    checkChoices(organization, fillIns, file, faults);
    checkBlanks(organization, fillIns, file, faults);
    checkRoles(tailoring, file, faults);
  }
  checkRoleNames(roles, join(faults.root, 'roles.yaml'), faults);
  return tailoring;
}

/** The words of a handbook: only the company's own roles are named in organization.yaml. */
export function wordingFor(handbook: string, { wording, roles }: Pick<Tailoring, 'wording' | 'roles'>): Wording {
  if (handbook === ownHandbook) return wording;
  const names = Object.entries(roles[handbook] ?? {}).map(([id, { name = '' }]) => [id, name]);
  return { ...wording, roles: Object.fromEntries(names) };
}

function toWording(organization: Organization, { choices, blanks }: FillIns): Wording {
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
    roles: organization.roles,
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

function checkRoles({ organization, roles, wording }: Tailoring, file: string, faults: Faults): void {
  const names = organization.roles;
  const own = roles[ownHandbook] ?? {};
  for (const [id, name] of Object.entries(names)) {
    const place = { file, path: `roles.${id}` };
    faults.checkKnown('role', id, namedRoles({ roles, wording }, ownHandbook), place, 'roles.yaml');
    for (const piece of toPieces(name)) {
      if (typeof piece === 'string') continue;
      if (!('choice' in piece)) {
        const hint = 'A name may hold a choice: {{choice:inspection}}責任者. Write everything else out.';
        faults.add('a role name holds a role or a blank.', place, hint);
      } else {
        faults.checkKnown('choice', piece.choice, Object.keys(wording.choices), place, 'choices.yaml');
      }
    }
  }
  for (const id of Object.keys(own)) {
    if (own[id]?.name || names[id]) continue;
    const isTold = faults.isMeant('role', id) || faults.isLost('organization.yaml', id);
    faults.lose(file, id);
    if (isTold) continue;
    const hint = `Add "${id}: …" with the name the company uses.`;
    faults.add(`role "${id}" of ${ownHandbook} has no name.`, { file, path: 'roles' }, hint);
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
      if (other) faults.add(`the roles "${other}" and "${id}" have one name.`, place, 'Give one of them another name.');
      seen.set(name, id);
    }
  }
}

function addLacking(kind: string, id: string, place: Place, line: string, faults: Faults): void {
  if (faults.isMeant(kind, id) || faults.isLost('organization.yaml', id)) return;
  faults.add(`${kind} "${id}" is missing.`, place, `Add "${line}"; content/choices.yaml says what it is.`);
}
