import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { contentRoot } from '../../../src/compiler/library.ts';

/** The project's folder. */
export const projectFolder = resolve(import.meta.dirname, '../../..');

/** The built site under test: `dist/`, or the folder named by KITEI_DIST. */
export const siteFolder = resolve(projectFolder, process.env['KITEI_DIST'] || 'dist');

const inputs = ['src', contentRoot(), 'public', 'astro.config.mjs', 'package.json'];

/**
 * Holds that there is a built site and that nothing it is made from was changed after it was built. A site named by
 * KITEI_DIST is taken as it is.
 * @throws Error that says what to run.
 */
export async function requireBuild(): Promise<void> {
  const home = join(siteFolder, 'index.html');
  if (!existsSync(home)) throw new Error(`There is no built site in ${siteFolder}. Run \`npm run build\` first.`);
  if (process.env['KITEI_DIST']) return;
  const builtAt = (await stat(home)).mtimeMs;
  for (const input of inputs) {
    const newer = await findNewer(resolve(projectFolder, input), builtAt);
    if (newer) throw new Error(`dist/ is older than ${newer}. Run \`npm run build\` and then these tests.`);
  }
}

async function findNewer(path: string, than: number): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  const state = await stat(path);
  if (!state.isDirectory()) return state.mtimeMs > than ? path : undefined;
  for (const name of await readdir(path)) {
    const newer = await findNewer(join(path, name), than);
    if (newer) return newer;
  }
  return undefined;
}

/** Every page of the built site, as the path a browser asks for: `/`, `/nerima/`, `/404.html`; sorted. */
export async function listPages(): Promise<string[]> {
  const files = await readdir(siteFolder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

/** One page of each type, as far as this site has one. */
export const pageTypes: readonly string[] = [
  '/',
  '/404.html',
  '/company/',
  '/company/09/',
  '/checklists/contractor-security/',
  '/keys/',
  '/people/',
  '/verify/',
  '/tailoring/',
  '/glossary/',
  '/print/nerima/',
  '/regulation-check/',
  '/compare/',
  '/compare/disposal/',
  '/roles/',
  '/roles/nerima/',
  '/decisions/',
  '/decisions/account-password/',
  '/forms/',
  '/forms/rodokyoku-erasure-plan/',
  '/documents/outsourcing-contract/',
  '/registers/',
  '/registers/nerima-removal-register/',
].filter((path) => existsSync(join(siteFolder, path.endsWith('/') ? `${path}index.html` : path)));

/** What every site has, whatever its content folder holds. */
export const everywhere: readonly string[] = [
  '/',
  '/404.html',
  '/keys/',
  '/verify/',
  '/tailoring/',
  '/glossary/',
  '/search/',
  '/roles/',
];
