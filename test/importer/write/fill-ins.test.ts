import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { afterImport, emptyFolder, importTree } from '../../support/import-regulation.ts';
import { marked, node, table, tree } from '../../support/regulation.ts';

/** A line whose ○ (with what follows up to `to`) are red, and whose words apart by `/` are blue. */
function coloured(text: string) {
  const red = [...text.matchAll(/[○〇]+(?:株式会社)?/g)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    colour: 'red' as const,
  }));
  const blue = [...text.matchAll(/\d+年\/\d+年/g)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    colour: 'blue' as const,
  }));
  return marked(text, ...red, ...blue);
}

const provisions = (texts: readonly string[]) =>
  tree(
    texts.map((text, index) =>
      node('paragraph', `a${index + 1}`, {
        number: `第${index + 1}条`,
        label: `第${index + 1}条`,
        body: [coloured(text)],
      }),
    ),
  );

const filesOf = (...[document, existing]: Parameters<typeof importTree>) =>
  afterImport(existing ?? emptyFolder, importTree(document, existing));
const page = (files: ReadonlyMap<string, string>) => files.get('handbooks/rules/index.mdx') ?? '';
const idsIn = (files: ReadonlyMap<string, string>) =>
  [...page(files).matchAll(/<(?:Blank|Choice) id="(\w+)"/g)].map(([, id]) => id);
const questions = (files: ReadonlyMap<string, string>) => {
  const { choices, blanks } = parse(files.get('choices.yaml') ?? '');
  return Object.values<{ question: string }>({ ...choices, ...blanks }).map(({ question }) => question);
};

describe('blanks and choices of a document', () => {
  test.each([
    [
      '総務部長は、毎年○月に書庫を点検し、その結果を報告する。',
      '情報取扱規程 第1条「毎年○月に書庫を点検し」の「○」に入れる言葉',
    ],
    [
      '管理者は、利用者台帳を作成し、○年間保存する。ただし、別に定めるときは、この限りでない。',
      '情報取扱規程 第1条「利用者台帳を作成し、○年間保存する」の「○」に入れる言葉',
    ],
    ['委員会の事務は総務部が行う。その室は○階に置く。', '情報取扱規程 第1条「その室は○階に置く」の「○」に入れる言葉'],
    ['○○○', '情報取扱規程 第1条の「○○○」に入れる言葉'],
    [
      '別に定めるところにより貸し出した端末と外部の記録媒体の数は○台までとする。',
      '情報取扱規程 第1条「…貸し出した端末と外部の記録媒体の数は○台までとする」の「○」に入れる言葉',
    ],
  ])('%s is named by what stands around it', (text, question) => {
    expect(questions(filesOf(provisions([text])))).toEqual([question]);
  });

  test('the same words in the same sentence are asked once, and stay apart where one speaks of another', () => {
    const files = filesOf(
      provisions([
        '規程の改廃は、○○の承認を得る。',
        '総務部長は、毎年○月に点検する。',
        '規程の改廃は、○○の承認を得る。',
        '人事部長は、毎年○月に点検する。',
        '前項の記録は、○年間保存する。',
        '前項の記録は、○年間保存する。',
        '○年間保存する。',
        '○年間保存する。',
      ]),
    );
    const ids = idsIn(files);
    expect(ids.map((id) => ids.indexOf(id))).toEqual([0, 1, 0, 3, 4, 5, 6, 7]);
  });

  test('a company whose name is open has one name', () => {
    const files = filesOf(provisions(['○○株式会社（以下「会社」という。）の規程である。', 'これを○○株式会社が行う。']));
    expect(idsIn(files)).toEqual(['rulesA1n1', 'rulesA1n1']);
    expect(parse(files.get('organization.yaml') ?? '').blanks).toEqual({ rulesA1n1: '' });
  });

  test('the head of a table leaves nothing open, and its cells are named by row and column', () => {
    const cell = (text: string) => ({ lines: [coloured(text)], columns: 1, rows: 1 });
    const rows = tree([
      node('table', 't1', {
        label: '別表 表',
        table: table(
          [cell('文書'), cell('5年/10年の別')],
          [cell('契約書'), cell('○年')],
          [cell('図面'), cell('5年/10年')],
        ),
      }),
    ]);
    const files = filesOf(rows);
    expect(page(files)).toContain('<th>5年/10年の別</th>');
    expect(questions(files)).toEqual([
      '情報取扱規程 別表 表「図面」「5年/10年の別」の「5年/10年」のどれにするか',
      '情報取扱規程 別表 表「契約書」「5年/10年の別」「○年」の「○」に入れる言葉',
    ]);
  });

  test('another edition asks under the same ids, whatever comes in front', () => {
    const first = ['総務部長は、毎年○月に点検する。', '規程の改廃は、○○の承認を得る。'];
    const before = filesOf(provisions(first));
    expect(idsIn(before)).toEqual(['rulesA1n1', 'rulesA2n1']);
    const after = filesOf(provisions(['規程の改廃は、○○の承認を得る。', ...first]), before);
    const [front, ...rest] = idsIn(after);
    expect(rest).toEqual(['rulesA1n1', 'rulesA2n1']);
    expect(front).toBe('rulesA2n1');
  });
});
