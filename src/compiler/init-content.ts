import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import { emptyFolder } from './empty-folder.ts';
import { ContentError, Faults } from './faults.ts';
import { programContent } from './general-knowledge.ts';
import { compileLibrary } from './library.ts';

/** Why no folder was written, in the words of the person who asked for it. */
export class InitError extends Error {
  override name = 'InitError';
}

/** What the chosen documents need besides their own two folders; what rests on others as well is whole in them. */
const shared = [
  'roles.yaml',
  'records.yaml',
  'choices.yaml',
  'glossary.yaml',
  'conflicts.yaml',
  'checklists',
  'decisions',
  'forms',
  'documents',
];

/**
 * Writes a content folder of a company's own: an organization.yaml to fill in and the topics; with documents of kitei's own
 * folder, these and all that can be asked of them.
 * @param root path of the folder, which is new or empty; @param chosen ids of documents
 * @returns what is in it
 * @throws InitError
 */
export async function initContent(root: string, chosen: readonly string[] = []): Promise<Library> {
  const own = programContent();
  await refuse(root, chosen, own);
  await mkdir(root, { recursive: true });
  for (const [name, text] of await emptyFolder()) await writeFile(join(root, name), text);
  if (chosen.length > 0) await copyChosen(root, chosen, own);
  const faults = new Faults(root);
  const library = await compileLibrary('/', faults);
  const list = faults.list();
  if (list.length > 0) throw new ContentError(list);
  for (const { kind, id } of library.leftOut) {
    for (const folder of ['', 'scopes', 'cases'])
      await rm(join(root, `${kind}s`, folder, `${id}.yaml`), { force: true });
  }
  if (library.conflicts.length === 0) await rm(join(root, 'conflicts.yaml'), { force: true });
  return library;
}

async function refuse(root: string, chosen: readonly string[], own: string): Promise<void> {
  const there = existsSync(root) ? await readdir(root).catch(() => undefined) : [];
  if (!there) throw new InitError(`${root} はフォルダーではありません。別の名前を指定してください。`);
  if (there.length > 0) {
    throw new InitError(`${root} は空ではありません（${there[0]} など）。新しいフォルダーの名前を指定してください。`);
  }
  const known = (await readdir(join(own, 'sources'))).map((name) => name.replace(/\.yaml$/, '')).sort();
  const strange = chosen.find((id) => !known.includes(id));
  if (strange !== undefined) {
    throw new InitError(`「${strange}」という文書は kitei にありません。--with に書ける id: ${known.join(', ')}`);
  }
}

async function copyChosen(root: string, chosen: readonly string[], own: string): Promise<void> {
  for (const id of chosen) {
    await cp(join(own, 'sources', `${id}.yaml`), join(root, 'sources', `${id}.yaml`));
    await cp(join(own, 'handbooks', id), join(root, 'handbooks', id), { recursive: true });
  }
  for (const name of shared) await cp(join(own, name), join(root, name), { recursive: true });
  // Roles, choices and blanks of the sample stand in it, each with a remark.
  const organization = await readFile(join(own, 'organization.yaml'), 'utf8');
  const remark = '# サイトに載せる文書。ほかの文書に拠るもの（問い、すること、記録など）は、サイトに出ない。';
  const without = organization.replace(/^#.*\n# handbooks:.*\n/m, '').replace(/^handbooks:.*\n/m, '');
  const line = `${remark}\nhandbooks: [${chosen.join(', ')}]\n`;
  await writeFile(join(root, 'organization.yaml'), without.replace(/^(?=#.*\nroles:)/m, line));
}
