import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { extendLock, lockName } from '../../../src/compiler/versions-lock.ts';
import { findBroken, hashGolden, readFrozen } from '../../../src/site/release/freeze-files.ts';
import { makeRelease } from '../../../src/site/release/make-release.ts';
import type { Step } from '../../../src/site/release/raise-version.ts';

const golden = 'test/fixtures/files';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kitei-release-'));
  for (const name of ['package.json', 'package-lock.json', 'src/record/releases.ts']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'CHANGELOG.md'), '## 未公開\n\n- 二枚目の確認リスト。\n');
  const content = join(folder, 'content');
  cpSync('test/fixtures/content', content, { recursive: true });
  const { tools } = await readLibrary(content, '/');
  writeFileSync(join(content, lockName), extendLock(tools, content));
  mkdirSync(join(folder, golden), { recursive: true });
  writeFileSync(join(folder, golden, 'v1-checklist.pdf'), '%PDF- signed');
  for (const words of ['init -q', 'add -A']) git(...words.split(' '));
  commit();
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...words: string[]) {
  const author = ['-c', 'user.name=kitei', '-c', 'user.email=kitei@example.jp'];
  const { status, stderr } = spawnSync('git', [...author, ...words], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const commit = () => git('commit', '-qam', 'All there is');

const release = (step: Step) => makeRelease(folder, join(folder, 'content'), step);
const versionNow = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

test('a version is made, its golden files are promised, and a change of one stops the next', async () => {
  const before = versionNow();
  const { version, frozen } = await release('minor');
  expect([versionNow(), frozen]).toEqual([version, ['v1-checklist.pdf']]);
  expect(version).not.toBe(before);
  appendFileSync(join(folder, golden, 'v1-checklist.pdf'), ' ');
  git('add', '-A');
  commit();
  await expect(release('patch')).rejects.toThrow('v1-checklist.pdf');
});

test.each<[string, () => void, string]>([
  ['what is not committed', () => appendFileSync(join(folder, 'CHANGELOG.md'), '- 。'), 'M CHANGELOG.md'],
  ['questions that are not locked', () => emptyLock(), 'npm run lock'],
])('%s stops it, and nothing is changed', async (_, spoil, message) => {
  spoil();
  const before = versionNow();
  await expect(release('patch')).rejects.toThrow(message);
  expect(versionNow()).toBe(before);
});

function emptyLock(): void {
  rmSync(join(folder, 'content', lockName));
  commit();
}

test('the command says how it is written', () => {
  const words = ['src/site/release/release-cli.ts', '1.5.0'];
  const command = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(command).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('patch|minor|major') });
});

test('no published golden file has changed', () => {
  expect(findBroken(readFrozen('.'), hashGolden('.'))).toEqual([]);
});
