import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import type { ToolEntry } from '../core/regulation/library.ts';
import { identifyDefinition } from '../record/identity.ts';
import { currentVersion } from '../record/versions.ts';
import type { Faults } from './faults.ts';

/*
 * content/versions.lock: one line for each version of a tool that was published, `decision disposal 2 <hash of what is asked>`.
 * A tool that asks less because a document is switched off has a line of its own, with ` without nerima` at its end.
 * Signed files say which version they answer; were the questions of a version to change, honest files would be called altered.
 */

/** Name of the file in the content folder. */
export const lockName = 'versions.lock';

const head = `# What each version of a check list, decision and form asks. Written by \`npm run lock\`; a line never changes.
# See content/README.md on raising a version.
`;

interface Locked {
  kind: string;
  id: string;
  version: number;
  asked: string;
  /** Documents that are switched off, joined by commas; empty for none. */
  without: string;
}

/** Tools in a version that is not locked yet, as `decision disposal 2`. */
export function listUnlocked(tools: readonly ToolEntry[], root: string): string[] {
  return findUnlocked(tools, readLock(root)).map(nameOf);
}

const kindNames: Readonly<Record<string, string>> = { checklist: '確認リスト', decision: '判断', form: '様式' };

/** `decision disposal 2`, as it is told: 判断 disposal 版 2. */
export function describeVersion(name: string): string {
  const [kind = '', id = '', version = '', ...without] = name.split(' ');
  const documents = without.length > 1 ? `（${without[1]?.replaceAll(',', '、')} を載せないとき）` : '';
  return `${kindNames[kind]} ${id} 版 ${version}${documents}`;
}

/** What asks something else under a version that was published. */
export function checkLock(tools: readonly ToolEntry[], faults: Faults): void {
  const { root } = faults;
  const locked = readLock(root, faults);
  for (const { kind, id, version, asked, without } of tools.map(identify)) {
    const file = join(root, `${kind}s`, `${id}.yaml`);
    const ours = locked.filter((one) => one.kind === kind && one.id === id);
    const same = ours.find((one) => one.version === version && one.without === without);
    const last = Math.max(0, ...ours.map((one) => one.version));
    // With other documents it asks something else, and has no line yet.
    const isOther = version === last && ours.every((one) => one.without !== without || one.version < last);
    if (same ? same.asked === asked : version > last || isOther) continue;
    const problem = same
      ? `公開して回答・署名された版 ${version} と、たずねることが違っています。`
      : `版 ${version} は、公開した版 ${last} より前です。`;
    const hint = `「version: ${last + 1}」と書いてから、npm run lock を実行してください。説明だけの文（help、guidance、lead、注、記入例）は、版を上げずに変えられます。`;
    faults.add(problem, { file, path: 'version' }, hint);
  }
}

/** The lock with the versions of all tools in it; lines that are there stay. */
export function extendLock(tools: readonly ToolEntry[], root: string): string {
  const locked = readLock(root);
  const lines = [...locked, ...findUnlocked(tools, locked)].map(
    ({ kind, id, version, asked, without }) => `${kind} ${id} ${version} ${asked}${without && ` without ${without}`}`,
  );
  return `${head}${lines.sort().join('\n')}\n`;
}

function findUnlocked(tools: readonly ToolEntry[], locked: readonly Locked[]): Locked[] {
  const known = new Set(locked.map(nameOf));
  return tools.map(identify).filter((one) => !known.has(nameOf(one)));
}

function identify({ kind, asked, without = [] }: ToolEntry): Locked {
  return { ...identifyDefinition(currentVersion.tools[kind], asked.template, sha256), without: without.join(',') };
}

function nameOf({ kind, id, version, without }: Locked): string {
  return `${kind} ${id} ${version}${without && ` without ${without}`}`;
}

const line = /^([a-z]+) ([a-z][a-z0-9-]*) ([1-9]\d*) ([0-9a-f]{64})(?: without ([a-z][a-z0-9,]*))?$/;

/** A line of another shape is a fault. */
function readLock(root: string, faults?: Faults): Locked[] {
  const file = join(root, lockName);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): Locked[] => {
      if (text.trim() === '' || text.startsWith('#')) return [];
      const [, kind, id, version, asked, without = ''] = line.exec(text) ?? [];
      if (kind && id && asked) return [{ kind, id, version: Number(version), asked, without }];
      const hint = 'ファイルの履歴から、元の行に戻してください。この行を書くのは npm run lock だけです。';
      faults?.add('版の記録の行ではありません。', { file, path: '', line: index + 1 }, hint);
      return [];
    });
}
