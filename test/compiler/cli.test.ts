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
          `${root} is sound: 1 handbooks, 2 provisions, 1 check lists, 0 decisions, 0 forms.\n` +
          `Not locked yet: checklist removal 1. Before you publish, run: npm run lock -- --content ${root}\n`,
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
        "2 faults in the content:
        content/checklists/removal.yaml:5 at basis[0]: unknown citation "client:a1".
          Hint: Did you mean "client:a1-i1"? Known: client:a1-i1, client:a1-i2.
        content/topics.yaml:1 at removal: an empty list stands where a text is wanted.
          Hint: See src/core/regulation/registers.ts.
        "
      `);
    });
  });
});

describe('npm run new', () => {
  test('names the files that it wrote, and what to do next', () =>
    withContent({}, async (root) => {
      const written = await run('new-cli', ['checklist', 'home-work', '--title', '在宅', '--content', root]);
      expect(written.out).toBe(`Written:\n${root}/checklists/home-work.yaml\nChange it, then run: npm run check\n`);
      const again = await run('new-cli', ['checklist', 'home-work', '--content', root]);
      expect(again.code).toBe(1);
      expect(again.err).toContain('is there already');
    }));

  test('says how it is called', async () => {
    const usage = 'Write: npm run new -- checklist|decision|form|handbook ID [--title 題名]\n';
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
      err: '/nowhere/rules is no folder. Write one with: npm run init -- /nowhere/rules\n',
    });
    const strange = await run(cli, ['content', '--contents', 'x']);
    expect(strange.code).toBe(1);
    expect(strange.err).toMatch(/Write: npm run (check|lock) \[-- --content DIR\]\n$/);
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
      expect((await run('lock-cli', [], env)).out).toBe('Locked: checklist removal 1.\n');
      expect((await run('check-cli', [], env)).out).not.toContain('Not locked');
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
      expect((await run('check-cli', ['--content', root])).out).toContain('is sound: 0 handbooks');
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
