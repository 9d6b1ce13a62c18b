import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '@noble/hashes/sha2.js';
import { remedySheet, tableSheet } from '../core/desk/sheets.ts';
import { toFinding } from '../core/desk/to-finding.ts';
import { toJapanClock } from '../core/text/japan-time.ts';
import { toHex } from '../signing/bytes.ts';
import { toVisibleText } from '../ui/parts/visible-text.ts';
import { readUnsigned } from '../verifier/read-unsigned.ts';
import { isAccepted, type Verdict } from '../verifier/verdict.ts';
import { type VerifyingSite, verifyFile } from '../verifier/verify-file.ts';
import { listFiles } from './list-files.ts';
import { type InnerRefused, openListed, type Piece } from './open-listed.ts';
import { openSite } from './open-site.ts';
import { streamWorkbook } from './stream-workbook.ts';
import { mostRemedies, Tally } from './tally.ts';

/*
 * npm run verify -- [--site FOLDER] [--xlsx OUT.xlsx] FILE|FOLDER…
 * One line of JSON a file; folders are walked through, zips and mails opened. Ends with 0 only when nothing in any file was
 * changed, each is what kitei makes of its data, and this site asks what was answered (current, reworded or renamed); with 1 when
 * any is not, or there is none; with 2 when the command makes no sense or OUT cannot be written. Who signed is for people to find out.
 * OUT has the table of the desk and 改善一覧. FOLDER is the built site, whose font and lists the files are compared with; `dist`
 * where it is left out.
 */

const usage = `書き方: npm run verify -- [--site フォルダー] [--xlsx 結果.xlsx] ファイルかフォルダー…
  フォルダーは中まで、ZIP とメール（.eml）は開いて調べます。1ファイルに1行の JSON を書きます。
  --xlsx   結果の表と改善一覧を、Excel のファイルに書きます（まだない名前にしてください）。
  --site   作ったサイトのフォルダー（書かなければ dist）。
`;

interface Arguments {
  folder: string;
  xlsx: string | undefined;
  paths: string[];
}

/** What the command line says; undefined when it makes no sense. */
function readArguments(args: string[]): Arguments | undefined {
  try {
    const options = { site: { type: 'string', default: 'dist' }, xlsx: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length > 0 ? { folder: values.site, xlsx: values.xlsx, paths: positionals } : undefined;
  } catch {
    // An option that does not exist.
    return undefined;
  }
}

/** Japanese: why the workbook cannot be written there; undefined where it can. Asked before hours of work, not after. */
async function findFault(path: string): Promise<string | undefined> {
  if (!/\.xlsx$/i.test(path)) return '--xlsx には、.xlsx で終わる名前を書いてください。';
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return `${path} は、すでにあります。別の名前にするか、先にほかへ移してください。`;
  return access(dirname(resolve(path)), constants.W_OK).then(
    () => undefined,
    () => `${dirname(path)} に書けません。フォルダーがあるか、書き込めるかを確かめてください。`,
  );
}

function toLine(shown: string, verdict: Verdict | InnerRefused): object {
  if (verdict.state === 'refused') {
    const { state, reason, message } = verdict;
    if (!('grades' in verdict)) return { file: shown, state, reason, message };
    return { file: shown, state, reason, found: verdict.found, message, grades: verdict.grades };
  }
  const { state, grades, signer, claimedTime, documentNumber, file, match, form, words } = verdict;
  const { id, version } = file.definition;
  const { generator } = file;
  return {
    ...{ file: shown, state, signer, claimedTime, documentNumber, generator, definition: { id, version } },
    ...{ match, form, words, grades },
  };
}

/** Checks one piece. @returns whether it is accepted */
async function check(piece: Piece, site: VerifyingSite, tally: Tally | undefined): Promise<boolean> {
  if (piece.kind === 'refused') {
    say(piece.shown, piece.refused);
    // Nothing of it was read: it is known by where it stands.
    const finding = { state: 'other', reason: piece.refused.reason, grades: {} } as const;
    tally?.add(hash(new TextEncoder().encode(piece.shown)), piece.shown, finding);
    return false;
  }
  const { bytes, shown, name } = piece;
  const verdict = await verifyFile(bytes, site, name);
  say(shown, verdict);
  if (tally) {
    const isUnsigned = verdict.state === 'refused' && verdict.reason === 'not-signed';
    const unsigned = isUnsigned ? await readUnsigned(bytes, site.definitions) : undefined;
    tally.add(hash(bytes), shown, toFinding(verdict, unsigned));
  }
  return isAccepted(verdict);
}

function say(shown: string, verdict: Verdict | InnerRefused): void {
  process.stdout.write(`${JSON.stringify(toLine(shown, verdict))}\n`);
}

function hash(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}

/** Writes the workbook under another name first: a run that is broken off leaves no half table. */
async function writeTables(path: string, tally: Tally): Promise<void> {
  const { rows, remedies, left } = tally.tables();
  const half = `${path}.part`;
  try {
    await streamWorkbook(half, [tableSheet(rows, toVisibleText), remedySheet(remedies, toVisibleText)]);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  process.stderr.write(`${path} に、結果 ${rows.length}行と改善一覧 ${remedies.length}行を書きました。\n`);
  if (left > 0)
    process.stderr.write(
      `改善一覧は ${mostRemedies}行までです。残りの ${left}行は書いていません。フォルダーを分けて調べてください。\n`,
    );
}

async function main(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  const fault = wanted?.xlsx === undefined ? undefined : await findFault(wanted.xlsx);
  if (!wanted || fault) {
    process.stderr.write(fault ? `${fault}\n` : usage);
    return 2;
  }
  const { folder, xlsx, paths } = wanted;
  const site = await openSite(folder);
  const now = new Date();
  const { date: today } = toJapanClock(now);
  const facts = { sha256, at: now.toISOString(), today, definitions: site.definitions ?? [] };
  const tally = xlsx === undefined ? undefined : new Tally(facts);
  let [count, code] = [0, 0];
  for await (const listed of listFiles(paths)) {
    for await (const piece of openListed(listed)) {
      count += 1;
      if (!(await check(piece, site, tally))) code = 1;
    }
  }
  if (count === 0) {
    process.stderr.write(`${paths.join('、')} に、ファイルがありません。フォルダーを確かめてください。\n`);
    code = 1;
  }
  if (tally && xlsx !== undefined) await writeTables(xlsx, tally);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
