import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, type Example, layOut, readExample } from '../support/readme-example.ts';

/*
 * The chapter 「自社の規程を載せる」 of README.md, followed command by command up to the build, which test/long has.
 */

let example: Example;
let desk: Desk;
beforeAll(async () => {
  example = await readExample();
  desk = await layOut(example);
});
afterAll(() => desk?.remove());

const read = (path: string) => readFile(join(desk.content, path), 'utf8');

test('the commands make of the text and the table what the guide shows, then what another edition changes', {
  timeout: 60_000,
}, async () => {
  const [init = '', ...others] = example.commands;
  expect(init).toBe('npm run init -- ../our-rules');
  await desk.type(init);
  await desk.nameCompany();

  const [again = 0] = others.flatMap((command, at) => (command.includes('第2版') ? [at] : []));
  const printed: string[] = [];
  for (const [at, command] of others.entries()) {
    if (/npm (?:start|run build)/.test(command)) continue;
    if (at === again) await desk.amend();
    printed.push(await desk.type(command));
    if (at === 0) expect(await read('handbooks/rules/index.mdx')).toContain(example.page);
  }
  expect(printed.map((out) => /読みました|誤りはありません|記しました|記してあります/.exec(out)?.[0])).toEqual([
    '読みました',
    '読みました',
    '誤りはありません',
    '記しました',
    '読みました',
    '読みました',
    '誤りはありません',
    '記してあります',
  ]);
  expect(printed[1]).toContain('答え方: 実施状況（○×） 2、数 1');
  expect(printed[4]).toContain('前の版から、改正 1:\n  第2条第1項（改正）\n');

  expect(await read('amendments/rules.yaml')).toContain('from: 第1版\n  to: 第2版');
  expect(await read('sources/rules.yaml')).toContain('publisher: 見本商事株式会社\n');
  expect((await read('checklists/tenken.yaml')).match(/number:/g)).toHaveLength(example.rows.length - 1);
});

test('Windows is told each command that is spelt otherwise there, and no other', () => {
  const toWindows = (command: string) =>
    command.replaceAll('../', '..\\').replace(/^KITEI_CONTENT=(\S+) (.*)$/, "$$env:KITEI_CONTENT='$1'; $2");
  const typed = example.commands.map(toWindows);
  expect(example.windows.length).toBeGreaterThan(0);
  for (const command of example.windows) expect(typed).toContain(command);
  for (const command of typed.filter((one) => one.startsWith('$env:'))) expect(example.windows).toContain(command);
});
