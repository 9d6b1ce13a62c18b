import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { reviewImport } from '../../../src/core/regulation/import-review.ts';
import { originalOf } from '../../../src/core/regulation/original.ts';
import { toRecords } from '../../../src/search/records.ts';
import { withContent } from '../../support/content-folder.ts';

const record = (inferred: string, guessed: string) => `format: kitei-import/1
file: tokki.docx
sha256: ${'a'.repeat(64)}
version: 第2版
retired: []
places:
  - { anchor: c1-h, label: 第1条の二, text: '', heading: true }
  - { anchor: a1-i1, label: 第1条の二第1号, text: 承認を得る。, inferred: ${inferred}, guessed: ${guessed} }
notes: []
`;
const original = { 'sources/client.yaml': (text: string) => text.replace('status:', 'wording: original\nstatus:') };

async function review(inferred: string, guessed: string) {
  const more = { 'imports/client.yaml': record(inferred, guessed) };
  return withContent(
    original,
    async (root) => {
      const library = await readLibrary(root, '/');
      const [handbook] = library.handbooks;
      if (!handbook) throw new Error('There is no handbook.');
      return reviewImport(library, handbook);
    },
    more,
  );
}

describe('reviewImport', () => {
  test('tells what was inferred, how surely, and what a person has put right', async () => {
    const { groups, counts, guessed, who } = await review(
      '{ actors: [worker], modality: should, when: { text: 媒体を持ち出すとき, within: before }, topics: [removal], deliverable: removalRegister, approvers: [worker] }',
      '[when]',
    );
    const [first, second] = groups[0]?.folds[0]?.places ?? [];
    expect(first).toMatchObject({ label: '第1条の二第1号', url: 'client/#a1-i1', at: 'handbooks/client/index.mdx:8' });
    expect(first?.cells).toEqual([
      { field: 'actors', text: '従事者', state: 'sure' },
      { field: 'approvers', text: '', state: 'person' },
      { field: 'modality', text: '義務', state: 'person' },
      { field: 'when', text: '媒体を持ち出すとき（前もって）', state: 'guess' },
      { field: 'deliverable', text: '管理簿（持ち出し）', state: 'sure' },
      { field: 'topics', text: '持ち出し', state: 'sure' },
    ]);
    // Of the second the import had nothing to say, and the page says nothing but that it informs.
    expect(second?.cells).toEqual([{ field: 'modality', text: '説明', state: 'sure' }]);
    expect(counts).toEqual({ sure: 4, guess: 1, hint: 0, person: 2 });
    expect([guessed, groups[0]?.folds[0]?.guessed, who]).toEqual([1, 1, ['従事者']]);
  });

  test('takes another deadline in the same words for another time', async () => {
    const { groups } = await review('{ when: { text: 媒体を持ち出すとき, within: P10D } }', '[]');
    const when = groups[0]?.folds[0]?.places[0]?.cells.find(({ field }) => field === 'when');
    expect(when).toEqual({ field: 'when', text: '媒体を持ち出すとき（前もって）', state: 'person' });
  });

  test('takes minutes put in by hand for a time of the person', async () => {
    const { groups } = await review('{ when: { text: 媒体を持ち出すとき, within: PT30M } }', '[]');
    const when = groups[0]?.folds[0]?.places[0]?.cells.find(({ field }) => field === 'when');
    expect(when?.state).toBe('person');
  });
});

describe('originalOf', () => {
  const words = `format: kitei-original/1
copy: 見本市の写し
file: tokki.docx
sha256: ${'a'.repeat(64)}
units: { client-a1-i2: 後の文, client-a1-i1: "一行目\\n　二行目" }
`;

  test('gives the words of units in the order of the document, and search finds them', async () => {
    await withContent(
      {},
      async (root) => {
        const library = await readLibrary(root, '/');
        const [handbook] = library.handbooks;
        if (!handbook) throw new Error('There is no handbook.');
        expect(originalOf(handbook, ['client-a1-i2', 'client-a1-i1'])).toEqual({
          paragraphs: ['一行目', '　二行目', '後の文'],
          copy: '見本市の写し',
        });
        expect(originalOf(handbook, ['client-c1-h'])).toBeUndefined();
        const entries = toRecords(library).flatMap((record) => record.entries);
        expect(entries.find(({ anchor }) => anchor === 'a1-i1')?.text).toMatch(/一行目\n　二行目$/);
      },
      { 'originals/client.yaml': words },
    );
  });
});
