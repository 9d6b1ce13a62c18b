import { execFile } from 'node:child_process';
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
          `${root} is sound: 1 handbooks, 2 provisions, 1 check lists, 0 decisions.\n` +
          'Not locked yet: checklist removal 1. Before you publish, run: npm run lock\n',
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
    const usage = 'Write: npm run new -- checklist|decision|handbook ID [--title 題名]\n';
    expect(await run('new-cli', ['form', 'leave'])).toEqual({ code: 1, out: '', err: usage });
    expect(await run('new-cli', ['checklist'])).toEqual({ code: 1, out: '', err: usage });
  });
});
