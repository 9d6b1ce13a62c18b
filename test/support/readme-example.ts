import { exec } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeXlsx } from './xlsx.ts';

/** What a person who follows README.md by hand finds in the chapter 「自社の規程を載せる」. */
export interface Example {
  /** Each line of the blocks that are for mac and Linux, in order. */
  commands: string[];
  /** Each line of the blocks that are for Windows. */
  windows: string[];
  /** Text of the sample document. */
  rules: string;
  /** Lines to put into organization.yaml. */
  organization: string[];
  /** Part of the page that is said to come out. */
  page: string;
  /** Rows of the sample list, its heading first. */
  rows: string[][];
  /** What the next edition of the document says otherwise. */
  amendment: { from: string; to: string };
}

/** @throws Error where the chapter has not what is expected of it */
export async function readExample(): Promise<Example> {
  const readme = await readFile('README.md', 'utf8');
  const chapter = /^## 自社の規程を載せる\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const blocks = (kind: string) =>
    [...chapter.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
  const lines = (kind: string) => blocks(kind).flatMap((text) => text.trimEnd().split('\n'));
  const bare = (line: string) => line.replace(/ +# (?:mac|Windows).*$/, '');
  const table = /^\| No\..*\n(?:\|.*\n)+/m.exec(chapter)?.[0] ?? '';
  const rows = table
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [, from, to] = /「(.+?)」を「(.+?)」に書き換え/.exec(chapter) ?? [];
  const [rules] = blocks('text');
  const [page] = blocks('mdx');
  if (!rules || !page || !from || !to || rows.length < 2) throw new Error('README.md has not the whole example.');
  return {
    commands: lines('sh').map(bare),
    windows: lines('powershell').map(bare),
    organization: lines('yaml'),
    amendment: { from, to },
    ...{ rules, page, rows },
  };
}

/** A folder beside which kitei would lie, with the sample document and the list in it. */
export interface Desk {
  folder: string;
  /** The content folder that the first command makes. */
  content: string;
  /** Types a command of the guide. @returns what it printed. @throws Error with that, when it ends in a fault */
  type(command: string, env?: Record<string, string>): Promise<string>;
  /** Does by hand what the guide says of organization.yaml. */
  nameCompany(): Promise<void>;
  /** Does by hand what the guide says of the next edition. */
  amend(): Promise<void>;
  remove(): Promise<void>;
}

export async function layOut({ rules, rows, organization, amendment }: Example): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'kitei-readme-'));
  const content = join(folder, 'our-rules');
  const document = join(folder, '見本規程.txt');
  await writeFile(document, rules);
  const cells = rows.flatMap((row, at) =>
    row.map((cell, column) => [`${String.fromCharCode(65 + column)}${at + 1}`, cell] as const),
  );
  await writeFile(
    join(folder, '点検表.xlsx'),
    makeXlsx([{ name: '点検表', cells: Object.fromEntries(cells.filter(([, cell]) => cell !== '')) }]),
  );
  return {
    folder,
    content,
    type: (command, env = {}) =>
      new Promise((done, fail) => {
        // As by hand: with what a test runner puts into the environment Astro builds for development.
        const { PATH = '', HOME = '' } = process.env;
        const options = { env: { PATH, HOME, ...env }, maxBuffer: 2 ** 26 };
        exec(command.replaceAll('../', `${folder}/`), options, (error, out, err) => {
          if (error) fail(new Error(`${command}\n${out}\n${err}`, { cause: error }));
          else done(out + err);
        });
      }),
    nameCompany: async () => {
      const file = join(content, 'organization.yaml');
      let text = await readFile(file, 'utf8');
      for (const line of organization) {
        const key = line.slice(0, line.indexOf(':') + 1);
        const there = new RegExp(`^(?:# )?${key}.*$`, 'm');
        if (!there.test(text)) throw new Error(`organization.yaml has no line ${key}`);
        text = text.replace(there, line);
      }
      await writeFile(file, text);
    },
    amend: async () => {
      if (!rules.includes(amendment.from)) throw new Error(`The sample does not say ${amendment.from}.`);
      await writeFile(document, rules.replaceAll(amendment.from, amendment.to));
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
