import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { checkLock, extendLock, listUnlocked, lockName } from '../../src/compiler/versions-lock.ts';
import { withContent } from '../support/content-folder.ts';

const list = 'checklists/removal.yaml';

/** Locks the sound folder, changes its list, and reads it again. @returns what the compiler says, or undefined */
function faultAfter(change: (text: string) => string): Promise<string | undefined> {
  return withContent({}, async (root) => {
    const { tools } = await readLibrary(root, '/');
    await writeFile(join(root, lockName), extendLock(tools, root));
    await writeFile(join(root, list), change(await readFile(join(root, list), 'utf8')));
    return readLibrary(root, '/').then(
      () => undefined,
      (error: Error & { hint?: string }) => `${error.message.replaceAll(root, '')} ${error.hint}`,
    );
  });
}

describe('content/versions.lock', () => {
  test('lets everything pass that asks the same', async () => {
    expect(await faultAfter((text) => text.replace('記録があること', '記録が 2 年分あること'))).toBeUndefined();
  });

  test('stops what asks something else under a version that was published, and says what to do', async () => {
    const fault = await faultAfter((text) => text.replace('承認を得ている', '承認を得ていない'));
    expect(fault).toContain('たずねることが違っています');
    expect(fault).toMatch(/「version: \d+」と書いてから、npm run lock/);
  });

  test('lets a raised version ask anything, and none be lowered again', async () => {
    const raise = (text: string) =>
      text.replace(/^version: \d+/m, 'version: 9').replace('承認を得ている', '承認がない');
    expect(await faultAfter(raise)).toBeUndefined();
    await withContent({ [list]: raise }, async (root) => {
      const { tools } = await readLibrary(root, '/');
      await writeFile(join(root, lockName), extendLock(tools, root));
      expect(listUnlocked(tools, root)).toEqual([]);
      await writeFile(
        join(root, list),
        raise(await readFile(join(root, list), 'utf8')).replace('version: 9', 'version: 8'),
      );
      await expect(readLibrary(root, '/')).rejects.toThrow('公開した版 9 より前');
    });
  });

  test('keeps the line of every version', async () => {
    await withContent({}, async (root) => {
      const { tools } = await readLibrary(root, '/');
      expect(listUnlocked(tools, root)).toHaveLength(tools.length);
      const lock = extendLock(tools, root);
      await writeFile(join(root, lockName), lock.replace(/^(checklist removal) \d+/m, '$1 99'));
      await expect(readLibrary(root, '/')).rejects.toThrow('公開した版 99 より前');
      expect(extendLock(tools, root)).toContain('checklist removal 99 ');
    });
  });

  test('does not pass over a line that somebody has spoilt', async () => {
    await withContent({}, async (root) => {
      await writeFile(join(root, lockName), 'checklist removal one abc\n');
      await expect(readLibrary(root, '/')).rejects.toThrow('版の記録の行ではありません');
    });
  });

  test('has a line of its own for what a tool asks without a document that is switched off', () =>
    withContent({}, async (root) => {
      const { tools } = await readLibrary(root, '/');
      const [tool] = tools;
      if (!tool) throw new Error('There is no tool.');
      await writeFile(join(root, lockName), extendLock(tools, root));
      const less = { ...tool, without: ['kojinjoho', 'nerima'] };
      expect(listUnlocked([less], root)).toEqual(['checklist removal 1 without kojinjoho,nerima']);
      const lock = extendLock([less], root);
      expect(lock.match(/^checklist removal 1 [0-9a-f]{64}( without kojinjoho,nerima)?$/gm)).toHaveLength(2);
      await writeFile(join(root, lockName), lock);
      expect(listUnlocked([tool, less], root)).toEqual([]);
      await expect(readLibrary(root, '/')).resolves.toBeDefined();
      const faults = new Faults(root);
      // A lower version than one that was published, with whichever documents.
      const lower = { ...less, asked: { ...less.asked, template: { ...less.asked.template, version: 0 } } };
      checkLock([lower], faults);
      expect(faults.list().map(({ problem }) => problem)).toEqual(['版 0 は、公開した版 1 より前です。']);
    }));
});
