import { readFile } from 'node:fs/promises';
import { webCrypto } from './crypto.ts';
import { toRefused, type Verification, verifyPdf } from './verify-pdf.ts';

/*
 * npm run verify -- FILE.pdf…
 * One line of JSON a file. Ends with 0 only when every file is sound; with 2 when no file is named.
 */

const nodeCrypto = webCrypto(crypto.subtle, (bytes) => crypto.getRandomValues(bytes));

async function verifyPath(path: string): Promise<Verification> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    // Missing, a folder, not permitted: the person mends all of these in the same way.
    return toRefused('unreadable');
  }
  return verifyPdf(bytes, nodeCrypto);
}

function toLine(path: string, verification: Verification): object {
  const { state, grades } = verification;
  if (verification.state === 'refused')
    return { file: path, state, reason: verification.reason, message: verification.message, grades };
  const { signer, claimedTime, documentNumber, file } = verification;
  const { id, version } = file.definition;
  return { file: path, state, signer, claimedTime, documentNumber, definition: { id, version }, grades };
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('Usage: npm run verify -- FILE.pdf…\n');
    return 2;
  }
  let code = 0;
  for (const path of paths) {
    const verification = await verifyPath(path);
    process.stdout.write(`${JSON.stringify(toLine(path, verification))}\n`);
    if (verification.state !== 'sound') code = 1;
  }
  return code;
}

process.exitCode = await main(process.argv.slice(2));
