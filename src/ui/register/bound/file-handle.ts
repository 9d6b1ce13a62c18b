import { type FileContent, type FileProblem, type SharedFile, SharedFileError } from '../../../core/register/sync.ts';
import { mostFileBytes } from '../../../core/text/limits.ts';
import { decodingWords, readTextFile } from '../../parts/read-text-file.ts';

/** What the type library does not have yet of the File System Access of Chromium. */
interface Permissions {
  queryPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface PickerOptions {
  id: string;
  suggestedName?: string;
  types: { description: string; accept: Record<string, string[]> }[];
}
interface Pickers {
  showSaveFilePicker?(options: PickerOptions): Promise<FileSystemFileHandle>;
  showOpenFilePicker?(options: PickerOptions): Promise<FileSystemFileHandle[]>;
}

/** A handle of this browser, and not what somebody else has put in its place. */
export function isFileHandle(value: unknown): value is FileSystemFileHandle {
  return typeof FileSystemFileHandle !== 'undefined' && value instanceof FileSystemFileHandle;
}

/**
 * Lets the person choose a file to write to: a new one, or one that is there.
 * @returns undefined where they did not
 */
export async function chooseFile(kind: 'new' | 'open', name: string): Promise<FileSystemFileHandle | undefined> {
  const pickers = window as Window & Pickers;
  const options = { id: 'kitei-register', types: [{ description: name, accept: { 'application/json': ['.json'] } }] };
  try {
    if (kind === 'new') return await pickers.showSaveFilePicker?.({ ...options, suggestedName: `${name}.json` });
    return (await pickers.showOpenFilePicker?.(options))?.[0];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether the page may read and write a file. @param asks whether the person is asked, which takes a press */
export async function mayWrite(handle: FileSystemFileHandle, asks: boolean): Promise<boolean> {
  const { queryPermission, requestPermission } = handle as FileSystemFileHandle & Permissions;
  const mode = { mode: 'readwrite' } as const;
  try {
    const state = await queryPermission?.call(handle, mode);
    if (state !== 'prompt' || !asks) return state === 'granted';
    return (await requestPermission?.call(handle, mode)) === 'granted';
  } catch {
    // Asking is refused where nobody pressed anything.
    return false;
  }
}

/** A file that the person chose, as several people write it. */
export function toSharedFile(handle: FileSystemFileHandle): SharedFile {
  return {
    read: () => withProblems(async () => readContent(await handle.getFile())),
    write: (text, seen) => withProblems(() => write(handle, text, seen)),
  };
}

/** What tells one writing of a file from another. */
export async function markOf(handle: FileSystemFileHandle): Promise<string> {
  return toMark(await handle.getFile());
}

function toMark({ lastModified, size }: File): string {
  return `${lastModified} ${size}`;
}

async function readContent(file: File): Promise<FileContent> {
  const mark = toMark(file);
  // Longer than a register may be: as much as shows that it is too long.
  const content = file.slice(0, mostFileBytes + 1);
  try {
    return { text: await readTextFile(content), mark };
  } catch (error) {
    if (decodingWords(error) === undefined) throw error;
    // Saved again in an encoding that is not certain: what is no JSON is not written over.
    return { text: '�', mark };
  }
}

/** The browser writes beside the file and puts it in its place when it is closed: after a crash the old one is there, or the new. */
async function write(handle: FileSystemFileHandle, text: string, { mark }: FileContent): Promise<boolean> {
  if ((await markOf(handle)) !== mark) return false;
  const writable = await handle.createWritable();
  try {
    await writable.write(text);
    // Somebody else may have written while this was being prepared.
    if ((await markOf(handle)) === mark) {
      await writable.close();
      return true;
    }
    await writable.abort();
    return false;
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
}

const problems: Readonly<Record<string, FileProblem>> = {
  NotFoundError: 'gone',
  NotAllowedError: 'no-permission',
  SecurityError: 'no-permission',
  QuotaExceededError: 'full',
  // Another program holds the file, or changed it under our eyes.
  NoModificationAllowedError: 'locked',
  InvalidModificationError: 'locked',
  InvalidStateError: 'locked',
  NotReadableError: 'locked',
  AbortError: 'locked',
};

/** @throws SharedFileError for what the browser refuses */
async function withProblems<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    throw new SharedFileError(problems[name] ?? 'failed', { cause });
  }
}
