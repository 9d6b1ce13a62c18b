import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDesk } from '../../../src/core/desk/desk-file.ts';
import { doJob, type JobReply } from '../../../src/ui/desk/desk-jobs.ts';
import { beginDesk, generate, takeFiles } from '../../core/desk/generate.ts';
import { createSignedFile, toKiteiFile } from '../../signing/support/signed-file.ts';
import { identify, sha256 } from '../../support/record.ts';

const toBlob = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);

async function open(bytes: Uint8Array, name: string): Promise<{ files: string[]; refused: string[] }> {
  const reply = await doJob({ kind: 'open', content: toBlob(bytes), name });
  if (reply.kind !== 'open') throw new Error(`It answered ${reply.kind}.`);
  return { files: reply.files.map((one) => one.name), refused: reply.refused.map((one) => one.name) };
}

describe('doJob: open', () => {
  test('hands out the files in a zip under their paths, and nothing of what is no zip', async () => {
    const inner = zipSync({ '二.pdf': strToU8('%PDF-') });
    const zip = zipSync({ '甲/一.pdf': strToU8('%PDF-'), '中.zip': inner, '壊.zip': inner.subarray(0, 20) });
    expect(await open(zip, '返送.zip')).toEqual({
      files: ['返送.zip › 甲/一.pdf', '返送.zip › 中.zip › 二.pdf'],
      refused: ['返送.zip › 壊.zip'],
    });
    expect(await open(strToU8('ただの文'), 'メモ.txt')).toEqual({ files: [], refused: [] });
  });

  test('hands out the attachments of a mail', async () => {
    const mail = [
      'From: a@example.jp',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: application/pdf; name=list.pdf',
      'Content-Disposition: attachment; filename=list.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.7').toString('base64'),
      '--x--',
      '',
    ].join('\r\n');
    expect(await open(strToU8(mail), '返信.eml')).toEqual({ files: ['返信.eml › list.pdf'], refused: [] });
  });
});

describe('doJob: unsigned', () => {
  test('reads the data of our files, and of no others', async () => {
    const { bytes } = await createSignedFile();
    const file = toKiteiFile();
    const known = identify('checklist', file.asked.template);
    const read = (content: Blob, definitions: (typeof known)[]) => doJob({ kind: 'unsigned', content, definitions });
    const reply = await read(toBlob(bytes), [known]);
    expect(reply).toMatchObject({ kind: 'unsigned', form: 'current', file: { answers: file.answers } });
    expect(await read(toBlob(bytes), [])).toMatchObject({ form: 'unknown' });
    expect(await read(new Blob(['%PDF-1.7 etwas']), [known])).toEqual({
      kind: 'unsigned',
      file: undefined,
      form: 'not-compared',
    } satisfies JobReply);
  });
});

describe('doJob: backup', () => {
  test('writes what it reads again', async () => {
    const made = generate(1);
    const desk = takeFiles(beginDesk(made), made.sittings[0]?.slice(0, 20) ?? [], { minute: 1, by: '見本花子' });
    const written = await doJob({ kind: 'write-backup', desk });
    if (written.kind !== 'write-backup' || !written.content) throw new Error('It was not written.');
    const text = await written.content.text();
    const reply = await doJob({ kind: 'read-backup', text });
    expect(reply).toEqual({ kind: 'read-backup', reading: readDesk(text, sha256) });
    expect(reply).toMatchObject({ reading: { ok: true } });
    expect(await doJob({ kind: 'read-backup', text: '{}' })).toMatchObject({ reading: { ok: false } });
  });
});
