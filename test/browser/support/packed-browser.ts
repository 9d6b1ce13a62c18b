import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

export interface PackedBrowser {
  executablePath: string;
  /** Folder of the shared libraries (NSS and its kin) that a bare machine does not have. */
  libraries: string;
}

/** Unpacks the Chromium that comes by npm, once per version: about 3 seconds, then nothing. */
export async function unpackBrowser(): Promise<PackedBrowser> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const bin = join(dirname(entry), '..', 'bin');
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const folder = join(cacheFolder, 'chromium');
  if (!existsSync(folder)) {
    await mkdir(cacheFolder, { recursive: true });
    const aside = await mkdtemp(join(cacheFolder, 'unpacking-'));
    // The package unpacks into the temporary folder and takes a half-written file for a whole one. So it is given a
    // folder of its own, which gets its name only when all is there.
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = aside;
    try {
      packed.setGraphicsMode = false;
      await packed.executablePath();
      await inflate(join(bin, 'al2023.tar.br'));
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    // Another run may have been quicker; its copy serves as well.
    await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  }
  return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}
