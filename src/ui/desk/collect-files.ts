/** A file that was chosen or dropped, under its path in the folder that came. */
export interface CollectedFile {
  name: string;
  content: File;
}

export interface Collected {
  files: CollectedFile[];
  /** There were more than are taken at once, or folders too deep. */
  isCut: boolean;
}

/** Most files of one choice, and how many folders may stand in one another. */
export const mostCollected = 5000;
const deepest = 20;

/** What systems put into folders by themselves: nobody sent it. */
const byItself = /^(?:\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** The files of a file field; of a folder each has its path. */
export function collectChosen(chosen: Iterable<File>): Collected {
  const files = [...chosen]
    .filter(({ name }) => !byItself.test(name))
    .map((content) => ({ name: content.webkitRelativePath || content.name, content }));
  return { files: files.slice(0, mostCollected), isCut: files.length > mostCollected };
}

/**
 * The files of a drop and of all folders in it, in order of their paths. What cannot be read is passed over: it shows when it is
 * opened. The entries are asked for before anything is awaited, for the drop is gone afterwards.
 */
export async function collectDropped({ items }: Pick<DataTransfer, 'items'>): Promise<Collected> {
  const collected: Collected = { files: [], isCut: false };
  const dropped = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return entry || file ? [{ entry, file }] : [];
  });
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) await collectFolder(entry, 0, collected);
    else if (file) add(collected, { name: file.name, content: file });
  }
  return collected;
}

async function collectFolder(entry: FileSystemEntry, depth: number, collected: Collected): Promise<void> {
  if (collected.files.length >= mostCollected || depth > deepest) {
    collected.isCut = true;
    return;
  }
  const inner = await readFolder(entry as FileSystemDirectoryEntry);
  inner.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const one of inner) {
    if (one.isDirectory) await collectFolder(one, depth + 1, collected);
    else if (!byItself.test(one.name)) {
      const content = await readEntry(one as FileSystemFileEntry);
      if (content) add(collected, { name: one.fullPath.replace(/^\//, ''), content });
    }
  }
}

function add(collected: Collected, file: CollectedFile): void {
  if (collected.files.length < mostCollected) collected.files.push(file);
  else collected.isCut = true;
}

/** All entries of a folder: browsers hand out a hundred at a time. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  while (entries.length <= mostCollected) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    entries.push(...some);
  }
  return entries;
}

function readEntry(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}
