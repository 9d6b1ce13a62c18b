import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/import-regulation.ts';
import { withFolder } from '../support/with-folder.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as npm does. */
function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/importer/import-cli.ts', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const rules = `情報取扱規程

（目的）
第1条　この規程は、情報を守ることを目的とする。

（持ち出し）
第2条　従業員は、書類を持ち出すときは、部門長の承認を得なければならない。
2　従業員は、持ち出した書類を翌日までに返さなければならない。
`;

const citingList = `id: office
version: 1
title: 点検
lead: 答える。
sections:
  - id: s1
    title: 全般
    items:
      - { id: i1, number: 1, text: 承認を得ている。, citations: ['rules:a2-1'] }
`;

/** A content folder with a document beside it, where the command is run. */
const withDocument = (test: (root: string, file: string) => Promise<void>) =>
  withFolder(emptyFolder, async (root) => {
    const file = join(root, '規程.txt');
    await writeFile(file, rules);
    await test(root, file);
  });

describe('npm run import', () => {
  test('says what it has read and written, and what to do next; then what another edition changes', () =>
    withDocument(async (root, file) => {
      const first = await run(
        file,
        '--id',
        'rules',
        '--title',
        '情報取扱規程',
        '--version',
        '第1版',
        '--content',
        root,
      );
      expect([first.code, first.err]).toEqual([0, '']);
      expect(first.out).toContain('規程.txt を読みました:\n  条 2、項 3\n');
      expect(first.out).toContain(`書き込みました:\n  ${root}/handbooks/rules/index.mdx\n`);
      expect(first.out).toContain(`次は:\n  npm run check -- --content ${root}  内容を調べる\n`);
      expect(first.out).toContain('http://localhost:4321/rules/ に見る\n');
      expect(first.out).toContain('http://localhost:4321/imports/rules/ で、読み取った欄を確かめる\n');
      expect(first.out).not.toContain('/amendments/');

      const same = await run(file, '--id', 'rules', '--content', root);
      expect([same.code, same.out.split('\n').at(-2)]).toEqual([0, '前回の取り込みと同じです。何も変えていません。']);

      await writeFile(join(root, 'checklists-later.txt'), '');
      await writeFile(file, rules.replace('翌日までに', '当日中に'));
      const second = await run(file, '--id', 'rules', '--version', '第2版', '--content', root);
      expect(second.out).toContain('前の版から、改正 1:\n  第2条第2項（改正）\n');
      expect(second.out).toContain('http://localhost:4321/amendments/rules/ で、新旧対照表を確かめる\n');
      expect(await readFile(join(root, 'amendments/rules.yaml'), 'utf8')).toContain('- from: 第1版\n  to: 第2版\n');
    }));

  test('asks before it takes the same file under another id', () =>
    withDocument(async (root, file) => {
      await run(file, '--id', 'rules', '--title', '規程', '--content', root);
      const second = [file, '--id', 'copy', '--title', '規程', '--content', root];
      const { code, err } = await run(...second);
      expect([code, err]).toEqual([1, expect.stringContaining('手引「rules」としてもう取り込んであります。')]);
      expect(await readdir(join(root, 'sources'))).toEqual(['rules.yaml']);
      const sure = await run(...second, '--yes');
      expect([sure.code, await readdir(join(root, 'sources'))]).toEqual([0, ['copy.yaml', 'rules.yaml']]);
      // Hints are about the handbook that came in, not the one that was there.
      expect(sure.out).toContain('http://localhost:4321/copy/ に見る\n');
      expect(sure.out).not.toContain('/rules/');
    }));

  test('removes a document with --remove, and asks first where people have changed it or something cites it', () =>
    withDocument(async (root, file) => {
      await run(file, '--id', 'rules', '--title', '規程', '--content', root);
      const page = join(root, 'handbooks/rules/index.mdx');
      const written = await readFile(page, 'utf8');
      const list = join(root, 'checklists/office.yaml');
      await mkdir(join(root, 'checklists'));
      await writeFile(list, citingList);
      const remove = ['--remove', 'rules', '--content', root];

      const cited = await run(...remove, '--yes');
      expect([cited.code, cited.out]).toEqual([
        1,
        expect.stringContaining('手引「rules」を引いている所:\n  点検 No. 1\n'),
      ]);
      expect(cited.err).toContain(`先に引用を消すか、ほかの条に替えて`);
      expect(cited.err).toContain(`${list}:`);
      await rm(list);

      await writeFile(page, written.replace('modality="must"', 'modality="should"'));
      const asked = await run(...remove);
      expect([asked.code, asked.err]).toEqual([
        1,
        expect.stringContaining('handbooks/rules/index.mdx（取り込んだ後に'),
      ]);
      expect(asked.err).toContain('--yes を付けて');

      await writeFile(page, written);
      const dry = await run(...remove, '--dry-run');
      expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('まだ消していません。')]);
      expect(await readFile(page, 'utf8')).toBe(written);

      const { code, out, err } = await run(...remove);
      expect([code, err, out]).toEqual([0, '', expect.stringContaining('消しました。次は:\n')]);
      expect(existsSync(join(root, 'handbooks')) || existsSync(join(root, 'sources/rules.yaml'))).toBe(false);
    }));

  test('writes nothing with --dry-run', () =>
    withDocument(async (root, file) => {
      const before = await readdir(root);
      const { code, out } = await run(file, '--id', 'rules', '--title', '規程', '--content', root, '--dry-run');
      expect([code, await readdir(root)]).toEqual([0, before]);
      expect(out).toContain('--dry-run なので、まだ書いていません');
    }));

  test('writes nothing where something would point nowhere, and says what', () =>
    withDocument(async (root, file) => {
      await run(file, '--id', 'rules', '--title', '規程', '--content', root);
      await writeFile(join(root, 'conflicts.yaml'), 'x: [');
      const { code, err } = await run(file, '--id', 'rules', '--version', '第9版', '--content', root);
      expect(code).toBe(1);
      expect(err).toContain('何も書き込んでいません。内容に、前からの誤りがあります。');
      expect(err).toContain(`${root}/conflicts.yaml:`);
      expect(await readFile(join(root, 'sources/rules.yaml'), 'utf8')).not.toContain('第9版');
    }));

  test.each([
    [[], 'ファイルを一つ指定してください。'],
    [['FILE'], '--id に、手引の id（例: rules）を書いてください。'],
    [
      ['FILE', '--id', 'Home Rules', '--title', 'x'],
      'id は、英小文字で始まる英小文字と数字にしてください（たとえば homerules）。',
    ],
    [['FILE', '--id', 'search', '--title', 'x'], 'search は、サイトのほかの頁が使っている名前です。'],
    [['FILE', '--id', 'decisions', '--title', 'x'], 'decisions は、サイトのほかの頁が使っている名前です。'],
    [['FILE', '--remove', 'rules'], '--remove には、ファイルを付けません。'],
    [['FILE', '--id', 'rules'], '--title に、文書の題名を書いてください。'],
    [['FILE', '--idd', 'rules'], '--idd の書き方が違います。'],
  ])('%j is no command', (args, message) =>
    withDocument(async (root, file) => {
      const { code, err } = await run(...args.map((one) => (one === 'FILE' ? file : one)), '--content', root);
      expect([code, err.split('\n', 1)[0]]).toEqual([2, expect.stringContaining(message)]);
      expect(err).toContain('書き方: npm run import');
    }),
  );

  test('an id that a check list has is no id for a handbook', () =>
    withDocument(async (root, file) => {
      await mkdir(join(root, 'checklists'));
      await writeFile(join(root, 'checklists/office.yaml'), '');
      const { code, err } = await run(file, '--id', 'office', '--title', '規程', '--content', root);
      expect([code, err]).toEqual([1, '「office」は、確認リストの id に使われています。別の id を付けてください。\n']);
    }));

  test.each([
    ['nowhere.docx', 'nowhere.docx が開けません。名前と場所を確かめてください。'],
    ['list.xlsx', 'npm run import-list -- list.xlsx --id ID'],
    ['package.json', 'package.json は読めない種類のファイルです。'],
  ])('%s cannot be read', (file, message) =>
    withDocument(async (root) => {
      const { code, err } = await run(file, '--id', 'rules', '--title', '規程', '--content', root);
      expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    }),
  );

  test('leads to npm run init where there is no folder', async () => {
    const { code, err } = await run(
      'package.json',
      '--id',
      'rules',
      '--title',
      '規程',
      '--content',
      '/nowhere/content',
    );
    expect([code, err]).toEqual([1, expect.stringContaining('npm run init -- /nowhere/content')]);
  });
});
