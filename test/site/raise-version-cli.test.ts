import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toJapanClock } from '../../src/core/text/japan-time.ts';

const releases = 'src/record/releases.ts';
const files = ['package.json', 'package-lock.json', 'CHANGELOG.md', releases];
const changes = `# 変更履歴

## 未公開

### 追加

- 二枚目の確認リスト。

## 1.4.2 - 2026-11-01

- 前の版。
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitei-raise-'));
  mkdirSync(join(folder, 'src/record'), { recursive: true });
  for (const name of files) copyFileSync(name, join(folder, name));
  setVersion('1.4.2');
  writeFileSync(join(folder, 'CHANGELOG.md'), changes);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const readAll = () => files.map(read);

function setVersion(version: string): void {
  for (const name of ['package.json', 'package-lock.json']) {
    const { version: before } = JSON.parse(read(name));
    writeFileSync(join(folder, name), read(name).replaceAll(`"version": "${before}"`, `"version": "${version}"`));
  }
}

function raise(...args: string[]) {
  const command = [resolve('src/site/raise-version-cli.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

describe('npm run raise', () => {
  test('tells those who verify files that there is such a version', () => {
    raise('patch');
    raise('minor');
    expect(read(releases)).toMatch(/= \[(?:'\d+\.\d+\.\d+', )*'1\.4\.3'\];$/m);
    writeFileSync(join(folder, 'CHANGELOG.md'), changes);
    raise('minor');
    expect(read(releases)).toMatch(/'1\.4\.3', '1\.5\.0'\];$/m);
  });

  test.each([
    ['patch', '1.4.3'],
    ['minor', '1.5.0'],
    ['major', '2.0.0'],
  ])('%s makes 1.4.2 to %s, everywhere and nowhere else', (step, version) => {
    const before = JSON.parse(read('package-lock.json'));
    expect(raise(step)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(version) });
    const lock = JSON.parse(read('package-lock.json'));
    expect([JSON.parse(read('package.json')).version, lock.version, lock.packages[''].version]).toEqual(
      Array(3).fill(version),
    );
    before.version = version;
    before.packages[''].version = version;
    expect(lock).toEqual(before);
    const { date } = toJapanClock(new Date());
    expect(read('CHANGELOG.md')).toBe(changes.replace('## 未公開\n', `## 未公開\n\n## ${version} - ${date}\n`));
  });

  test('leaves the files in the form that npm writes', () => {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(name, join(folder, name));
    const before = readAll().map((text) => text.split('\n').length);
    expect(raise('patch').status).toBe(0);
    expect(readAll().map((text) => text.split('\n').length)).toEqual(
      before.map((lines, at) => (at === 2 ? lines + 2 : lines)),
    );
  });

  test.each<[string, string[], () => void, string]>([
    ['no step', [], () => undefined, 'npm run raise -- patch|minor|major'],
    ['a step that is none', ['1.5.0'], () => undefined, 'npm run raise -- patch|minor|major'],
    ['nothing unpublished', ['patch'], () => edit('- 二枚目の確認リスト。\n', ''), 'has nothing under "## 未公開"'],
    ['no such heading', ['patch'], () => edit('## 未公開', '## 予定'), 'needs the line "## 未公開" once'],
    ['a version in another form', ['patch'], () => setVersion('1.4.2-beta'), '"1.4.2-beta"; write it as 1.2.3'],
  ])('refuses %s and changes nothing', (_, args, spoil, message) => {
    spoil();
    const before = readAll();
    expect(raise(...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(message) });
    expect(readAll()).toEqual(before);
  });

  test('refuses a second raise with nothing new', () => {
    expect(raise('patch').status).toBe(0);
    expect(raise('patch')).toMatchObject({ status: 1, stderr: expect.stringContaining('has nothing under') });
  });
});

test('what changes has a place in CHANGELOG.md', () => {
  expect(readFileSync('CHANGELOG.md', 'utf8').match(/^## .*$/gm)?.[0]).toBe('## 未公開');
});

function edit(from: string, to: string): void {
  writeFileSync(join(folder, 'CHANGELOG.md'), changes.replace(from, to));
}
