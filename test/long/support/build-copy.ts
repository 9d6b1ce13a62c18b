import { execFile } from 'node:child_process';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../browser/support/site-folder.ts';
import { makeCopyFolder } from './copy-project.ts';

const inputs = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const fonts = 'node_modules/@expo-google-fonts';
const astro = 'node_modules/astro/bin/astro.mjs';
/** Tells at the end what the build has cost: a clock would measure what else the machine does. */
const tellCost = 'data:text/javascript,process.on("exit",()=>console.error("cost "+process.cpuUsage().user))';

/** A project of its own, built; `remove` takes it away. */
export interface BuiltCopy {
  /** Its `dist/`. */
  site: string;
  /** Seconds of the processor's time. */
  seconds: number;
  remove(): Promise<void>;
}

/**
 * Builds the project with another content. The copy stands inside the project's folder, because Astro compiles no
 * component that lies outside a common root.
 * @param change gets the copy's content folder
 */
export async function buildCopy(change: (content: string) => Promise<void>): Promise<BuiltCopy> {
  const folder = await makeCopyFolder();
  const remove = () => rm(folder, { recursive: true });
  try {
    for (const name of inputs) await cp(join(projectFolder, name), join(folder, name), { recursive: true });
    // Packages are found in the project around it; the font is read by its path, and caches are the copy's own.
    await mkdir(join(folder, 'node_modules'));
    await symlink(join(projectFolder, fonts), join(folder, fonts));
    await change(join(folder, 'content'));
    const { stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', tellCost, join(projectFolder, astro), 'build'],
      // As by hand: with what a test runner puts into the environment Astro builds for development, many times slower.
      { cwd: folder, maxBuffer: 2 ** 26, env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } },
    );
    const cost = Number(/cost (\d+)/.exec(stderr)?.[1]);
    return { site: join(folder, 'dist'), seconds: cost / 1e6, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
}
