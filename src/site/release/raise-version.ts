import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../compiler/content-option.ts';
import { toJapanClock } from '../../core/text/japan-time.ts';

export const steps = ['patch', 'minor', 'major'] as const;
export type Step = (typeof steps)[number];

const heading = '## 未公開';
/** Whoever verifies a file must know which versions there were. */
const releasesFile = 'src/record/releases.ts';

/**
 * Raises the version in package.json and the lock file, gives what stands under 未公開 in CHANGELOG.md the new version
 * and the day, and names the version in src/record/releases.ts.
 * @param folder of the project
 * @returns the new version, e.g. `1.5.0`
 * @throws UsageError, with all files as they were, when it cannot
 */
export function raiseVersion(folder: string, step: Step): string {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const own = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  const version = raiseNumber(own.version, step);
  const changes = publishChanges(read('CHANGELOG.md'), version);
  const releases = read(releasesFile).replace(/= \[(.*)\];/, (_, all) => `= [${all ? `${all}, ` : ''}'${version}'];`);
  own.version = version;
  lock.version = version;
  lock.packages[''].version = version;
  const asJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const written = {
    'package.json': asJson(own),
    'package-lock.json': asJson(lock),
    'CHANGELOG.md': changes,
    [releasesFile]: releases,
  };
  for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, name), text);
  return version;
}

/** One part up by one, those behind it to nought. */
function raiseNumber(version: string, step: Step): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  if (!parts) {
    throw new UsageError(`package.json の版が「${version}」です。→ 1.2.3 の形（数字3つ）に書き直してください。`);
  }
  const at = steps.toReversed().indexOf(step);
  return parts.map((part, index) => (index < at ? part : index === at ? part + 1 : 0)).join('.');
}

/** The list of changes with the unpublished ones under the version. */
function publishChanges(changes: string, version: string): string {
  const [before, after, ...more] = changes.split(`${heading}\n`);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError(
      `CHANGELOG.md に「${heading}」の行が、ちょうど一つ要ります。→ 書き足すか、一つにしてください。`,
    );
  }
  const [unpublished = ''] = after.split(/^## /m);
  if (!/^- \S/m.test(unpublished)) {
    throw new UsageError(
      `CHANGELOG.md の「${heading}」に何もありません。→ 使う人の気づく変更を「- …」の行で書いてください。`,
    );
  }
  return `${before}${heading}\n\n## ${version} - ${toJapanClock(new Date()).date}\n${after}`;
}
