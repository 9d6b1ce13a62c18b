import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SiteFacts } from '../../src/record/site-facts.ts';
import { concatBytes } from '../../src/signing/bytes.ts';
import { fontFiles } from '../support/node-font.ts';
import { generator, key, makeData, makeSigned, site } from './support/make-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kitei-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const built = join(folder, 'site');
const facts: SiteFacts = { generator, definitions: [...(site.definitions ?? [])] };
mkdirSync(join(built, 'verify'), { recursive: true });
writeFileSync(join(built, 'verify/site.json'), JSON.stringify(facts));
mkdirSync(join(built, 'pdf-font'));
for (const [name, file] of fontFiles) writeFileSync(join(built, 'pdf-font', name), file);

const data = makeData();
const bytes = await makeSigned(data);
const files = {
  sound: bytes,
  appended: concatBytes(bytes, Uint8Array.of(10)),
  forged: await makeSigned(data, { panel: { signerName: '別の人' } }),
};
function write(name: keyof typeof files): string {
  const path = join(folder, `確認リスト-${name}.pdf`);
  writeFileSync(path, files[name]);
  return path;
}
const [sound, appended, forged] = [write('sound'), write('appended'), write('forged')];

function run(...args: string[]): { status: number | null; lines: unknown[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/verifier/verify-cli.ts', ...args], {
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, lines: lines.map((line): unknown => JSON.parse(line)), stderr };
}

describe('npm run verify', () => {
  test('ends with 0 when every file is sound, and says who signed and what fits', () => {
    const { status, lines, stderr } = run('--site', built, sound, sound);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      file: sound,
      state: 'sound',
      signer: { organization: '株式会社𠮷野', fingerprint: key.fingerprint, selfSigned: true },
      claimedTime: '2026-11-21T06:30:00.000Z',
      generator,
      definition: { id: 'contractor-security', version: 2 },
      match: { kind: 'equal' },
      form: 'current',
      grades: { tampering: { grade: 'full' }, revocation: { grade: 'open' }, match: { grade: 'full', label: '一致' } },
    });
  });

  test('ends with 1 when any file is refused or does not fit, and still judges the rest', () => {
    const { status, lines } = run('--site', built, appended, join(folder, 'missing.pdf'), folder, sound);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: appended, state: 'refused', reason: 'appended' },
      { state: 'refused', reason: 'unreadable' },
      { file: folder, state: 'refused', reason: 'unreadable' },
      { file: sound, state: 'sound' },
    ]);
    const other = run('--site', built, forged);
    expect(other.status).toBe(1);
    expect(other.lines).toMatchObject([
      { file: forged, state: 'sound', match: { reason: 'rendering' }, grades: { match: { grade: 'bad' } } },
    ]);
  });

  test('says what a file is that is no PDF', () => {
    const path = join(folder, '返送.url');
    writeFileSync(path, '[InternetShortcut]\r\nURL=https://example.jp/\r\n');
    expect(run('--site', built, path)).toMatchObject({
      status: 1,
      lines: [{ reason: 'not-a-pdf', found: 'shortcut', message: expect.stringContaining('ショートカット') }],
    });
  });

  test('ends with 1 when nothing could be compared, for that is no acceptance', () => {
    const { status, lines, stderr } = run('--site', join(folder, 'nowhere'), sound);
    expect(status).toBe(1);
    expect(stderr).toContain('先に npm run build を実行してください。');
    expect(lines).toMatchObject([{ match: { kind: 'not-loaded' }, grades: { form: { grade: 'open' } } }]);
  });

  test('ends with 2 and says how to use it when no file is named or an option is unknown', () => {
    expect(run('--colour', sound).status).toBe(2);
    expect(run()).toEqual({
      status: 2,
      lines: [],
      stderr: '書き方: npm run verify -- [--site フォルダー] ファイル.pdf…\n',
    });
  });
});
