import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toJapanClock } from '../../../src/core/text/japan-time.ts';
import { raiseVersion, type Step } from '../../../src/site/release/raise-version.ts';

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

function edit(from: string, to: string): void {
  writeFileSync(join(folder, 'CHANGELOG.md'), changes.replace(from, to));
}

test('those who verify files are told that there is such a version', () => {
  raiseVersion(folder, 'patch');
  expect(read(releases)).toMatch(/= \[(?:'\d+\.\d+\.\d+', )*'1\.4\.3'\];$/m);
  writeFileSync(join(folder, 'CHANGELOG.md'), changes);
  raiseVersion(folder, 'minor');
  expect(read(releases)).toMatch(/'1\.4\.3', '1\.5\.0'\];$/m);
});

test.each<[Step, string]>([
  ['patch', '1.4.3'],
  ['minor', '1.5.0'],
  ['major', '2.0.0'],
])('%s makes 1.4.2 to %s, everywhere and nowhere else', (step, version) => {
  const before = JSON.parse(read('package-lock.json'));
  expect(raiseVersion(folder, step)).toBe(version);
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

test('the files stay in the form that npm writes', () => {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(name, join(folder, name));
  const before = readAll().map((text) => text.split('\n').length);
  raiseVersion(folder, 'patch');
  expect(readAll().map((text) => text.split('\n').length)).toEqual(
    before.map((lines, at) => (at === 2 ? lines + 2 : lines)),
  );
});

describe('refuses, and changes nothing', () => {
  test.each<[string, () => void, string]>([
    ['nothing unpublished', () => edit('- 二枚目の確認リスト。\n', ''), '「## 未公開」に何もありません'],
    ['no such heading', () => edit('## 未公開', '## 予定'), '「## 未公開」の行が、ちょうど一つ要ります'],
    ['a version in another form', () => setVersion('1.4.2-beta'), '版が「1.4.2-beta」です'],
  ])('%s', (_, spoil, message) => {
    spoil();
    const before = readAll();
    expect(() => raiseVersion(folder, 'patch')).toThrow(message);
    expect(readAll()).toEqual(before);
  });

  test('a second time with nothing new', () => {
    raiseVersion(folder, 'patch');
    expect(() => raiseVersion(folder, 'patch')).toThrow('何もありません');
  });
});

test('what changes has a place in CHANGELOG.md', () => {
  expect(readFileSync('CHANGELOG.md', 'utf8').match(/^## .*$/gm)?.[0]).toBe('## 未公開');
});
