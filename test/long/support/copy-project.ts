import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../browser/support/site-folder.ts';

/** All that tests look at besides the packages. */
const folders = ['src', 'content', 'public', 'test'];
const files = /^(CHANGELOG\.md|package(-lock)?\.json|tsconfig\.json|(astro|vitest(\.browser)?)\.config\.m?[jt]s)$/;

/** A checkout of its own, with the packages of this one. */
export interface ProjectCopy {
  folder: string;
  /** Runs one of its programs. @returns what it printed. @throws Error with that, when it ends in a fault */
  run(script: string, ...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** A new folder inside the project's, also in a checkout where nothing was built yet. */
export async function makeCopyFolder(): Promise<string> {
  const parent = join(projectFolder, '.astro');
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'copy-'));
}

/**
 * Copies the project. The copy stands inside the project's folder, because Astro compiles no component that lies
 * outside a common root.
 */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = await makeCopyFolder();
  const inputs = [...folders, ...(await readdir(projectFolder)).filter((name) => files.test(name))];
  for (const name of inputs) await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, '.cache'), { recursive: true });
  // Each package, and the browser that was unpacked; what builds leave there is the copy's own.
  const names = (await readdir(join(projectFolder, 'node_modules'))).filter((name) => !name.startsWith('.'));
  for (const name of [...names, '.bin', '.cache/kitei-browser']) {
    const target = join(projectFolder, 'node_modules', name);
    if (existsSync(target)) await symlink(target, join(packages, name));
  }
  return {
    folder,
    run: (script, ...args) =>
      new Promise((resolve, reject) => {
        // As by hand: with what a test runner puts into the environment Astro builds for development, many times slower.
        const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], CHROME_PATH: process.env['CHROME_PATH'] };
        const command = [join(packages, script), ...args];
        execFile(process.execPath, command, { cwd: folder, maxBuffer: 2 ** 28, env }, (fault, stdout, stderr) => {
          if (fault) reject(new Error(`${script} ${args.join(' ')}:\n${stdout}\n${stderr}`));
          else resolve(stdout);
        });
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}
