import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { contentRoot } from '../../../src/compiler/library.ts';
import { projectFolder } from './site-folder.ts';

/** organization.yaml: what the company of this site has named and chosen. */
export interface Organization {
  roles: Record<string, string>;
  choices: Record<string, string>;
}

const frozen = 'test/fixtures/content';

export const organization: Organization = {
  roles: {},
  choices: {},
  ...readYaml<Partial<Organization>>(contentRoot(), 'organization.yaml'),
};

/**
 * Whether the handbooks are those this site came with, in their own words. What was tuned on them (the search's
 * questions, the weight of their index) is held to its full measure there, and says less of a company's own.
 */
export const isAsShipped = JSON.stringify(wordsOf(contentRoot())) === JSON.stringify(wordsOf(frozen));

function wordsOf(content: string): unknown {
  const { roles, choices } = readYaml<Partial<Organization>>(content, 'organization.yaml');
  const folder = resolve(projectFolder, content, 'sources');
  const sources = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [
    roles,
    choices,
    sources.map((name) => [name, readYaml<{ version: string }>(content, 'sources', name).version]),
  ];
}

function readYaml<Value>(...path: string[]): Value {
  const file = resolve(projectFolder, ...path);
  // A folder may leave any file out.
  return parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}');
}
