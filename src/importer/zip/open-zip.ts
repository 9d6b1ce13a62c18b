import { type EntryProblem, readDirectory, type ZipEntry, ZipError } from '../../files/zip/directory.ts';
import { isBomb, unpack } from '../../files/zip/unpack.ts';
import { ImportError } from '../model/block.ts';
import { refuseOtherFile } from './other-file.ts';

/** What a zip may ask of the machine that opens it. A file beyond any of these is refused before it is unpacked. */
export interface ZipLimits {
  /** Bytes of all unpacked entries together. */
  total: number;
  /** Bytes of one unpacked entry. */
  entry: number;
  /** Number of entries. */
  entries: number;
  /** Unpacked bytes for each packed one, of an entry beyond `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  /** Which entries are unpacked; the others only have to stand in order. All where it is left out. */
  wanted?: (name: string) => boolean;
}

const mib = 1024 * 1024;

/** A Word file of 1,000 pages unpacks to some 60 MB of XML at a ratio near 20; an Excel of empty rows comes to 150. */
const usual: ZipLimits = { total: 200 * mib, entry: 64 * mib, entries: 10_000, ratio: 250, ratioFrom: 4 * mib };

/**
 * Unpacks a zip: name → bytes, in the order of its directory, folders left out. Throws an ImportError, in words for the
 * person who chose the file, where it is none, is damaged or encrypted, or holds what no office software writes: one entry at
 * fault, and the whole is refused.
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Map<string, Uint8Array> {
  const bounds = { ...usual, ...limits };
  refuseOtherFile(bytes);
  const wanted = readEntries(bytes, bounds.entries).filter(({ name }) => bounds.wanted?.(name) ?? true);
  const sum = wanted.reduce((all, { size }) => all + size, 0);
  if (sum > bounds.total || wanted.some((entry) => isBomb(entry, bounds))) throw new ImportError(words['too-large']);
  return new Map(
    wanted.map((entry) => {
      const content = unpack(entry);
      if (!content) throw new ImportError(words.damaged);
      return [entry.name, content];
    }),
  );
}

function readEntries(bytes: Uint8Array, most: number): ZipEntry[] {
  try {
    const { entries, isWhole } = readDirectory(bytes, most);
    const problems = entries.map(({ problem }) => problem).filter((problem) => problem !== undefined);
    // What an entry is by itself says more than how it stands to others.
    const first = problems.find((problem) => problem !== 'overlap' && problem !== 'twice') ?? problems[0];
    if (first) throw new ImportError(words[first]);
    if (!isWhole) throw new ImportError(words.damaged);
    const files = entries.filter(({ isFolder }) => !isFolder);
    if (files.some(({ name }) => leadsOut(name))) throw new ImportError(words.overlap);
    return files;
  } catch (error) {
    if (error instanceof ZipError) throw new ImportError(words[error.problem], { cause: error });
    throw error;
  }
}

function leadsOut(name: string): boolean {
  const isElsewhere = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
  return name === '' || isElsewhere || name.includes('\0');
}

const damaged = 'ファイルが壊れています。もう一度受け取るか、元のソフトで開いて保存し直したものを選んでください。';
const tooMany =
  'ファイルの中の部品が多すぎるか大きすぎるため、開きません。元のソフトで開いて、必要な部分だけを保存し直してください。';
const tricky =
  'ファイルの中の名前や並びが Word や Excel の書くものではないため、開きません。元のソフトで開いて、名前を付けて保存し直してください。';

const words: Readonly<Record<EntryProblem | ZipError['problem'] | 'too-large', string>> = {
  damaged,
  method: damaged,
  split: damaged,
  cut: 'ファイルが途中で切れています。もう一度受け取るか、コピーし直したものを選んでください。',
  password: 'ファイルにパスワードがかかっています。パスワードを外して保存したものを選んでください。',
  zip64: tooMany,
  'too-many': tooMany,
  'too-large':
    'ファイルの中身が大きすぎるため、開きません。図や写真を除いて保存し直すか、いくつかのファイルに分けてください。',
  link: tricky,
  overlap: tricky,
  twice: tricky,
  'long-name': tricky,
};
