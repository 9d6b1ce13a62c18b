import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initContent } from '../../src/compiler/init-content.ts';
import { writeNew } from '../../src/compiler/new-content.ts';
import { projectFolder } from '../browser/support/site-folder.ts';

/*
 * Content folders outside the project: what a company writes by itself builds a site that holds together, and the tests of
 * this site hold for it. Each page that it has is opened; what it has not is skipped by the tests, which say so.
 */

const folders: Record<string, (root: string) => Promise<void>> = {
  empty: async () => {},
  'one handbook': async (root) => {
    await initContent(root);
    await writeNew(root, 'handbook', 'rules', '情報管理規程');
    await writeNew(root, 'checklist', 'home-work', '在宅勤務の確認リスト');
    await writeNew(root, 'decision', 'lost-phone', '携帯電話をなくしたとき');
  },
  'the sample without clients': async (root) => {
    await initContent(root, ['company']);
  },
};

/** How a client is named anywhere in the sample, its address included. */
const clients = /練馬|東大阪|労働局|旅券|区（名称の記載なし）|nerima|higashiosaka|rodokyoku|kojinjoho/;

describe.each(Object.entries(folders))('%s', (name, write) => {
  let folder = '';
  let content = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kitei-foreign-'));
    const root = await mkdtemp(join(folder, 'rules-'));
    await write(root);
    // One of them is named as from the project's folder.
    content = name === 'one handbook' ? relative(projectFolder, root) : root;
  });
  afterAll(() => rm(folder, { recursive: true }));

  const site = () => join(folder, 'dist');

  test('is sound, and its tools can be locked', { timeout: 600_000 }, async () => {
    expect(await run('src/compiler/check-cli.ts', '--content', content)).toContain('誤りはありません');
    expect(await run('src/compiler/lock-cli.ts', '--content', content)).toMatch(/記しました|記してあります/);
    expect(await run('src/compiler/check-cli.ts', '--content', content)).not.toContain('まだ記していない版');
  });

  test('builds a whole site, without a word of other documents', { timeout: 1_200_000 }, async () => {
    await run('node_modules/astro/bin/astro.mjs', 'build', '--outDir', site());
    expect(await readdir(site())).toEqual(
      expect.arrayContaining(['index.html', 'verify', 'search', 'provisions.json']),
    );
    const named: string[] = [];
    for (const file of await readdir(site(), { recursive: true })) {
      if (!/\.(html|json|js|xml|txt)$/.test(file) || file.startsWith('pagefind')) continue;
      if (clients.test(await readFile(join(site(), file), 'utf8'))) named.push(file);
    }
    expect(named).toEqual([]);
  });

  test('leads nowhere that is not there, keeps its policy, and has no fault that axe can find', {
    timeout: 1_800_000,
  }, async () => {
    const tests = ['build', 'axe'].map((file) => `test/browser/${file}.test.ts`);
    expect(await vitest('--config', 'vitest.browser.config.ts', ...tests)).toContain('passed');
  });

  test('is held by the tests of content', { timeout: 1_800_000 }, async () => {
    expect(await vitest('test/content')).toContain('passed');
  });

  const vitest = (...args: string[]) => run('node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...args);

  /** Runs a program of the project on the folder. @throws Error with what it printed, when it ends in a fault */
  function run(script: string, ...args: string[]): Promise<string> {
    // As by hand: with what a test runner puts into the environment Astro builds for development.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, KITEI_CONTENT: content, KITEI_DIST: site() };
    const options = { cwd: projectFolder, maxBuffer: 2 ** 26, env };
    return new Promise((done, fail) => {
      execFile(process.execPath, [script, ...args], options, (error, out, err) => {
        if (error) fail(new Error(`${script} ${args.join(' ')}\n${out}\n${err}`, { cause: error }));
        else done(out + err);
      });
    });
  }
});
