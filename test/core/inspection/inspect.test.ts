import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/inspection/finding.ts';
import type { InspectedPassage, InspectionInput } from '../../../src/core/inspection/input.ts';
import { compareFindings, inspect } from '../../../src/core/inspection/inspect.ts';
import { withChanges } from '../../../src/core/tailoring/compare-wordings.ts';
import { heading, inputOf, passage, wording } from './fixture.ts';

const find = (passages: InspectedPassage[], rules?: Partial<InspectionInput['rules']>): Finding[] =>
  inspect(
    inputOf(passages, rules),
    withChanges(
      wording,
      new Map([
        ['name', '見本社'],
        ['contacts.handbook', 'x'],
        ['contacts.incident', 'x'],
      ]),
    ),
  );
const said = (...given: Parameters<typeof find>) => find(...given).map(({ kind, found }) => `${kind}: ${found}`);

describe('references', () => {
  const headings = [heading('7.1 機器の要件', 'company:h1'), heading('2. 運用', 'company:h2')];

  test.each([
    [
      '「6.1 機器の要件」による。',
      ['reference: 「6.1 機器の要件」という見出しがない。同じ題の見出しの番号は 7.1 である。'],
    ],
    ['「3. 廃棄」による。', ['reference: 「3. 廃棄」という見出しがない。同じ題の見出しもない。']],
    ['「7.1 機器の要件」と「2. 運用」、「７．１　機器の要件」による。', []],
    ['「2 台目」や「3」、「20%の割引」、機器は3. 台まで。', []],
  ])('%s', (text, expected) => {
    expect(said([...headings, passage(text)])).toEqual(expected);
  });

  test.each([
    ['第9条による。', ['第9条']],
    ['第2条第4号による。', ['第2条第4号']],
    ['第1条から第5条までによる。', ['第5条']],
    ['第九条による。', ['第九条']],
    ['第3条の2、第3条の二、第二条第三号、第2条による。', []],
    ['労働契約法第15条と第16条、同条例第9条、施行規則（昭和22年）第9条による。', []],
    ['前条、次条、各条による。', []],
  ])('to articles: %s', (text, missing) => {
    const expected = missing.map((article) => `reference: 「${article}」が、この文書にない。`);
    expect(said([passage(text, { handbook: 'client' })])).toEqual(expected);
    // A document without articles can only mean those of a law.
    expect(said([passage(text)])).toEqual([]);
  });

  test('that an editor has noted are told in the words of the note, once', () => {
    const notes = [{ about: 'reference' as const, certainty: '推定' as const, text: ['番号は、7.1 を指す。'] }];
    const [finding, ...others] = find([...headings, passage('「6.1 機器の要件」による。', { notes })]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ certainty: '推定', found: '編集注: 番号は、7.1 を指す。' });
  });

  test('to what a choice takes off the pages arise with that choice only', () => {
    const conditions = [{ choice: 'devices', is: 'allowed' }];
    const refs = [{ to: 'company:p2', conditions: [] }];
    const input = inputOf([passage('次による。', { refs }), passage('私有の機器', { id: 'company:p2', conditions })]);
    const after = inspect(input, withChanges(wording, new Map([['choices.devices', 'forbidden']])));
    const { arisen } = compareFindings(inspect(input, wording), after);
    expect(arisen.map(({ found }) => found)).toEqual(['company company:p2を引いているが、選んだ値では頁から消える。']);
    // Where the reference stands under the same choice, it goes with it.
    const both = inputOf([
      passage('次による。', { refs: [{ to: 'company:p2', conditions }] }),
      passage('私有の機器', { id: 'company:p2', conditions }),
    ]);
    expect(
      inspect(both, withChanges(wording, new Map([['choices.devices', 'forbidden']]))).map(({ kind }) => kind),
    ).not.toContain('reference');
  });
});

describe('undefined words', () => {
  test.each([
    ['情報取扱管理者が承認する。', ['情報取扱管理者']],
    ['統括責任者と社員が承認する。', []],
    ['責任者、担当者、各管理者が承認する。', []],
    ['最高責任者が承認する。', []],
  ])('%s', (text, words) => {
    const expected = words.map((word) => `undefined: 「${word}」は、この文書の役割にも用語にもない。`);
    expect(said([passage(text)], { commonWords: ['最高責任者'] })).toEqual(expected);
  });

  test('a role without a definition is told where the text uses it', () => {
    const input = inputOf([passage([{ role: 'officer' }, 'が承認する。'])]);
    const [own] = input.handbooks;
    own?.roles.push({ id: 'chief', name: '所属長', meaning: '定義はない', noDefinition: true });
    const kinds = (given: InspectionInput) => inspect(given, wording).filter(({ kind }) => kind === 'undefined');
    expect(kinds(input)).toEqual([]);
    input.passages.push(passage('所属長に報告する。', { id: 'company:p2' }));
    expect(kinds(input)).toMatchObject([
      { places: [{ url: 'company/#p2' }], found: '役割「所属長」の定めがない（定義はない）。' },
    ]);
  });

  test('defined in the text, but not in the glossary', () => {
    expect(said([passage('これらを「機密情報」という。「本人」とは、個人をいう。')])).toEqual([
      'unlisted: 「機密情報」を定めているが、用語の一覧にない。',
      'unlisted: 「本人」を定めているが、用語の一覧にない。',
    ]);
    expect(
      said([passage('これらを「情報資産」という。「社員」とは、働く者をいう。「正しく使う」という。「点検」を行う。')]),
    ).toEqual([]);
  });
});

