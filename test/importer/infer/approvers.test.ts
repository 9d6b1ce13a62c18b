import { describe, expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { smallTree } from './small-tree.ts';

const known = { roles: { director: '館長', client: '発注者', head: '所属長' }, records: {}, topics: {} };

function approversOf(text: string) {
  return inferFields(smallTree(['paragraph', 'p', text]), known)
    .fields.get('p')
    ?.approvers?.value.map(({ id, name }) => id ?? name);
}

describe('whose leave is needed', () => {
  test.each<[string, string[]]>([
    ['職員は、館長の許可を得て、資料を持ち出すことができる。', ['director']],
    ['受注者は、発注者の承諾を得なければ、再委託してはならない。', ['client']],
    ['受注者は、発注者の事前の書面による同意を得て、再委託することができる。', ['client']],
    ['館長の許可なく、撮影してはならない。', ['director']],
    ['利用登録は、館長又は所属長の承認に基づき行う。', ['director', 'head']],
    ['申請者は、所属長に申請を行い、承認を得なければならない。', ['head']],
    ['受注者は、発注者が必要と認めた場合は、期間を延長できる。', ['client']],
    ['発注者が承認した場合を除き、複製してはならない。', ['client']],
    ['館長から許可された端末以外を接続してはならない。', ['director']],
    ['持ち込む場合は、所属長の許可を受けること。', ['head']],
    ['情報統括責任者の決裁を受け、購入する。', ['情報統括責任者']],
  ])('%s', (text, expected) => {
    expect(approversOf(text)).toEqual(expected);
  });

  test.each([
    ['館長は、申請を承認する。'],
    ['発注者は、必要と認めるときは、検査を行うことができる。'],
    ['本人の同意を得て、提供することができる。'],
    ['許可を得た者は、名札を着けること。'],
    ['所属長に報告すること。'],
  ])('%s: nobody’s', (text) => {
    expect(approversOf(text)).toBeUndefined();
  });
});
