import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from './library.ts';
import { extendLock, listUnlocked, lockName } from './versions-lock.ts';

/*
 * npm run lock -- [FOLDER]
 * Writes down what the versions of all tools ask, before they are published; a content folder other than `content` may be named.
 */

const [root = 'content'] = process.argv.slice(2);
const { tools } = await readLibrary(root, '/');
const added = listUnlocked(tools, root);
writeFileSync(join(root, lockName), extendLock(tools, root));
console.info(added.length > 0 ? `Locked: ${added.join(', ')}.` : 'All versions are locked already.');
