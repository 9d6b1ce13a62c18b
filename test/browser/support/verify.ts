import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HandedOut } from './checklist.ts';
import { projectFolder } from './site-folder.ts';

/** What `npm run verify` says of a file, in its one line. Rejects unless the exit code is 0. @param site the built one, where it is not `dist` */
export async function verifyOnCommandLine(file: HandedOut, site?: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'kitei-journey-'));
  try {
    const path = join(folder, file.name);
    await writeFile(path, file.bytes);
    const command = join(projectFolder, 'src/verifier/verify-cli.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...(site ? ['--site', site] : []), path]);
    const [line = '', ...others] = stdout.trim().split('\n');
    if (others.length > 0) throw new Error(`More than one line: ${stdout}`);
    return JSON.parse(line);
  } finally {
    await rm(folder, { recursive: true });
  }
}
