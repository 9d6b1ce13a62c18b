import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HandedOut } from './checklist.ts';
import { projectFolder } from './site-folder.ts';

/** What `npm run verify` says of a file, in its one line. Rejects unless the exit code is 0. @param site the built one, where it is not `dist` */
export async function verifyOnCommandLine(file: HandedOut, site?: string): Promise<unknown> {
  const [verdict] = await verifyAllOnCommandLine([file], site);
  return verdict;
}

/** What it says of several files at once, in their order. */
export async function verifyAllOnCommandLine(files: readonly HandedOut[], site?: string): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kitei-journey-'));
  try {
    const paths = files.map(({ name }, index) => join(folder, `${index}-${name}`));
    for (const [index, path] of paths.entries()) await writeFile(path, files[index]?.bytes ?? '');
    const command = join(projectFolder, 'src/batch/verify-cli.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      command,
      ...(site ? ['--site', site] : []),
      ...paths,
    ]);
    const lines = stdout.trim().split('\n');
    if (lines.length !== files.length) throw new Error(`${files.length} files, and these lines: ${stdout}`);
    return lines.map((line) => JSON.parse(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}
