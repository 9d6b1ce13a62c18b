import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPdfFont } from '../pdf/font/load-pdf-font.ts';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { parseSiteFacts } from '../record/site-facts.ts';
import { webCrypto } from '../signing/crypto.ts';
import { toRefused } from '../signing/verify-pdf.ts';
import { isAccepted, type Verdict } from './verdict.ts';
import { type VerifyingSite, verifyFile } from './verify-file.ts';

/*
 * npm run verify -- [--site FOLDER] FILE.pdf…
 * One line of JSON a file. Ends with 0 only when nothing in any file was changed, each is what kitei makes of its data, and this site
 * asks what was answered (current, reworded or renamed); with 2 when no file is named. Who signed is for people to find out.
 * FOLDER is the built site, whose font and lists the files are compared with; `dist` where it is left out.
 */

const usage = '書き方: npm run verify -- [--site フォルダー] ファイル.pdf…\n';

/** What there is of the built site; without it only the signature and the data are judged. */
async function openSite(folder: string): Promise<VerifyingSite> {
  const crypto = webCrypto(globalThis.crypto.subtle, (bytes) => globalThis.crypto.getRandomValues(bytes));
  let font: Promise<PdfFont> | undefined;
  const loadFont = () => {
    font ??= loadPdfFont(async (name) => new Uint8Array(await readFile(join(folder, 'pdf-font', name))));
    return font;
  };
  try {
    const facts = parseSiteFacts(await readFile(join(folder, 'verify/site.json'), 'utf8'));
    return { crypto, ...facts, loadFont };
  } catch {
    process.stderr.write(
      `${folder} に、作ったサイトがありません。PDF を作り直して比べられないので、先に npm run build を実行してください。\n`,
    );
    return { crypto, generator: '', definitions: undefined, loadFont };
  }
}

async function verifyPath(path: string, site: VerifyingSite): Promise<Verdict> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    // Missing, a folder, not permitted: the person mends all of these in the same way.
    return toRefused('unreadable');
  }
  return verifyFile(bytes, site, basename(path));
}

function toLine(path: string, verdict: Verdict): object {
  const { state, grades } = verdict;
  if (verdict.state === 'refused')
    return { file: path, state, reason: verdict.reason, found: verdict.found, message: verdict.message, grades };
  const { signer, claimedTime, documentNumber, file, match, form, words } = verdict;
  const { id, version } = file.definition;
  const { generator } = file;
  return {
    ...{ file: path, state, signer, claimedTime, documentNumber, generator, definition: { id, version } },
    ...{ match, form, words, grades },
  };
}

/** What the command line says; undefined when it makes no sense. */
function readArguments(args: string[]): { folder: string; paths: string[] } | undefined {
  try {
    const options = { site: { type: 'string', default: 'dist' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length > 0 ? { folder: values.site, paths: positionals } : undefined;
  } catch {
    // An option that does not exist.
    return undefined;
  }
}

async function main(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  if (wanted === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const site = await openSite(wanted.folder);
  let code = 0;
  for (const path of wanted.paths) {
    const verdict = await verifyPath(path, site);
    process.stdout.write(`${JSON.stringify(toLine(path, verdict))}\n`);
    if (!isAccepted(verdict)) code = 1;
  }
  return code;
}

process.exitCode = await main(process.argv.slice(2));
