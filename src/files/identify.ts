import { findBytes, fromLatin1, toLatin1 } from '../core/text/latin1.ts';
import type { FileKind } from './file-kind.ts';
import { findTextKind } from './identify-text.ts';
import { findByMark } from './marks.ts';
import { readDirectory, type ZipEntry } from './zip/directory.ts';

/** Most entries of a zip that are looked at to see what it is. */
const mostEntries = 10_000;
/** How far a PDF may begin behind the first byte: what viewers tolerate, and headers of a server. */
const mostBefore = 4096;

/** @param name of the file, with its ending; '' where there is none */
export function identifyFile(bytes: Uint8Array, name: string): FileKind {
  if (/\.(?:crdownload|part|partial|opdownload|download)$/i.test(name)) return 'partial';
  if (bytes.length === 0) return 'empty';
  const head = toLatin1(bytes, 0, mostBefore);
  if (head.startsWith('%PDF-')) return findEnd(bytes) ? 'pdf' : 'pdf-cut';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return findZipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return findCompoundKind(bytes);
  const binary = findByMark(head);
  if (binary) return binary;
  const text = findTextKind(bytes, head, name);
  if (text && text !== 'text') return text;
  // Only now: a mail may hold a PDF as it is.
  if (/(?:^|[^!-~])%PDF-\d/.test(head)) return 'pdf-behind';
  return text ?? 'unknown';
}

/** An end mark anywhere: what follows the last one is for the verifier to judge. */
function findEnd(bytes: Uint8Array): boolean {
  return findBytes(bytes, fromLatin1('%%EOF')) >= 0;
}

function findZipKind(bytes: Uint8Array): FileKind {
  let entries: ZipEntry[];
  try {
    ({ entries } = readDirectory(bytes, mostEntries));
  } catch {
    // Cut, split or damaged: whoever opens it says which.
    return 'zip-damaged';
  }
  const names = new Set(entries.map(({ name }) => name));
  const has = (start: string) => entries.some(({ name }) => name.startsWith(start));
  if (names.has('[Content_Types].xml')) {
    if (has('word/')) return 'word';
    if (has('xl/')) return 'excel';
    return has('ppt/') ? 'powerpoint' : 'document';
  }
  if (entries[0]?.name === 'mimetype' || names.has('META-INF/container.xml')) return 'document';
  const files = entries.filter(({ isFolder }) => !isFolder);
  return files.length > 0 && files.every(({ problem }) => problem === 'password') ? 'zip-password' : 'zip';
}

/** Compound files: Office before 2007, Outlook's mails, 一太郎, and any office file under a password. Streams have UTF-16 names. */
function findCompoundKind(bytes: Uint8Array): FileKind {
  const has = (name: string) => findBytes(bytes, fromLatin1([...name].map((letter) => `${letter}\0`).join(''))) >= 0;
  if (has('EncryptedPackage')) return 'office-password';
  if (has('__properties_version1.0') || has('__substg1.0_')) return 'mail-outlook';
  if (has('WordDocument')) return 'word-old';
  if (has('Workbook')) return 'excel-old';
  return has('PowerPoint Document') ? 'powerpoint-old' : 'document';
}
