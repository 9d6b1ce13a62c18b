import { describe, expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { smallTree } from './small-tree.ts';

const known = {
  roles: {},
  records: { inventory: '備品管理台帳', report: '清掃完了報告書', logA: '入館記録', logB: '夜間入館記録' },
  topics: {},
};

function deliverablesOf(text: string) {
  return inferFields(smallTree(['paragraph', 'p', text]), known)
    .fields.get('p')
    ?.deliverables?.value.map(({ id, name }) => id ?? name);
}

describe('what has to be made, kept or handed in', () => {
  test.each<[string, string[]]>([
    ['購入した物を備品管理台帳に記載しなければならない。', ['inventory']],
    ['作業後に完了報告書を提出すること。', ['report']],
    ['派遣社員は、誓約書を提出すること。', ['誓約書']],
    ['「貸出管理簿」に記入すること。', ['貸出管理簿']],
    ['作業員名簿を作成し、提出しなければならない。', ['作業員名簿']],
    ['教育計画を立案する。', ['教育計画']],
    ['送付の記録を発送管理簿により管理すること。', ['発送管理簿']],
    ['緊急連絡体制表を策定し、掲示すること。', ['緊急連絡体制表']],
    ['廃棄証明書を取得し、保管すること。', ['廃棄証明書']],
    ['夜間入館記録を保存する。', ['logB']],
    ['会員名簿には、氏名及び住所を記載する。', ['会員名簿']],
    ['職員と秘密保持契約を締結する。', ['秘密保持契約']],
  ])('%s', (text, expected) => {
    expect(deliverablesOf(text)).toEqual(expected);
  });

  test.each([
    ['備品管理台帳の利用者は、部員とする。'],
    ['管理規程に定める手順に従うこと。'],
    ['記録を残すこと。'],
    ['新しい会員名簿を受け取った後、古いものを裁断する。'],
    ['点検記録を作成している。'],
    ['作業員名簿の提出を省略することができる。'],
    ['作業員名簿に載っていない者を入れてはならない。'],
    ['「備品管理台帳」とは、物品の一覧をいう。'],
  ])('%s: only mentioned', (text) => {
    expect(deliverablesOf(text)).toBeUndefined();
  });
});
