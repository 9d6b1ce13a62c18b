import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { findStanding, identifyAsked } from '../../src/record/identity.ts';
import { currentVersion } from '../../src/record/versions.ts';
import { sha256 } from '../support/record.ts';
import { shareLibrary } from '../support/share-library.ts';

const {
  tools,
  wording,
  organization: { roles: named },
} = await shareLibrary(contentRoot());
const identify = (entries: typeof tools) =>
  entries.map(({ kind, asked }) => identifyAsked(currentVersion.tools[kind], asked, sha256));
const ours = identify(tools);

/** The tools of a company that calls every role otherwise, fills each blank, and takes the nth option of each choice. */
async function readRenamed(nth: number): Promise<typeof tools> {
  const root = await mkdtemp(join(tmpdir(), 'kitei-renamed-'));
  try {
    await cp(contentRoot(), root, { recursive: true });
    const file = join(root, 'organization.yaml');
    const organization = parseDocument(existsSync(file) ? await readFile(file, 'utf8') : '{}');
    // A role with a name in roles.yaml keeps it.
    for (const id of Object.keys(named)) organization.setIn(['roles', id], `別の${id}`);
    for (const [choice, options] of Object.entries(wording.choices))
      organization.setIn(['choices', choice], Object.keys(options).at(nth) ?? 'unset');
    for (const { path } of Object.values(wording.blanks)) {
      const [group = '', id] = path.split('.');
      if (id) organization.setIn([group, id], group === 'months' ? '4' : '別の言葉');
    }
    await writeFile(file, String(organization));
    return (await readLibrary(root, '/')).tools;
  } finally {
    await rm(root, { recursive: true });
  }
}

test.each([0, -1])(
  'a file of every tool stays acceptable after all roles are renamed and all choices made (%i)',
  async (nth) => {
    const theirs = await readRenamed(nth);
    const standings = identify(theirs).map((one) => [one.id, findStanding(one, ours)]);
    expect(standings.filter(([, standing]) => !['current', 'renamed'].includes(standing ?? ''))).toEqual([]);
    expect(standings.length).toBe(ours.length);
  },
);
