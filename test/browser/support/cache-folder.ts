import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './site-folder.ts';

const lock = readFileSync(join(projectFolder, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
const version = /"version":\s*"([^"]+)"/.exec(lock)?.[1] ?? 'unknown';

/** Where the browser is unpacked; a new version gets a new folder. `npm ci` removes it with node_modules. */
export const cacheFolder = join(projectFolder, 'node_modules/.cache/kitei-browser', version);
