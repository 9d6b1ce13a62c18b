import { spawnSync } from 'node:child_process';
import { UsageError } from '../../compiler/content-option.ts';
import { readLibrary } from '../../compiler/library.ts';
import { describeVersion, listUnlocked } from '../../compiler/versions-lock.ts';
import { findBroken, freezeFiles, hashGolden, readFrozen } from './freeze-files.ts';
import { raiseVersion, type Step } from './raise-version.ts';

/** A version as it was made. */
export interface MadeRelease {
  /** e.g. `1.0.0` */
  version: string;
  /** Golden files that this version is the first to promise. */
  frozen: string[];
}

/**
 * Makes of what stands committed the next version: raises it everywhere and promises the golden files.
 * @param folder of the project; @param content folder whose tools are published with it
 * @throws UsageError, with nothing changed, where something is not committed, a tool's questions are not locked, a golden
 *   file is not as it was promised, or CHANGELOG.md says nothing
 */
export async function makeRelease(folder: string, content: string, step: Step): Promise<MadeRelease> {
  requireCommitted(folder);
  const broken = findBroken(readFrozen(folder), hashGolden(folder));
  if (broken.length > 0) {
    throw new UsageError(
      `公開した版の見本が変わっています: ${broken.join('、')}。→ git で元に戻し、見本ではなくコードを直してください。`,
    );
  }
  const { tools } = await readLibrary(content, '/');
  const unlocked = listUnlocked(tools, content);
  if (unlocked.length > 0) {
    throw new UsageError(
      `まだ記していない版があります: ${unlocked.map(describeVersion).join('、')}。→ npm run lock を実行し、コミットしてから、もう一度どうぞ。`,
    );
  }
  return { version: raiseVersion(folder, step), frozen: freezeFiles(folder) };
}

/** A version is made of what others can get. A folder that is none of git's cannot be asked. */
function requireCommitted(folder: string): void {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0 || stdout.trim() === '') return;
  throw new UsageError(`コミットしていない変更があります。→ コミットしてから、もう一度どうぞ。\n${stdout.trimEnd()}`);
}
