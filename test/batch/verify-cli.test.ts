import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, describe, expect, test } from 'vitest';
import type { SiteFacts } from '../../src/record/site-facts.ts';
import { concatBytes } from '../../src/signing/bytes.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { fontFiles } from '../support/node-font.ts';
import { generator, key, makeData, makeSigned, makeUnsigned, site } from '../verifier/support/make-file.ts';

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
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/batch/verify-cli.ts', ...args], {
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
    const { status, lines } = run('--site', built, appended, join(folder, 'missing.pdf'), sound);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: appended, state: 'refused', reason: 'appended' },
      { state: 'refused', reason: 'unreadable' },
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
    expect(run()).toMatchObject({ status: 2, lines: [], stderr: expect.stringMatching(/^書き方: npm run verify/) });
  });
});

/** A mail with one file in it. */
function mailWith(name: string, content: Uint8Array): string {
  const inside = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    ...['From: a@example.jp', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"', ''],
    ...['--b', 'Content-Type: text/plain; charset=utf-8', '', '返送します。'],
    ...['--b', 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64'],
    ...[`Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`, '', inside, '--b--', ''],
  ].join('\r\n');
}

describe('npm run verify -- FOLDER --xlsx OUT', () => {
  const inbox = join(folder, '返送');
  mkdirSync(join(inbox, '甲社'), { recursive: true });
  const put = (name: string, content: Uint8Array | string) => writeFileSync(join(inbox, name), content);
  const listOf = (company: string, items = filled.items) =>
    makeData({ ...filled, header: { ...filled.header, company }, items });
  const { manager } = filled.items;

  test('opens folders, zips and mails, one line a file, and writes the table and 改善一覧', async () => {
    const good = await makeSigned(listOf('株式会社甲', manager && { manager }));
    const older = await makeSigned(listOf('㈱甲'), { at: new Date('2026-11-20T00:00:00Z') });
    const shortcut = strToU8('[InternetShortcut]\r\nURL=https://example.jp/\r\n');
    put('甲社/list.pdf', good);
    put('甲社/もう一度.pdf', good);
    put('.DS_Store', 'x');
    put('紙.pdf', await makeUnsigned(listOf('丙有限会社')));
    put('変えた.pdf', files.appended);
    put('返信.eml', mailWith('乙社.pdf', await makeSigned(listOf('合同会社乙 =1+1'))));
    put('返送.zip', zipSync({ '甲社/前.pdf': older, 'メモ.url': shortcut }));
    const out = join(folder, '結果.xlsx');
    const { status, lines, stderr } = run('--site', built, '--xlsx', out, inbox);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: join(inbox, '変えた.pdf'), reason: 'appended' },
      { file: join(inbox, '甲社/list.pdf'), state: 'sound' },
      { file: join(inbox, '甲社/もう一度.pdf'), state: 'sound' },
      { file: join(inbox, '紙.pdf'), reason: 'not-signed' },
      { file: `${join(inbox, '返信.eml')} › 乙社.pdf`, state: 'sound' },
      { file: `${join(inbox, '返送.zip')} › 甲社/前.pdf`, state: 'sound' },
      { file: `${join(inbox, '返送.zip')} › メモ.url`, found: 'shortcut' },
    ]);
    expect(stderr).toBe(`${out} に、結果 5行と改善一覧 5行を書きました。\n`);

    const [table, remedies] = await readWorkbook(new Blob([new Uint8Array(readFileSync(out))]));
    expect({ table: table?.sheet, remedies: remedies?.sheet }).toEqual({ table: '結果', remedies: '改善一覧' });
    const [head = [], ...rows] = table?.data ?? [];
    const at = (name: string) => head.indexOf(name);
    const shown = ['会社名', '結果', '○', '×', '対象外', '未回答', '次にすること', 'ほかのファイルの数'];
    const askSender = 'どの会社のものかを選び、再提出をお願いする。関わりのないものは、一覧から外す。';
    const changed = [join(inbox, '変えた.pdf'), '受け取れない', null, null, null, null];
    expect(rows.map((row) => shown.map((name) => row[at(name)]))).toEqual([
      [...changed, askSender, null],
      [`${join(inbox, '返送.zip')} › メモ.url`, ...changed.slice(1), askSender, null],
      ['丙有限会社', ...changed.slice(1), expect.stringContaining('署名した PDF の再提出'), null],
      ['合同会社乙 =1+1', '×あり', 1, 1, 1, 1, '改善のお願いを送る。', null],
      // The file that was signed later counts, though the name is spelt otherwise; the same file twice is one.
      ['株式会社甲', '×あり', 1, 0, 0, 3, '改善のお願いを送る。', 1],
    ]);
    expect(rows.at(-1)?.[at('提出日（署名者の時計）')]).toEqual(new Date('2026-11-21T00:00:00Z'));
    const plannedOn = new Date('2027-03-31T00:00:00Z');
    expect(remedies?.data.map((row) => row.slice(0, 5))).toEqual([
      ['会社名', 'No', '問い', '状態', '予定日'],
      ['合同会社乙 =1+1', 2, '規程を整えている', '一部実施・予定', plannedOn],
      ['合同会社乙 =1+1', 7, '守秘の約束を得ている', '未回答', null],
      ['株式会社甲', 2, '規程を整えている', '未回答', null],
      ['株式会社甲', 6, '教育を行い、記録している', '未回答', null],
      ['株式会社甲', 7, '守秘の約束を得ている', '未回答', null],
    ]);
  });

  test('says before the work begins that the table cannot be written', () => {
    const there = join(folder, '前からある.xlsx');
    writeFileSync(there, 'x');
    expect(run('--site', built, '--xlsx', there, sound)).toMatchObject({ status: 2, lines: [] });
    expect(readFileSync(there, 'utf8')).toBe('x');
    expect(run('--xlsx', join(folder, '結果.xls'), sound).stderr).toContain('.xlsx で終わる名前');
    expect(run('--xlsx', join(folder, 'ない/結果.xlsx'), sound).stderr).toContain('書けません');
  });

  test('ends with 1 and says so where there is no file at all', () => {
    mkdirSync(join(folder, '空'));
    const { status, lines, stderr } = run('--site', built, join(folder, '空'));
    expect({ status, lines }).toEqual({ status: 1, lines: [] });
    expect(stderr).toContain('ファイルがありません');
  });
});
