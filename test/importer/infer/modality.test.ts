import { describe, expect, test } from 'vitest';
import { inferModalities } from '../../../src/importer/infer/modality.ts';
import { toPlaces } from '../../../src/importer/infer/places.ts';
import { type Short, smallTree, tableNode } from './small-tree.ts';

function modalitiesOf(...places: readonly Short[]) {
  const found = inferModalities(toPlaces(smallTree(...places)));
  const byAnchor = new Map([...found].map(([{ node }, modality]) => [node.anchor, modality]));
  return (anchor: string) => byAnchor.get(anchor)?.value;
}

describe('items take the mood of what introduces them', () => {
  test.each<[string, string, string]>([
    ['次に掲げる行為をしてはならない。', '無断で外泊すること。', 'must-not'],
    ['次に掲げる行為をしてはならない。', '備品の転売', 'must-not'],
    ['次のことを禁止する。', '通路での飲食', 'must-not'],
    ['次のことができる。', '閲覧の時間を延長すること。', 'may'],
    ['次に掲げるところにより、簡略化することができる。', '押印の省略', 'may'],
    ['次の事項に努めなければならない。', '紙の使用量の削減', 'should'],
    ['次の措置を講じなければならない。', '出入口の施錠', 'must'],
    ['次の措置を講じなければならない。', '夜間は、通用口を施錠する。', 'must'],
    ['次の措置を講じなければならない。', '鍵を貸さないこと。', 'must-not'],
    ['以下を遵守する。', '私物の端末を接続してはならない。', 'must-not'],
    ['以下を遵守する。', '通信が暗号化されている。', 'must'],
    ['契約書に次の事項を定める。', '目的外利用の禁止', 'must'],
    ['用語の定義は、次に定めるところによる。', '会員登録をした者', 'definition'],
    ['重要度は、以下の基準に従って評価する。', '漏れると信用を失う。', 'definition'],
    ['次に掲げる場合を除き、提供してはならない。', '法令に基づく場合', 'information'],
    ['名簿を渡してはならない。ただし、次の場合は、この限りでない。', '火災が起きた場合', 'may'],
    ['以下の災害を想定する。', '豪雨による浸水', 'information'],
    ['次のとおり区分する。', '会計係：出納を担当する者', 'definition'],
  ])('%s → %s: %s', (lead, item, expected) => {
    expect(modalitiesOf(['paragraph', 'p', lead, [['item', 'i', item]]])('i')).toBe(expected);
    // The same in a list that the document does not nest.
    expect(
      modalitiesOf([
        'heading',
        'h',
        '保全',
        [
          ['text', 'p', lead],
          ['item', 'i', item],
        ],
      ])('i'),
    ).toBe(expected);
  });

  test('leave after a ban opens it', () => {
    const modality = modalitiesOf([
      'heading',
      'h',
      '館内',
      [
        ['bullet', 'b1', '録音は禁止する。'],
        ['bullet', 'b2', '業務上必要な場合は、館長の許可を得る。'],
      ],
    ]);
    expect(modality('b2')).toBe('may');
  });
});

describe('what is no duty', () => {
  test.each<[string, string]>([
    ['編集時注意：不要な項は削除してください。', 'information'],
    ['備考：押印は省略してもよい。', 'may'],
    ['解説\nこの条は、館の備品を大切に扱う必要があることを述べている。', 'information'],
    ['防火担当者：防火の業務に従事する者', 'definition'],
  ])('%s: %s', (text, expected) => {
    expect(modalitiesOf(['heading', 'h', '運営', [['text', 'p', text]]])('p')).toBe(expected);
  });

  test('a table of whom it is about, of who is who, and of kinds under a duty that does not announce it', () => {
    const found = inferModalities(
      toPlaces({
        title: [],
        diagnostics: [],
        children: [
          tableNode('scope', [['適用範囲', '全ての会員']]),
          tableNode('who', [['会計係', '出納を担当する会員']]),
          {
            ...smallTree(['paragraph', 'p', '職員は、文書を作成しなければならない。']).children[0],
            children: [
              tableNode('kinds', [
                ['第一種', '永久'],
                ['第二種', '十年'],
              ]),
            ],
          } as ReturnType<typeof tableNode>,
        ],
      }),
    );
    const kinds = Object.fromEntries([...found].map(([{ node }, { value }]) => [node.anchor, value]));
    expect(kinds).toEqual({ scope: 'information', who: 'definition', p: 'must', kinds: 'information' });
  });

  test('the same goes for what the place before it says', () => {
    const modality = modalitiesOf([
      'article',
      'a',
      '返却',
      [
        ['paragraph', 'p1', '借りた者は、期日までに返さなければならない。'],
        ['paragraph', 'p2', '前項は、延長した場合も同様とする。'],
      ],
    ]);
    expect(modality('p2')).toBe('must');
  });
});

