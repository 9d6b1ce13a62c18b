import { describe, expect, test } from 'vitest';
import { toKiteiJson } from '../../src/record/kitei-file.ts';
import { readKiteiFile } from '../../src/record/read-kitei-file.ts';
import { issuerKey } from '../../src/record/v1/company/words.ts';
import { isAccepted } from '../../src/verifier/verdict.ts';
import { definition, filled } from '../record/v1/checklist/fixture.ts';
import { extractPages } from '../support/read-pdf.ts';
import { identify } from '../support/record.ts';
import { examine, makeData, makeSigned } from './support/make-file.ts';

const named = (name: string) => ({ [issuerKey]: name });
const data = makeData(filled, definition, named('見本商事 規程集'));
const bytes = await makeSigned(data);
const knownAs = (words: Record<string, string>) => ({ definitions: [identify('checklist', definition, words)] });

describe('a file of a site that has a name', () => {
  test('says it at the head of its first page and in its data', async () => {
    const [first = '', ...others] = await extractPages(bytes);
    expect(first.replace(/\s/g, '').indexOf('見本商事規程集')).toBe(0);
    expect(others.join('').replace(/\s/g, '')).not.toContain('見本商事規程集');
    expect(data.summary.issuer).toBe('見本商事 規程集');
    expect(makeData().summary).not.toHaveProperty('issuer');
  });

  test('is made again byte for byte, here and on a site that is called otherwise', async () => {
    expect(await examine(bytes, knownAs(named('見本商事 規程集')))).toMatchObject({
      match: { kind: 'equal' },
      form: 'current',
      words: [],
    });
    const elsewhere = await examine(bytes, knownAs(named('手本商事 規程集')));
    expect(elsewhere).toMatchObject({
      match: { kind: 'equal' },
      form: 'renamed',
      words: [{ key: issuerKey, ours: '手本商事 規程集', theirs: '見本商事 規程集' }],
    });
    expect(isAccepted(elsewhere)).toBe(true);
  });

  test('is told from one of a site without a name, either way', async () => {
    const none = '（サイトの名前なし）';
    expect(await examine(bytes, knownAs({}))).toMatchObject({
      form: 'renamed',
      words: [{ ours: none, theirs: '見本商事 規程集' }],
    });
    expect(await examine(await makeSigned(), knownAs(named('見本商事 規程集')))).toMatchObject({
      form: 'renamed',
      words: [{ ours: '見本商事 規程集', theirs: none }],
    });
  });

  test('shows no other name than its data hold', async () => {
    const shown = { ...data.summary, issuer: '練馬区' };
    expect(await examine(await makeSigned(data, { shown }))).toMatchObject({ match: { reason: 'rendering' } });
    const forged = { ...data, summary: shown };
    expect(await examine(await makeSigned(forged))).toMatchObject({ match: { reason: 'summary' } });
  });

  test.each(['', 'この様式は正文です。', '見本\n商事', '見'.repeat(61), '{{role:company}}'])(
    'cannot be called %j',
    (name) => {
      const file = { ...data, asked: { ...data.asked, words: named(name) } };
      const reading = readKiteiFile(new TextEncoder().encode(toKiteiJson(file)));
      expect(reading).toMatchObject({ ok: false, problem: 'invalid' });
    },
  );
});
