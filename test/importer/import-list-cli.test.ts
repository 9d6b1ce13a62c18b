import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withContent } from '../support/content-folder.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/importer/import-list-cli.ts', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const table = 'No.,確認項目,回答\n1,鍵を掛けている。,○・×\n2,従業員は何人ですか。,\n';

test('writes the list and what it found, and says what was read and what comes next', () =>
  withContent({}, async (root) => {
    const file = join(root, 'office-check.csv');
    await writeFile(file, table);
    const { code, out, err } = await run(file, '--content', root);
    expect([code, err]).toEqual([0, '']);
    expect(out.replaceAll(root, 'content')).toMatchInlineSnapshot(`
      "「office-check」: シート「office-check」の 2 問、1 分類を読みました（版 1）。
      答え方: 実施状況（○×） 1、数 1
      表の記号を、次の答えとして読みました:
        ○ → 実施、× → 未実施（1 問。頁では「一部実施・予定」「対象外」も選べます）
      問いの文から答え方を決めたもの: No.2 数（人）
      書きました: content/checklists/office-check.yaml
      次は:
        npm run check -- --content content  内容を調べる
        KITEI_CONTENT=content npm start  サイトを作る。http://localhost:4321/checklists/office-check/ に見る
        npm run lock -- --content content  公開する前に、問いの版を記す
      "
    `);
    expect(await readFile(join(root, 'checklists/office-check.yaml'), 'utf8')).toContain('{ kind: number, unit: 人 }');
    expect(await readFile(join(root, 'imports/lists/office-check.yaml'), 'utf8')).toContain(
      'format: kitei-list-import/1',
    );
  }));

test('where the content would have a fault, nothing is written, and the fault is told with its place', () =>
  withContent({}, async (root) => {
    const file = join(root, 'office-check.csv');
    await writeFile(file, table.replace('鍵', '{{role:nobody}}'));
    const before = (await readdir(root, { recursive: true })).sort();
    const { code, err } = await run(file, '--content', root);
    expect(code).toBe(1);
    expect(err).toContain(`${root}/checklists/office-check.yaml`);
    expect(err).toContain('nobody');
    expect(err).toMatch(/何も書いていません。\n$/);
    expect((await readdir(root, { recursive: true })).sort()).toEqual(before);
  }));

test('asks before it takes the same sheet under another id, and removes a list with --remove', () =>
  withContent({}, async (root) => {
    const file = join(root, 'office-check.csv');
    await writeFile(file, table);
    await run(file, '--content', root);
    const second = await run(file, '--id', 'second', '--content', root);
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toContain('同じファイルが、リスト「office-check」としてもう取り込んであります。');
    const removed = await run('--remove', 'office-check', '--content', root);
    expect([removed.code, removed.err]).toEqual([0, '']);
    expect(removed.out).toContain(`${root}/checklists/office-check.yaml\n`);
    expect(existsSync(join(root, 'checklists/office-check.yaml'))).toBe(false);
    expect((await run(file, '--id', 'client', '--content', root)).err).toContain('手引の id に使われています');
  }));

test.each([
  [[], 'npm run import-list -- ファイル.xlsx'],
  [['一覧.xlsx'], '英小文字・数字・ハイフン'],
  [['nothing.xlsx'], 'nothing.xlsx を読めません'],
  [['list.xls'], 'Excel ブック（.xlsx）'],
  [['規程.docx', '--id', 'x'], 'npm run import -- 規程.docx --id ID --title 題名'],
  [['my rules.pdf'], "npm run import -- 'my rules.pdf' --id ID --title 題名"],
  [['list.xlsx', '--titel', 'x'], '--titel の書き方が違います。'],
  [['list.xlsx', '--content', 'no/such'], 'npm run init -- no/such'],
] as [string[], string][])('%j is refused in words', async (args, words) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(words);
  expect(existsSync('content/checklists/nothing.yaml')).toBe(false);
});
