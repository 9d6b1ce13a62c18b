import { describe, expect, test } from 'vitest';
import { compareEdition } from '../../../src/importer/edition/compare-edition.ts';
import { findEditions } from '../../../src/importer/edition/find-editions.ts';
import { importDocument } from '../../../src/importer/import-document.ts';
import type { Block } from '../../../src/importer/model/block.ts';
import { docx, p } from '../../support/docx.ts';
import { afterImport, emptyFolder } from '../../support/import-regulation.ts';
import { line, table } from '../../support/regulation.ts';

const rules = ['第1条 この規程は、情報を守る。', '2 第2版の書類を令和1年1月1日に改定した例を示す。'];
const find = (texts: (string | Block)[], edges: string[] = []) => {
  const blocks = texts.map((text) => (typeof text === 'string' ? line(text) : text));
  return findEditions({ blocks, edges, diagnostics: [] });
};
const said = (...given: Parameters<typeof find>) => find(...given).map(({ number, day }) => number ?? day);
const tell = (given: string | undefined, ...document: Parameters<typeof find>) =>
  compareEdition(find(...document), given).map(({ message }) => message);

describe('findEditions', () => {
  test.each<[string, string[]]>([
    ['第4版', ['4']],
    ['第 ３．２ 版', ['3.2']],
    ['第四版', ['4']],
    ['Ver. 2.10', ['2.10']],
    ['情報管理規程 4.0版', ['4']],
    ['版数：1.2', ['1.2']],
    ['Rev3', ['3']],
    ['令和5年4月1日改定', ['2023-04-01']],
    ['改正 平成元年１０月１日', ['1989-10-01']],
    ['2023/4/1 第4版', ['4', '2023-04-01']],
    ['R5.4.1 施行', ['2023-04-01']],
    ['2023年4月1日 総務部', []],
    ['改版の手引', []],
    ['第1章 出版', []],
  ])('%s in a footer or below the title', (text, expected) => {
    expect(said(['情報管理規程', ...rules], [text])).toEqual(expected);
    expect(said(['情報管理規程', text, ...rules])).toEqual(expected);
  });

  test('the last of its history, in lines or in a table; nothing that its rules speak of', () => {
    expect(
      said([...rules, '改定履歴', '第1版 令和2年4月1日制定', '第10版 令和4年4月1日改定', '第9版 令和3年4月1日']),
    ).toEqual(['10', '2020-04-01', '2022-04-01', '2021-04-01']);
    const rows = table(['版', '日付', '内容'], ['1.0', '2020/4/1', '新規'], ['1.1', '2021/4/1', '見直し']);
    expect(said(['改訂履歴', rows, ...rules])).toEqual(['1.1', '2020-04-01', '2021-04-01']);
    expect(said(rules)).toEqual([]);
  });
});

describe('compareEdition', () => {
  const history = ['改定履歴', '第3版 令和4年4月1日改定', '第4版 令和5年4月1日改定'];

  test('tells a number that is another, with its places', () => {
    expect(tell('第3.2版', ['規程', ...rules, ...history], ['社外秘 第4版'])).toEqual([
      '文書には「第4版」（ヘッダーかフッター、改定履歴）とあり、指定した版「第3.2版」と違います。ファイルと版の、どちらが正しいか確かめてください。',
    ]);
    expect(tell('第3版', ['規程', ...rules, ...history])).toHaveLength(1);
  });

  test('tells a day that none of a place is', () => {
    expect(tell('令和6年4月1日', ['規程', '令和4年4月1日制定', '令和5年4月1日改定', ...rules])).toEqual([
      '文書には「令和5年4月1日」（表題の下）とあり、指定した版「令和6年4月1日」と違います。ファイルと版の、どちらが正しいか確かめてください。',
    ]);
  });

  test.each([['第4版'], ['4.0'], ['Ver.4'], ['2023-04-01 改正'], ['令和5年4月1日'], ['令和5年度版'], ['改正後']])(
    '%s agrees, or says nothing that could differ',
    (given) => {
      expect(tell(given, ['規程', ...rules, ...history], ['第4版'])).toEqual([]);
    },
  );

  test('names the edition of a document where none was given', () => {
    expect(tell(undefined, ['規程', ...rules], ['第4版'])).toEqual([
      '文書には「第4版」（ヘッダーかフッター）とあります。その版なら、--version "第4版" を付けて取り込めます。',
    ]);
    expect(tell(undefined, ['規程', ...rules])).toEqual([]);
  });
});

test('an import tells it of a Word file with a footer, once', async () => {
  const bytes = docx([p('情報管理規程'), p('第1条 従業員は、書類を守らなければならない。')], { footer: '第4版' });
  const request = { id: 'rules', title: '情報管理規程', name: '規程.docx', bytes, today: '2026-11-30' };
  const first = await importDocument({ ...request, version: '第3版', existing: emptyFolder });
  expect(first.diagnostics.filter(({ kind }) => kind === 'edition')).toHaveLength(1);
  const existing = afterImport(emptyFolder, first);
  const again = await importDocument({ ...request, existing });
  expect(again.diagnostics.filter(({ kind }) => kind === 'edition')).toEqual([]);
});
