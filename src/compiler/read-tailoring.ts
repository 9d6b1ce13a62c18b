import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../core/content-error.ts';
import { type Organization, OrganizationSchema, type Roles, RolesSchema } from '../core/regulation/registers.ts';
import { type FillIns, FillInsSchema } from '../core/tailoring/fill-ins.ts';
import { siteBlanks } from '../core/tailoring/site-blanks.ts';
import { toPieces, type Wording } from '../core/tailoring/wording.ts';
import { parseContent, parseYaml, unknownId } from './parse-content.ts';

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

/** Reads a YAML file of the content folder and checks it. */
export async function readYaml<T extends Parameters<typeof parseContent>[0]>(root: string, name: string, schema: T) {
  const file = join(root, name);
  return parseContent(schema, parseYaml(await readFile(file, 'utf8'), file), file);
}

/**
 * Reads organization.yaml, choices.yaml and roles.yaml.
 * @param root path of the content folder
 * @throws ContentError for an unknown role, choice, option or blank, and for one that organization.yaml lacks.
 */
export async function readTailoring(root: string): Promise<Tailoring> {
  const organization = await readYaml(root, 'organization.yaml', OrganizationSchema);
  const fillIns = await readYaml(root, 'choices.yaml', FillInsSchema);
  const roles = await readYaml(root, 'roles.yaml', RolesSchema);
  const file = join(root, 'organization.yaml');
  const wording = toWording(organization, fillIns);
  checkChoices(organization, fillIns, file);
  checkBlanks(organization, fillIns, file);
  checkRoles(organization, roles, wording, file);
  return { organization, fillIns, roles, wording };
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

function checkChoices({ choices }: Organization, fillIns: FillIns, file: string): void {
  for (const [id, option] of Object.entries(choices)) {
    const known = fillIns.choices[id];
    if (!known) throw unknownId('choice', id, Object.keys(fillIns.choices), file, `choices.${id}`);
    if (option !== 'unset' && !known.options[option]) {
      throw unknownId('option', option, ['unset', ...Object.keys(known.options)], file, `choices.${id}`);
    }
  }
  for (const id of Object.keys(fillIns.choices)) {
    if (!choices[id]) throw lacking('choice', id, file, 'choices', `${id}: unset`);
  }
}

function checkBlanks(organization: Organization, { blanks }: FillIns, file: string): void {
  for (const group of ['contacts', 'months', 'revisions', 'blanks'] as const) {
    const known = Object.keys(blanks).filter((id) => (blanks[id]?.in ?? 'blanks') === group);
    if (group === 'contacts') known.push('handbook', 'incident');
    const given = organization[group];
    for (const id of Object.keys(given)) {
      if (!known.includes(id)) throw unknownId('blank', id, known, file, `${group}.${id}`);
    }
    for (const id of known) if (given[id] === undefined) throw lacking('blank', id, file, group, `${id}: ''`);
  }
}

function checkRoles({ roles: names }: Organization, roles: Roles, wording: Wording, file: string): void {
  const own = roles[ownHandbook] ?? {};
  for (const [id, name] of Object.entries(names)) {
    const path = `roles.${id}`;
    if (!own[id]) throw unknownId('role', id, Object.keys(own), file, path);
    for (const piece of toPieces(name)) {
      if (typeof piece === 'string') continue;
      if ('choice' in piece) {
        if (!wording.choices[piece.choice]) {
          throw unknownId('choice', piece.choice, Object.keys(wording.choices), file, path);
        }
      } else {
        throw new ContentError('a role name holds a role or a blank.', {
          file,
          path,
          hint: 'A name may hold a choice: {{choice:inspection}}責任者. Write everything else out.',
        });
      }
    }
  }
  for (const id of Object.keys(own)) {
    if (own[id]?.name || names[id]) continue;
    throw new ContentError(`role "${id}" of ${ownHandbook} has no name.`, {
      file,
      path: 'roles',
      hint: `Add "${id}: …" with the name the company uses.`,
    });
  }
}

function lacking(kind: string, id: string, file: string, path: string, line: string): ContentError {
  return new ContentError(`${kind} "${id}" is missing.`, {
    file,
    path,
    hint: `Add "${line}"; content/choices.yaml says what it is.`,
  });
}
