import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../../src/importer/tree/marks.ts';
import { specialOf } from '../../../src/importer/tree/special-lines.ts';

const first = (text: string) => {
  const [reading] = readingsOf(text);
  return (
    reading &&
    `${reading.form} ${reading.value?.join('.') ?? '?'} ${text.slice(0, reading.length).trim()}${reading.weak ? ' weak' : ''}`
  );
};

describe('readingsOf', () => {
  test.each([
    ['第十二条　文書は', 'article 12 第十二条'],
    ['第１条（目的）', 'article 1 第１条'],
    ['第 3 条 文書', 'article 3 第 3 条'],
    ['第3条の2 文書', 'article 3.2 第3条の2'],
    ['第三条ノ二　文書', 'article 3.2 第三条ノ二'],
    ['第三条の二の三　文書', 'article 3.2.3 第三条の二の三'],
    ['第〇条（協議）', 'article ? 第〇条'],
    ['第1条文書は', 'article 1 第1条'],
    ['第2章 保管', 'chapter 2 第2章'],
    ['第一編　総則', 'part 1 第一編'],
    ['第２項　文書', 'paragraph 2 第２項'],
    ['第三号　文書', 'item 3 第三号'],
    ['第七條　文書', 'article 7 第七條'],
    ['【第１章】総則', 'chapter 1 【第１章】'],
    ['第１　目的', 'article 1 第１'],
    ['第２　条件', 'article 2 第２'],
    ['第八条から第十条まで　削除', 'article 8 第八条から第十条まで'],
    ['第4条及び第5条 削除', 'article 4 第4条及び第5条'],
    ['1-2 削除', 'multi-2 1.2 1-2'],
    ['二及び三　削除', 'kanji 2 二及び三'],
    ['（３）から（５）まで　削除', '(digit) 3 （３）から（５）まで'],
    ['A.5.1 方針', 'multiA3 1.5.1 A.5.1'],
    ['議題1　鍵について', 'step:議題 1 議題1'],
    ['２．2020年の鍵', 'digit. 2 ２． weak'],
    ['３　人事部長は', 'digit 3 ３ weak'],
    ['4 年末調整の書類', 'digit 4 4 weak'],
    ['5 個人情報は', 'digit 5 5 weak'],
    ['６名簿を作る', 'digit 6 ６ weak'],
    ['1. 目的', 'digit. 1 1.'],
    ['１．目的', 'digit. 1 １．'],
    ['1.目的', 'digit. 1 1.'],
    ['⒈目的', 'digit. 1 ⒈'],
    ['2 乙は', 'digit 2 2 weak'],
    ['２　乙は', 'digit 2 ２ weak'],
    ['３乙は', 'digit 3 ３ weak'],
    ['２　人事部長は', 'digit 2 ２ weak'],
    ['2 個人情報は', 'digit 2 2 weak'],
    ['3 点検の結果', 'digit 3 3 weak'],
    ['４件名', 'digit 4 ４ weak'],
    ['3　年間計画', 'digit 3 3 weak'],
    ['1.1個人情報', 'multi.2 1.1 1.1'],
    ['1.2 目的', 'multi.2 1.2 1.2'],
    ['１．２．３　目的', 'multi.3 1.2.3 １．２．３'],
    ['１－１　目的', 'multi-2 1.1 １－１'],
    ['9-1 条項', 'multi-2 9.1 9-1'],
    ['2. 13 措置', 'multi.2 2.13 2. 13 weak'],
    ['(1)目的', '(digit) 1 (1)'],
    ['（１２）　目的', '(digit) 12 （１２）'],
    ['⑴ 目的', '(digit) 1 ⑴'],
    ['（一）目的', '(kanji) 1 （一）'],
    ['㈢目的', '(kanji) 3 ㈢'],
    ['①目的', 'circled 1 ①'],
    ['㉑目的', 'circled 21 ㉑'],
    ['❷目的', 'black 2 ❷'],
    ['Ⓒ目的', 'circled-LATIN 3 Ⓒ'],
    ['ア　目的', 'kana 1 ア weak'],
    ['(ア)目的', '(kana) 1 (ア)'],
    ['㋒目的', 'circled-kana 3 ㋒'],
    ['a) 目的', 'latin. 1 a) weak'],
    ['(b) 目的', '(latin) 2 (b)'],
    ['ⅱ　目的', 'roman 2 ⅱ'],
    ['Ⅲ. 目的', 'ROMAN. 3 Ⅲ.'],
    ['一　文書', 'kanji 1 一 weak'],
    ['手順①　受付', 'step 1 手順①'],
    ['Step 2 署名', 'step 2 Step 2'],
  ])('%s', (text, expected) => {
    expect(first(text)).toBe(expected);
  });

  test.each([
    '第3条の規定により',
    '第2条第1項に掲げる',
    '第6条および前条の',
    '第二条、第三条',
    '3 年間保存する',
    '3  年間保存する',
    '5 人以上の者',
    '2 回目から',
    '３月３１日まで',
    '2.5倍',
    'A4 の用紙',
    '第八条から第十条までの規定',
    '第三条及び第四条に',
    '30 日以内に',
    '5 名、',
    '3  年間保存する',
    '４月末までに',
    '1.5時間',
    '2026年4月1日',
    '1.5倍',
    '10%以上',
    '2023.4.1改正',
    '一部を改正する',
    'アクセス',
    'a社',
    '十分に',
    '第一に',
    '',
  ])('%j is no number', (text) => {
    expect(first(text)).toBeUndefined();
  });
});

describe('specialOf', () => {
  const kind = (text: string) => {
    const special = specialOf(text);
    return (
      special && `${special.kind} ${text.slice(0, special.length).trim()} ${special.value?.join('.') ?? ''}`.trim()
    );
  };
  test.each([
    ['別添1', 'annex 別添1 1'],
    ['(別添 2)', 'annex (別添 2) 2'],
    ['【別紙３】', 'annex 【別紙３】 3'],
    ['別表第一（第三条関係）', 'annex 別表第一 1'],
    ['様式第１号の２　申請書', 'annex 様式第１号の２ 1.2'],
    ['別記様式', 'annex 別記様式'],
    ['別紙Ａ', 'annex 別紙Ａ 1'],
    ['附則', 'supplementary 附則'],
    ['附　則（令和5年4月1日）', 'supplementary 附　則'],
    ['改定履歴', 'history 改定履歴'],
    ['制定・改廃経過', 'history 制定・改廃経過'],
    ['目　次', 'contents 目　次'],
    ['注1：海外とは', 'note 注1： 1'],
    ['(注 2) 図面', 'note (注 2) 2'],
    ['※鍵', 'note ※'],
    ['備考', 'note 備考'],
    ['・鍵', 'bullet ・'],
    ['➤ 鍵', 'bullet ➤'],
    ['- 鍵', 'bullet -'],
    ['□ 同意する', 'bullet □'],
  ])('%s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test.each([
    '別紙 4 記載の項目について定め、守る。',
    '別表第1に掲げる文書',
    '附則第2項の規定',
    '注意事項',
    '注文書',
    '●●業務',
    '○○課長',
    '○月の点検',
    '-1度',
    '（参考）鍵の手引き',
    '改定する',
  ])('%j is nothing of its own', (text) => {
    expect(kind(text)).toBeUndefined();
  });
});
