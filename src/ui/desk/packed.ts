import type { Return } from '../../core/desk/desk.ts';
import type { KnownDefinition } from '../../record/identity.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';

/** Largest zip or mail that is opened, in bytes. */
export const mostPackedBytes = 200 * 1024 * 1024;

export type PackedRequest =
  | { kind: 'open'; content: Blob; name: string }
  | { kind: 'unsigned'; content: Blob; definitions: KnownDefinition[] };

export type PackedReply =
  /** `files` are those in it, each under its path; `refused` what was not opened, Japanese, and why. Neither: it holds no files. */
  | { kind: 'opened'; files: { name: string; content: Blob }[]; refused: { name: string; message: string }[] }
  | { kind: 'unsigned'; file: KiteiFile | undefined; form: Return['form'] }
  /** The code did not arrive: the page tells the person. */
  | { kind: 'not-loaded' };

/** Does one of the two. @throws Error when the code breaks down over the file, or the file cannot be read */
export async function answerPacked(request: PackedRequest): Promise<PackedReply> {
  return request.kind === 'open' ? openPacked(request) : readUnsigned(request);
}

async function openPacked({ content, name }: Extract<PackedRequest, { kind: 'open' }>): Promise<PackedReply> {
  const code = await import('../../files/open/open-file.ts').catch(() => undefined);
  if (!code) return { kind: 'not-loaded' };
  const bytes = new Uint8Array(await content.arrayBuffer());
  const opened: Extract<PackedReply, { kind: 'opened' }> = { kind: 'opened', files: [], refused: [] };
  for (const one of code.openFile(bytes, name, { now: () => performance.now() })) {
    // The chosen file itself is no file in it: the check says what it is.
    if (one.path.length === 1 && one.kind === 'file') continue;
    if (one.kind === 'refused') opened.refused.push({ name: one.shown, message: one.message });
    // A Blob may lie on the disk: hundreds of files do not lie in memory.
    else opened.files.push({ name: one.shown, content: new Blob([new Uint8Array(one.bytes)]) });
  }
  return opened;
}

async function readUnsigned({
  content,
  definitions,
}: Extract<PackedRequest, { kind: 'unsigned' }>): Promise<PackedReply> {
  const code = await Promise.all([
    import('../../signing/find-unverified-file.ts'),
    import('../../record/identity.ts'),
    import('../../record/versions.ts'),
    import('@noble/hashes/sha2.js'),
  ]).catch(() => undefined);
  if (!code) return { kind: 'not-loaded' };
  const [{ findUnverifiedFile }, { findStanding, identifyAsked }, { recordVersions }, { sha256 }] = code;
  const file = await findUnverifiedFile(new Uint8Array(await content.arrayBuffer()));
  const version = recordVersions.find(({ format }) => format === file?.format);
  if (!file || !version) return { kind: 'unsigned', file, form: 'not-compared' };
  const found = identifyAsked(version.tools[file.answers.kind], file.asked, sha256);
  return { kind: 'unsigned', file, form: findStanding(found, definitions) };
}
