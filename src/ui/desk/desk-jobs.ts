import type { Return } from '../../core/desk/desk.ts';
import type { DeskReading, StoredDesk } from '../../core/desk/desk-file.ts';
import type { KnownDefinition } from '../../record/identity.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';

/** Largest zip or mail that is opened, in bytes. */
export const mostPackedBytes = 200 * 1024 * 1024;

/** What takes so long that the page must not do it itself. */
export type DeskJob =
  /** Opens a zip or a mail. */
  | { kind: 'open'; content: Blob; name: string }
  /** Reads a file that has no signature. */
  | { kind: 'unsigned'; content: Blob; definitions: KnownDefinition[] }
  | { kind: 'read-backup'; text: string }
  | { kind: 'write-backup'; desk: StoredDesk };

export type JobReply =
  /** `files` are those in it, each under its path; `refused` what was not opened, Japanese, and why. Neither: it holds no files. */
  | { kind: 'open'; files: { name: string; content: Blob }[]; refused: { name: string; message: string }[] }
  | { kind: 'unsigned'; file: KiteiFile | undefined; form: Return['form'] }
  | { kind: 'read-backup'; reading: DeskReading }
  /** `content` is undefined where it would be too long to be read again. */
  | { kind: 'write-backup'; content: Blob | undefined }
  /** The code did not arrive: the page tells the person. */
  | { kind: 'not-loaded' };

/** The answer to a job of some kind. */
export type ReplyTo<Kind extends DeskJob['kind']> = Extract<JobReply, { kind: Kind }>;

/** Does a job. @throws Error when the code breaks down over the file, or the file cannot be read */
export async function doJob(job: DeskJob): Promise<JobReply> {
  switch (job.kind) {
    case 'open':
      return openPacked(job);
    case 'unsigned':
      return readUnsigned(job);
    case 'read-backup': {
      const code = await arrive(import('../../core/desk/desk-file.ts'), import('@noble/hashes/sha2.js'));
      if (!code) return { kind: 'not-loaded' };
      const [{ readDesk }, { sha256 }] = code;
      return { kind: job.kind, reading: readDesk(job.text, sha256) };
    }
    case 'write-backup': {
      const code = await arrive(import('../../core/desk/desk-file.ts'));
      if (!code) return { kind: 'not-loaded' };
      const text = code[0].writeDesk(job.desk);
      return { kind: job.kind, content: text === undefined ? undefined : new Blob([text]) };
    }
  }
}

async function openPacked({ content, name }: Extract<DeskJob, { kind: 'open' }>): Promise<JobReply> {
  const code = await arrive(import('../../files/open/open-file.ts'));
  if (!code) return { kind: 'not-loaded' };
  const bytes = new Uint8Array(await content.arrayBuffer());
  const opened: ReplyTo<'open'> = { kind: 'open', files: [], refused: [] };
  for (const one of code[0].openFile(bytes, name, { now: () => performance.now() })) {
    // The chosen file itself is no file in it: the check says what it is.
    if (one.path.length === 1 && one.kind === 'file') continue;
    if (one.kind === 'refused') opened.refused.push({ name: one.shown, message: one.message });
    // A Blob may lie on the disk: hundreds of files do not lie in memory.
    else opened.files.push({ name: one.shown, content: new Blob([new Uint8Array(one.bytes)]) });
  }
  return opened;
}

async function readUnsigned({ content, definitions }: Extract<DeskJob, { kind: 'unsigned' }>): Promise<JobReply> {
  const code = await arrive(import('../../verifier/read-unsigned.ts'));
  if (!code) return { kind: 'not-loaded' };
  const read = await code[0].readUnsigned(new Uint8Array(await content.arrayBuffer()), definitions);
  return { kind: 'unsigned', file: read?.file, form: read?.form ?? 'not-compared' };
}

/** What is fetched; undefined when some of it does not arrive. */
async function arrive<Parts extends unknown[]>(
  ...parts: { [Key in keyof Parts]: Promise<Parts[Key]> }
): Promise<Parts | undefined> {
  try {
    return (await Promise.all(parts)) as Parts;
  } catch {
    // No connection, or a site that was replaced since the page was opened.
    return undefined;
  }
}