describe('variants', () => {
  const variants = (...words: string[]) => ({
    variants: [{ words, kind: 'spelling' as const, certainty: '確実' as const, except: ['業務従事者'] }],
  });

  test('within a document and between documents', () => {
    const texts = [passage('漏えい、漏えい、漏洩。'), passage('漏洩。', { handbook: 'client' })];
    const findings = find(texts, variants('漏えい', '漏洩'));
    expect(findings.map(({ found }) => found)).toEqual([
      '規程の中で、同じ語の書き方が分かれている: 「漏えい」（2）「漏洩」（1）。',
      '文書の間で、同じ語の書き方が分かれている: 規程は「漏えい」（2）「漏洩」（1）、特記事項は「漏洩」（1）。',
    ]);
    expect(findings.map(({ places }) => places.length)).toEqual([1, 2]);
  });

  test.each([
    [['サーバーとサーバー。'], ['サーバー', 'サーバ']],
    [['代表取締役社長'], ['代表取締役', '代表取締役社長']],
    [['JPCERT のパソコン'], ['パソコン', 'PC']],
    [['業務従事者と従業員'], ['従業員', '従事者']],
  ])('are none in %j', (texts, words) => {
    expect(
      said(
        texts.map((text) => passage(text)),
        variants(...words),
      ),
    ).toEqual([]);
  });

  test('are looked for in the words the company gives its roles', () => {
    const input = inputOf([passage([{ role: 'staff' }, 'は、従業員の証を持つ。'])], variants('従業員', '社員'));
    const kinds = (given: typeof wording) =>
      inspect(given === wording ? input : input, given).filter(({ kind }) => kind === 'variant').length;
    expect(kinds(wording)).toBe(1);
    expect(kinds(withChanges(wording, new Map([['roles.staff', '従業員']])))).toBe(0);
  });
});

describe('products', () => {
  const products = (supportEnds: string) => ({
    products: [
      {
        name: 'Windows 10',
        pattern: 'Windows\\s*10(?![\\d.])',
        supportEnds,
        source: '開発元',
        certainty: '確実' as const,
      },
    ],
  });

  test.each(['Windows10', 'Windows\t10 以降', 'ＷＩＮＤＯＷＳ　１０'])('out of support: %s', (text) => {
    expect(said([passage(text)], products('2025-10-14'))).toEqual([
      'product: Windows 10 のサポートは2025年10月14日に終わったとされる（開発元）。',
    ]);
  });

  test('are none on the last day, before it, and under another name', () => {
    expect(said([passage('Windows 10')], products('2026-11-21'))).toEqual([]);
    expect(said([passage('Windows 100、Windows 11')], products('2025-10-14'))).toEqual([]);
  });

  test('typed into a blank arise', () => {
    const input = inputOf([passage([{ blank: 'capacity' }])], products('2025-10-14'));
    const tried = withChanges(wording, new Map([['blanks.capacity', 'Windows 10']]));
    // The unit is behind the value: 「Windows 10TB」 is still what somebody typed.
    const { arisen } = compareFindings(inspect(input, wording), inspect(input, tried));
    expect(arisen.map(({ kind }) => kind)).toEqual(['product']);
  });
});

describe('names and blanks', () => {
  const input = inputOf([passage(['容量は', { blank: 'capacity' }])]);
  input.fillIns.blanks['capacity'] = { question: '容量', printed: '〇TB' };
  const keys = (changes: [string, string][]) =>
    inspect(input, withChanges(wording, new Map(changes))).map(({ key }) => key);

  test('one name for two roles is told, different names are not', () => {
    expect(keys([])).not.toContain('roleName:officer,staff');
    expect(keys([['roles.officer', '社員']])).toContain('roleName:officer,staff');
    expect(keys([['roles.officer', '社員長']])).not.toContain('roleName:officer,staff');
  });

  test('an open blank is told until it is filled', () => {
    expect(keys([])).toContain('blank:blanks.capacity');
    expect(keys([['blanks.capacity', '4']])).not.toContain('blank:blanks.capacity');
  });
});

describe('compareFindings', () => {
  test('tells what arises, goes and is left by key', () => {
    const finding = (key: string): Finding => ({
      kind: 'blank',
      key,
      certainty: '確実',
      places: [],
      found: '',
      advice: '',
    });
    const change = compareFindings([finding('a'), finding('b')], [finding('b'), finding('c')]);
    expect(Object.values(change).map((some: Finding[]) => some.map(({ key }) => key))).toEqual([['c'], ['a'], ['b']]);
  });
});
