import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { concatBytes } from '../../src/signing/bytes.ts';
import { createSignedFile } from './support/signed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kitei-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { key, bytes } = await createSignedFile();
const [sound, appended] = [join(folder, '確認リスト.pdf'), join(folder, 'appended.pdf')];
writeFileSync(sound, bytes);
writeFileSync(appended, concatBytes(bytes, Uint8Array.of(10)));

function run(...paths: string[]): { status: number | null; lines: unknown[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/signing/verify-cli.ts', ...paths], {
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, lines: lines.map((line): unknown => JSON.parse(line)), stderr };
}

describe('npm run verify', () => {
  test('ends with 0 when every file is sound, and says who signed', () => {
    const { status, lines } = run(sound, sound);
    expect(status).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      file: sound,
      state: 'sound',
      signer: { organization: '株式会社𠮷野', fingerprint: key.fingerprint, selfSigned: true },
      claimedTime: '2026-11-21T06:30:00.000Z',
      definition: { id: 'contractor-security', version: 2 },
      grades: { tampering: { grade: 'full' }, revocation: { grade: 'open' } },
    });
  });

  test('ends with 1 when any file is refused, and still judges the rest', () => {
    const { status, lines } = run(appended, join(folder, 'missing.pdf'), folder, sound);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: appended, state: 'refused', reason: 'appended' },
      { state: 'refused', reason: 'unreadable' },
      { file: folder, state: 'refused', reason: 'unreadable' },
      { file: sound, state: 'sound' },
    ]);
  });

  test('ends with 2 and says how to use it when no file is named', () => {
    expect(run()).toEqual({ status: 2, lines: [], stderr: 'Usage: npm run verify -- FILE.pdf…\n' });
  });
});
