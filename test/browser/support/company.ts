import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from './site-folder.ts';

/** content/organization.yaml: what the company of this site has named and chosen. */
export interface Organization {
  roles: Record<string, string>;
  choices: Record<string, string>;
}

const frozen = 'test/fixtures/content';

export const organization: Organization = readYaml('content', 'organization.yaml');

/**
 * Whether the handbooks are those this site came with, in their own words. What was tuned on them (the search's
 * questions, the weight of their index) is held to its full measure there, and says less of a company's own.
 */
export const isAsShipped = JSON.stringify(wordsOf('content')) === JSON.stringify(wordsOf(frozen));

function wordsOf(content: string): unknown {
  const { roles, choices }: Organization = readYaml(content, 'organization.yaml');
  const sources = readdirSync(join(projectFolder, content, 'sources')).sort();
  return [
    roles,
    choices,
    sources.map((name) => [name, readYaml<{ version: string }>(content, 'sources', name).version]),
  ];
}

function readYaml<Value>(...path: string[]): Value {
  return parse(readFileSync(join(projectFolder, ...path), 'utf8'));
}
