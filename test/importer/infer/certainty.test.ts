import { describe, expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { type Short, smallTree } from './small-tree.ts';

const known = { roles: { clerk: '受付係' }, records: {}, topics: { storage: '保管・施錠' } };

const infer = (...children: Short[]) => inferFields(smallTree(['article', 'a-h', '書庫', children]), known).fields;

describe('what counts as a guess', () => {
  test('an item that repeats what introduces it is a hint, at any depth', () => {
    const fields = infer([
      'paragraph',
      'a',
      '受付係は、次の事項を受付簿に記録しなければならない。',
      [['item', 'i', '次のもの', [['subitem', 's', '氏名']]]],
    ]);
    for (const anchor of ['i', 's']) {
      expect(fields.get(anchor)?.actors).toMatchObject({ value: [{ id: 'clerk' }], certainty: 'hint' });
      expect(fields.get(anchor)?.modality).toMatchObject({ value: 'must', certainty: 'hint' });
    }
  });

  test('an item that says otherwise than what introduces it is none', () => {
    const fields = infer([
      'paragraph',
      'a',
      '受付係は、次の事項を行わなければならない。',
      [['item', 'i', '鍵を預かることができるよう努める。']],
    ]);
    expect(fields.get('i')?.modality).toMatchObject({ value: 'should' });
    expect(fields.get('i')?.modality?.certainty).not.toBe('hint');
  });

  test('what a paragraph carries over from the one before it is a guess', () => {
    const fields = infer(
      ['paragraph', 'a1', '受付係は、鍵を預かる。'],
      ['paragraph', 'a2', '前項の鍵は、金庫に保管する。'],
    );
    expect(fields.get('a2')?.actors).toMatchObject({ value: [{ id: 'clerk' }], certainty: 'guess' });
  });

  test('what a place is about binds nobody', () => {
    expect(infer(['paragraph', 'a', '書類は、施錠した棚に保管する。']).get('a')?.topics?.certainty).toBe('hint');
  });

  test.each([
    ['受付係は、鍵管理簿に記録しなければならない。', '鍵管理簿', 'sure'],
    ['受付係は、報告書を作成し、課長に渡さなければならない。', '報告書', 'sure'],
    ['受付係は、会計の帳票を施錠できる棚に保管しなければならない。', '帳票', 'guess'],
    ['受付係は、契約書を提出しなければならない。点検票に記録する。', '点検票', 'guess'],
  ])('%s: %s, %s', (text, name, certainty) => {
    const found = infer(['paragraph', 'a', text]).get('a')?.deliverables;
    expect(found?.value.map((one) => one.name)).toContain(name);
    expect(found?.certainty).toBe(certainty);
  });
});