describe('headings speak where the place itself does not', () => {
  test.each<[string, string, string]>([
    ['定義', '書庫', 'definition'],
    ['用語の定義', '電磁的方式による記録', 'definition'],
    ['禁止事項', '休憩室への持込み', 'must-not'],
    ['改定履歴', '第二版', 'information'],
    ['連絡先', '総務課', 'information'],
    ['定義ファイルの更新', '従業員は、毎朝更新する。', 'must'],
    ['委託先の評価基準', '認証を取得している。', 'definition'],
  ])('%s / %s: %s', (title, text, expected) => {
    expect(modalitiesOf(['heading', 'h', title, [['text', 't', text]]])('t')).toBe(expected);
  });

  test('a line in brackets stands over what follows it', () => {
    const modality = modalitiesOf([
      'heading',
      'h',
      '電話',
      [
        ['text', 't1', '<禁止事項>'],
        ['bullet', 'b1', '私用の長電話'],
        ['text', 't2', '<取次ぎ>'],
        ['bullet', 'b2', '用件を復唱する。'],
      ],
    ]);
    expect(modality('t1')).toBe('information');
    expect(modality('b1')).toBe('must-not');
    expect(modality('b2')).toBe('must');
  });
});

describe('a place of several sentences', () => {
  test.each<[string, string]>([
    ['この帳票は原本である。係員は、毎日転記しなければならない。', 'must'],
    ['資料を持ち出してはならない。ただし、館長が認めたときは、この限りでない。', 'must-not'],
    ['「控え」とは、写しをいう。控えは三年で足りる。', 'definition'],
    ['利用者は、申込書を提出する。電子申請によることができる。', 'must'],
    ['連絡先は巻末にある。電話でもよい。', 'may'],
  ])('%s: %s', (text, expected) => {
    expect(modalitiesOf(['paragraph', 'p', text])('p')).toBe(expected);
  });

  test('lines below a closed sentence are the items of its list', () => {
    expect(modalitiesOf(['paragraph', 'p', '次の事項を記載しなければならない。\n持ち出さない物\n返却の日'])('p')).toBe(
      'must',
    );
  });
});

describe('what is no rule', () => {
  test.each<[Short['0'], string]>([
    ['note', '記入例は別紙を見て編集してください。'],
    ['text', '電話番号：03-0000-0000'],
    ['text', '総務課 文書係'],
  ])('%s %s', (kind, text) => {
    expect(modalitiesOf([kind, 'x', text])('x')).toBe('information');
  });
});

test('entries of the history of amendments are no rules', () => {
  expect(modalitiesOf(['history', 'h', '改廃の記録', [['text', 'x', '令和五年四月一日 第三条を改める']]])('x')).toBe(
    'information',
  );
});

describe('tables', () => {
  const tableMood = (lead: string, rows: readonly (readonly string[])[], title = '別表') => {
    const tree = smallTree(['heading', 'h', title, lead ? [['text', 't', lead]] : []]);
    tree.children[0]?.children.push(tableNode('x', rows));
    const found = inferModalities(toPlaces(tree));
    return [...found].find(([{ node }]) => node.anchor === 'x')?.[1].value;
  };
  test('duties where a duty introduces them, facts where nothing does', () => {
    expect(
      tableMood('以下の処分を行う。', [
        ['紙', '裁断'],
        ['磁気媒体', '破壊'],
      ]),
    ).toBe('must');
    expect(
      tableMood('', [
        ['機器', '型番', '設置場所'],
        ['印刷機', 'A1', '事務室'],
      ]),
    ).toBe('information');
  });
  test('a check list asks, a table of offices names them', () => {
    expect(
      tableMood('', [
        ['1', '施錠の手順を整備している'],
        ['2', '鍵の所在を確認している'],
      ]),
    ).toBe('should');
    expect(
      tableMood('以下の体制で対応する。', [
        ['役割', '担当'],
        ['指揮', '施設長'],
        ['通報', '警備員又は事務局'],
      ]),
    ).toBe('definition');
  });
  test('rows that are bans', () => {
    expect(tableMood('区分ごとに以下を実施する。', [['制限事項', '無断での撮影禁止']])).toBe('must-not');
  });
});

describe('what is listed under a duty binds as the duty does, as in the handbooks written by hand', () => {
  const listed = (title: string, intro: string, item: string) =>
    modalitiesOf(['article', 'h', title, [['paragraph', 'p', intro, [['item', 'i', item]]]]])('i');

  test.each(['目的', '点検', '記録の保管', '責任者の責務'])('under the heading 「%s」', (title) => {
    expect(listed(title, '前項の報告書には、次の各号に掲げる事項を記載する。', '保管の場所')).toBe('must');
    expect(listed(title, '担当者は、次の事項を記録しなければならない。', '氏名及び連絡先')).toBe('must');
    expect(listed(title, '担当者は、次の行為をしてはならない。', '私物への複写')).toBe('must-not');
  });

  test('what is listed as a purpose, an exception or a case is no duty', () => {
    expect(listed('目的', 'この規程は、次の各号を目的とする。', '情報の保護')).toBe('information');
    expect(listed('利用', '当社は、情報を以下の目的で利用します。', '支払調書の作成')).toBe('information');
    expect(listed('利用', '次の目的のほかに利用してはならない。', '給与の計算')).toBe('must-not');
    expect(listed('持ち出し', '担当者は、次の場合を除き、書類を持ち出してはならない。', '災害の場合')).toBe(
      'information',
    );
  });
});
