import { readFileSync, writeFileSync } from 'node:fs';
import { toJapanClock } from '../core/text/japan-time.ts';

/**
 * `npm run raise -- patch|minor|major`: raises the version in package.json and the lock file, and gives what stands
 * under 未公開 in CHANGELOG.md the new version and the day; src/record/releases.ts names the version. Exit 1, with all files as they were, when it cannot.
 */
const heading = '## 未公開';
/** Whoever verifies a file must know which versions there were. */
const releasesFile = 'src/record/releases.ts';
const steps = ['major', 'minor', 'patch'];

try {
  console.info(
    `版を ${raise(process.argv[2] ?? '')} に上げました。npm test を実行してから、コミットしてタグを付けてください。`,
  );
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

function raise(step: string): string {
  const at = steps.indexOf(step);
  if (at < 0) throw new Error(`Say how far: npm run raise -- ${steps.toReversed().join('|')}`);
  const own = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const version = raiseNumber(own.version, at);
  const changes = release(readFileSync('CHANGELOG.md', 'utf8'), version);
  own.version = version;
  lock.version = version;
  lock.packages[''].version = version;
  for (const [name, value] of Object.entries({ 'package.json': own, 'package-lock.json': lock })) {
    writeFileSync(name, `${JSON.stringify(value, undefined, 2)}\n`);
  }
  writeFileSync('CHANGELOG.md', changes);
  const releases = readFileSync(releasesFile, 'utf8');
  writeFileSync(
    releasesFile,
    releases.replace(/= \[(.*)\];/, (_, all) => `= [${all ? `${all}, ` : ''}'${version}'];`),
  );
  return version;
}

/** One part up by one, those behind it to nought. */
function raiseNumber(version: string, at: number): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  if (!parts) throw new Error(`package.json has the version "${version}"; write it as 1.2.3.`);
  return parts.map((part, index) => (index < at ? part : index === at ? part + 1 : 0)).join('.');
}

/** The list of changes with the unpublished ones under the version. */
function release(changes: string, version: string): string {
  const [before, after, ...more] = changes.split(`${heading}\n`);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`CHANGELOG.md needs the line "${heading}" once.`);
  }
  const [unpublished = ''] = after.split(/^## /m);
  if (!/^- \S/m.test(unpublished)) {
    throw new Error(`CHANGELOG.md has nothing under "${heading}": write a line "- …" for each change people notice.`);
  }
  return `${before}${heading}\n\n## ${version} - ${toJapanClock(new Date()).date}\n${after}`;
}
