import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { emptyFolder } from '../../../src/compiler/empty-folder.ts';
import { readLibrary } from '../../../src/compiler/library.ts';
import { understandDocument } from '../../../src/importer/import-document.ts';
import type { Correction } from '../../../src/importer/model/correction.ts';
import { writeFolder } from '../../../src/importer/write/write-folder.ts';
import { writeHandbook } from '../../../src/importer/write/write-handbook.ts';
import { writeFiles } from '../../support/write-files.ts';

const text = `見本規程
第１条　受付係は、来客を受付簿に記録しなければならない。
第２条　受付係は、受付簿を課長に提出する。`;

const names = { id: 'mihon', title: '見本規程', version: '第1版', organization: '株式会社見本' };
const empty = await emptyFolder();
const document = await understandDocument(
  { name: '見本.txt', bytes: new TextEncoder().encode(text) },
  { roles: {}, records: {}, topics: {} },
);
const corrections = new Map<string, Correction>([
  ['a2', { actors: ['総務係'], when: { text: '毎月末', every: 'P1M' } }],
]);
const zip = writeFolder({ document, corrections, empty, names, today: '2026-11-30' });
const files = new Map(
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.replace(/^mihon\//, ''), strFromU8(bytes)]),
);

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

describe('writeFolder', () => {
  test('is a sound content folder with the company’s name', async () => {
    const root = await mkdtemp(join(tmpdir(), 'kitei-folder-'));
    made.push(root);
    await writeFiles(root, files);
    const library = await readLibrary(root, '/');
    expect(library.organization.name).toBe('株式会社見本');
    expect(library.handbooks.map(({ id }) => id)).toEqual(['mihon']);
    const mended = library.provisions.get('mihon:a2');
    expect(mended?.when?.text).toBe('毎月末');
    const role = library.roles['mihon']?.[mended?.actors[0] ?? ''];
    expect(role?.name).toBe('総務係');
    expect(mended?.text).toBe('受付係は、受付簿を課長に提出する。');
  });

  test('the same document and corrections give the same bytes', () => {
    expect(writeFolder({ document, corrections, empty, names, today: '2026-11-30' })).toEqual(zip);
  });

  test('what a person has put right stays when the document is imported again', () => {
    const again = writeHandbook({ ...document, id: 'mihon', version: '第1版', today: '2026-12-01', existing: files });
    expect([...again.files.keys()]).toEqual([]);
  });
});
