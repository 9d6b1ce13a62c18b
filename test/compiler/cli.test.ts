import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withContent } from '../support/content-folder.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line of the compiler as npm does. */
function run(cli: string, args: string[], env: Record<string, string> = {}): Promise<Run> {
  const options = { env: { ...process.env, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [`src/compiler/${cli}.ts`, ...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('npm run check', () => {
  test('ends with 0 where the content is sound, and says what it has read', () =>
    withContent({}, async (root) => {
      expect(await run('check-cli', ['--content', root])).toEqual({
        code: 0,
        out:
          `${root} に誤りはありません（文書 1、条 2、確認リスト 1、判断 0、様式 0）。\n` +
          `まだ記していない版: 確認リスト removal 版 1。公開する前に、次を実行してください。\n  npm run lock -- --content ${root}\n`,
        err: '',
      });
    }));

  test('ends with 1 and the list of faults, of the folder that KITEI_CONTENT names', () => {
    const changes = {
      'topics.yaml': (text: string) => text.replace('持ち出し', '[]'),
      'checklists/removal.yaml': (text: string) => text.replace('[client:a1-i1]', '[client:a1]'),
    };
    return withContent(changes, async (root) => {
      const { code, out, err } = await run('check-cli', [], { KITEI_CONTENT: root });
      expect([code, out]).toEqual([1, '']);
      expect(err.replaceAll(root, 'content')).toMatchInlineSnapshot(`
        "内容に誤りが 2 件あります。
        content/checklists/removal.yaml:5 basis[0]: 引用先「client:a1」がありません。
          → もしかして「client:a1-i1」ですか。書けるもの: client:a1-i1、client:a1-i2。
        content/topics.yaml:1 removal: 値が空の並びになっています。
          → 文を書いてください。書き方は src/core/regulation/registers.ts の注にあります。
        "
      `);
    });
  });
});

describe('npm run new', () => {
  test('names the files that it wrote, and what to do next', () =>
    withContent({}, async (root) => {
      const written = await run('new-cli', ['checklist', 'home-work', '--title', '在宅', '--content', root]);
      expect(written.out).toBe(
        `書きました:\n  ${root}/checklists/home-work.yaml\n中身を書き換えてから、次を実行してください。\n  npm run check -- --content ${root}\n`,
      );
      const again = await run('new-cli', ['checklist', 'home-work', '--content', root]);
      expect(again.code).toBe(1);
      expect(again.err).toContain('もうあります');
    }));

  test('says how it is called', async () => {
    const usage = '書き方: npm run new -- checklist|decision|form|handbook ID [--title 題名]\n';
    expect(await run('new-cli', ['paper', 'leave'])).toEqual({ code: 1, out: '', err: usage });
    expect(await run('new-cli', ['checklist'])).toEqual({ code: 1, out: '', err: usage });
  });
});

describe('every command', () => {
  test.each(['check-cli', 'lock-cli'])('%s says in words what is wrong, without a stack', async (cli) => {
    const missing = await run(cli, ['--content', '/nowhere/rules']);
    expect(missing).toEqual({
      code: 1,
      out: '',
      err: '内容のフォルダー /nowhere/rules がありません。npm run init -- /nowhere/rules で作ってから、もう一度どうぞ。\n',
    });
    const strange = await run(cli, ['content', '--contents', 'x']);
    expect(strange.code).toBe(1);
    expect(strange.err).toMatch(
      /^--contents の書き方が違います。\n書き方: npm run (check|lock) \[-- --content DIR\]\n$/,
    );
  });

  test('lock writes nothing while the content has faults', () =>
    withContent({ 'topics.yaml': (text) => text.replace('持ち出し', '[]') }, async (root) => {
      const { code, err } = await run('lock-cli', ['--content', root]);
      expect(code).toBe(1);
      expect(err).not.toContain('    at ');
      expect(existsSync(join(root, 'versions.lock'))).toBe(false);
    }));

  test('lock takes the folder of KITEI_CONTENT, and check is content then', () =>
    withContent({}, async (root) => {
      const env = { KITEI_CONTENT: root };
      expect((await run('lock-cli', [], env)).out).toBe(
        '公開する版として記しました: 確認リスト removal 版 1。versions.lock も一緒に保存（コミット）してください。\n',
      );
      expect((await run('check-cli', [], env)).out).not.toContain('まだ記していない版');
    }));
});

describe('npm run init', () => {
  test('writes a folder that is sound, says what to do next, and never writes twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kitei-init-'));
    try {
      const root = join(folder, 'our-rules');
      const { code, out } = await run('init-cli', [root]);
      expect(code).toBe(0);
      expect(out).toContain('次にすること');
      expect((await readdir(root)).sort()).toEqual(['README.md', 'organization.yaml', 'topics.yaml']);
      expect((await run('check-cli', ['--content', root])).out).toContain('誤りはありません（文書 0、');
      const again = await run('init-cli', [root]);
      expect([again.code, again.err]).toEqual([
        1,
        `${root} は空ではありません（README.md など）。新しいフォルダーの名前を指定してください。\n`,
      ]);
      const unknown = await run('init-cli', [join(folder, 'other'), '--with', 'nerrima']);
      expect(unknown.err).toMatch(/^「nerrima」という文書は kitei にありません。--with に書ける id: /);
      expect(existsSync(join(folder, 'other'))).toBe(false);
      expect((await run('init-cli', [])).err).toBe('書き方: npm run init -- フォルダー [--with company,nerima]\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
