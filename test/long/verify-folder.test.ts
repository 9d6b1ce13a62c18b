import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, expect, test } from 'vitest';
import { filled } from '../record/v1/checklist/fixture.ts';
import { fontFiles } from '../support/node-font.ts';
import { generator, makeData, makeSigned, site } from '../verifier/support/make-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kitei-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const count = 1_000;

test('1,000 files, half of them in zips: each one line, the same at the end as at the beginning, and one table', async () => {
  const built = join(folder, 'site');
  mkdirSync(join(built, 'verify'), { recursive: true });
  writeFileSync(join(built, 'verify/site.json'), JSON.stringify({ generator, definitions: site.definitions }));
  mkdirSync(join(built, 'pdf-font'));
  for (const [name, file] of fontFiles) writeFileSync(join(built, 'pdf-font', name), file);
  const inbox = join(folder, '返送');
  mkdirSync(inbox);
  for (let sitting = 0; sitting < count / 100; sitting += 1) {
    const files: Record<string, Uint8Array> = {};
    for (let n = 0; n < 100; n += 1) {
      const company = `株式会社見本${sitting * 100 + n}`;
      files[`${company}.pdf`] = await makeSigned(makeData({ ...filled, header: { ...filled.header, company } }));
    }
    if (sitting % 2 === 0) writeFileSync(join(inbox, `${sitting}.zip`), zipSync(files, { level: 0 }));
    else for (const [name, bytes] of Object.entries(files)) writeFileSync(join(inbox, name), bytes);
  }
  const out = join(folder, '結果.xlsx');
  const command = ['src/batch/verify-cli.ts', '--site', built, '--xlsx', out, inbox];
  const running = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  const memory: number[] = [];
  const moments: number[] = [];
  for await (const line of createInterface(running.stdout)) {
    expect(JSON.parse(line)).toMatchObject({ state: 'sound', match: { kind: 'equal' } });
    moments.push(performance.now());
    if (moments.length % 100 === 0) memory.push(residentOf(running.pid));
  }
  expect(await ended).toBe(0);
  expect(moments).toHaveLength(count);
  // Linear: a later hundred takes as long as an early one, on a machine that does other things as well.
  const taken = (from: number) => (moments[from + 99] ?? 0) - (moments[from] ?? 0);
  console.log(JSON.stringify({ memory, seconds: ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1000 }));
  expect(taken(count - 100)).toBeLessThan(3 * taken(100));
  // What 900 files more leave behind: their rows, and no file.
  expect((memory.at(-1) ?? 0) - (memory[0] ?? 0)).toBeLessThan(150);
  const [table, remedies] = await readWorkbook(new Blob([new Uint8Array(readFileSync(out))]));
  expect([table?.data.length, remedies?.data.length]).toEqual([count + 1, 2 * count + 1]);
});

/** Resident memory of a process in MB. */
function residentOf(pid = 0): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
