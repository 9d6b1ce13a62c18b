import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }));

/** The parts of a signed file as somebody else would take them out: by the text of /ByteRange alone. */
export function splitSignedFile(bytes: Uint8Array): { covered: Buffer; contents: Buffer } {
  const file = Buffer.from(bytes);
  const match = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(file.toString('latin1'));
  if (!match) throw new Error('No /ByteRange.');
  const [start, end, rest] = match.slice(1).map(Number);
  if (start === undefined || end === undefined || rest === undefined) throw new Error('No /ByteRange.');
  const covered = Buffer.concat([file.subarray(0, start), file.subarray(end, end + rest)]);
  return { covered, contents: Buffer.from(file.subarray(start + 1, end - 1).toString('latin1'), 'hex') };
}

/** What pkijs makes of a signed file. */
export interface PkijsJudgement {
  isSignatureValid: boolean;
  isCertificateSelfSigned: boolean;
  attributeTypes: string[];
  version: number;
}

/** Has pkijs verify the detached CMS of a signed file over its covered bytes. */
export async function judgeWithPkijs(bytes: Uint8Array): Promise<PkijsJudgement> {
  const { covered, contents } = splitSignedFile(bytes);
  const { result } = asn1js.fromBER(new Uint8Array(contents).buffer);
  const info = new pkijs.ContentInfo({ schema: result });
  const signed = new pkijs.SignedData({ schema: info.content });
  const [certificate] = signed.certificates ?? [];
  if (!(certificate instanceof pkijs.Certificate)) throw new Error('The CMS holds no certificate.');
  return {
    isSignatureValid: await signed.verify({ signer: 0, data: new Uint8Array(covered).buffer }),
    // pkijs cannot verify one that another one issued without that other one.
    isCertificateSelfSigned: certificate.issuer.isEqual(certificate.subject) && (await certificate.verify()),
    attributeTypes: signed.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type) ?? [],
    version: signed.version,
  };
}

/** What a program on this machine says; undefined, and a line printed, where it is not installed. */
export interface Saying {
  status: number | null;
  output: string;
  /** The file it was to write, if it did. */
  written?: Uint8Array;
}

/**
 * Runs a program in a folder of its own.
 * @param files put there before; @param writes name of a file to bring back
 */
export function ask(
  program: string,
  args: string[],
  files: Record<string, Uint8Array | string>,
  writes?: string,
): Saying | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kitei-judge-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    if (error) {
      console.log(`${program}: not installed: skipped`);
      return undefined;
    }
    const path = join(folder, writes ?? '');
    const written = writes !== undefined && existsSync(path) ? { written: new Uint8Array(readFileSync(path)) } : {};
    return { status, output: stdout + stderr, ...written };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** DER as PEM. */
export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
