import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ContentError } from '../compiler/faults.ts';
import { readLibrary } from '../compiler/library.ts';
import { ImportError } from './model/block.ts';
import { describeOriginal, looksForeign, originalFiles } from './original/describe-original.ts';
import { importOriginal } from './original/import-original.ts';
import { print, putDown } from './put-down-cli.ts';
import { readDocument } from './read-document.ts';
import { buildTree } from './tree/build-tree.ts';

export interface OriginalFile {
  name: string;
  bytes: Uint8Array;
  /** Whose copy it is and which edition; left out, what the handbook's source says. */
  copy: string | undefined;
}

/** Puts the official words of a document beside a restated handbook. @returns whether that was sound */
export async function putOriginal(root: string, id: string, file: OriginalFile, isDry: boolean): Promise<boolean> {
  const library = await readLibrary(root, '/').catch((fault: unknown) => {
    if (!(fault instanceof ContentError)) throw fault;
    throw new ImportError(`内容に誤りがあります。直してから、もう一度どうぞ。\n${fault.message}`);
  });
  const handbook = library.handbooks.find((one) => one.id === id);
  if (!handbook) {
    const known = library.handbooks.map((one) => one.id).join('、');
    throw new ImportError(`手引「${id}」がありません。あるのは ${known || '（一つもない）'} です。`);
  }
  const { source } = handbook;
  if (source.wording === 'original') {
    throw new ImportError(
      `手引「${id}」は、文書の本文そのものです。新しい版を取り込むには --id ${id} と書いてください。`,
    );
  }
  const tree = buildTree(await readDocument(file.bytes, file.name));
  const copy = file.copy ?? `${source.publisher} ${source.version}`;
  const result = importOriginal({ handbook, tree, copy, file: file.name, sha256: bytesToHex(sha256(file.bytes)) });
  print(`${file.name} を「${source.title}」の原文として読みました`, describeOriginal(result));
  if (looksForeign(result)) {
    console.error('何も書き込んでいません。');
    return false;
  }
  const files = originalFiles(id, result);
  return putDown(root, { files, removed: [] }, { id, isDry });
}
