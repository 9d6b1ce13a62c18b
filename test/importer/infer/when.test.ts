import { describe, expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { smallTree } from './small-tree.ts';

const none = { roles: {}, records: {}, topics: {} };

function whenOf(text: string) {
  return inferFields(smallTree(['paragraph', 'p', text]), none).fields.get('p')?.when?.value;
}

describe('conditions', () => {
  test.each([
    ['車両を使用する場合は、鍵の貸出簿に記入すること。', '車両を使用する場合'],
    ['受付担当者は、来客があったときは、面会票を交付する。', '来客があったとき'],
    ['図面を発送する際には、受取人を確認すること。', '図面を発送する際'],
    ['契約の締結に当たっては、複数の見積りを取ること。', '契約の締結に当たって'],
    ['業務の実施にあたり、作業計画を示すこと。', '業務の実施にあたり'],
    ['閉館時には、全ての窓を確認する。', '閉館時'],
    ['作業を終えた時は、工具の数を確認しなければならない。', '作業を終えた時'],
    ['機器の交換後は、動作を確かめること。', '機器の交換後'],
    ['契約が終了した後も、秘密を守らなければならない。', '契約が終了した後'],
    ['係員は、届出を受けた後、直ちに番号を廃止する。', '届出を受けた後、直ちに'],
    ['退会日の翌日までに番号を停止すること。', '退会日の翌日までに'],
    ['試験を開始する前に、校正を行うこと。', '試験を開始する前'],
    ['利用期間中は、識別票を掲示すること。', '利用期間中'],
    ['警報が通知されたら、直ちに避難する。', '警報が通知されたら、直ちに'],
    ['盗難が発生し、又はそのおそれがある場合は、警察に通報する。', '盗難が発生し、又はそのおそれがある場合'],
    ['記録を保存し、監査人から求められた場合は、提示する。', '監査人から求められた場合'],
    ['当該帳票は、不要となった場合は、裁断する。', '不要となった場合'],
    ['事故を発見した従業員は、管理者に連絡すること。', '事故を発見したとき'],
    ['火災に気付いた職員は、すぐに通報する。', '火災に気付いたとき、すぐに'],
    ['案内が終わったら、鍵を返却する。', '案内が終わったら'],
    ['入退庫の都度、保管簿に記入すること。', '入退庫の都度'],
    ['寄り道をせず、退勤後速やかに保管すること。', '退勤後、速やかに'],
    ['会員の番号を退会後速やかに停止しなければならない。', '退会後、速やかに'],
    ['採用後一か月以内に研修を実施する。', '採用後一か月以内に'],
    ['事故の発生した日から十日以内に届け出ること。', '事故の発生した日から十日以内に'],
    ['連絡を受けたときは、30分以内に現場へ向かう。', '連絡を受けたとき、30分以内に'],
    ['返却の場合：「返却」と記載すること。', '返却の場合'],
    ['社内 LAN（無線を含む。）に IC 端末を接続する場合は、届け出ること。', '社内 LANに IC 端末を接続する場合'],
  ])('%s', (text, expected) => {
    expect(whenOf(text)?.text).toBe(expected);
  });

  test.each([
    ['法令に基づく場合を除き、提供してはならない。'],
    ['停電した場合に備え、手順を定めること。'],
    ['同時に二台を接続しないこと。'],
    ['以後の取扱いは、別に定める。'],
    ['次の各号のいずれかに該当する場合は、適用しない。'],
    ['名前に敬称を付けること。'],
    ['ロの場合において、封印を施すこと。'],
    ['待ち時間を5分以内に設定すること。'],
    ['端末は常用の席に置く。'],
    ['この規程は、令和五年四月一日から施行する。'],
    ['「緊急時」とは、通信が途絶した場合をいう。'],
  ])('%s: none', (text) => {
    expect(whenOf(text)).toBeUndefined();
  });
});

describe('how soon', () => {
  test.each([
    ['紛失したときは、直ちに届け出ること。', 'immediately'],
    ['異常を認めた場合、即座に停止すること。', 'immediately'],
    ['発見次第、連絡すること。', 'immediately'],
    ['変更の内容を速やかに通知すること。', 'promptly'],
    ['求めがあったときは、遅滞なく回答する。', 'promptly'],
    ['再委託する場合は、あらかじめ承諾を得ること。', 'before'],
    ['工事を行う場合は、事前に届け出ること。', 'before'],
    ['発注者の事前の書面による承諾を得て、再委託することができる。', 'before'],
    ['導入する場合は、館長の承認を得たうえで導入する。', 'before'],
    ['納品の日から10日以内に検査を行う。', 'P10D'],
    ['事由が生じた日から三十日以内に報告すること。', 'P30D'],
    ['退職後２週間以内に返却すること。', 'P14D'],
    ['取得から6か月以内に消去すること。', 'P6M'],
    ['完了から1年以内に見直すこと。', 'P1Y'],
    ['不要となった日の翌日までに削除すること。', 'P1D'],
    ['発見後30分以内に報告すること。', 'PT30M'],
    ['発見から３０分以内に報告すること。', 'PT30M'],
    ['異常を知った時から三十分以内に報告すること。', 'PT30M'],
    ['二十四時間以内に報告すること。', 'PT24H'],
    ['72時間以内に届け出ること。', 'PT72H'],
    ['一時間半以内に復旧すること。', 'PT90M'],
    ['１週間以内に返却すること。', 'P7D'],
    ['半年以内に見直すこと。', 'P6M'],
    ['作業を完了したときは、報告すること。', 'after'],
    ['作業の終了後、報告すること。', 'after'],
    ['作業の終了後、速やかに報告すること。', 'promptly'],
  ])('%s: %s', (text, expected) => {
    const when = whenOf(text);
    expect([when?.within, ...(when?.next ?? []).map(({ within }) => within)]).toContain(expected);
  });

  test.each([
    ['3営業日以内に回答すること。', '3営業日以内に'],
    ['翌営業日までに報告すること。', '翌営業日まで'],
    ['翌々日までに報告すること。', '翌々日まで'],
    ['当日中に記録すること。', '当日中に'],
    ['二、三日以内に回答すること。', '二、三日以内に'],
    ['1.5時間以内に復旧すること。', '1.5時間以内に'],
    ['数時間以内に回答すること。', '数時間以内に'],
    ['半日以内に回答すること。', '半日以内に'],
    ['○日以内に回答すること。', '○日以内に'],
  ])('%s: of no one length, in its words only', (text, words) => {
    const when = whenOf(text);
    expect(when?.text).toContain(words);
    expect(when).not.toHaveProperty('within');
  });

  test.each(['画面が5分以内に消えるように設定すること。', '24時間以内の記録を残すこと。', '令和8年以内に移ること。'])(
    '%s: none',
    (text) => expect(whenOf(text)).toBeUndefined(),
  );

  test('at once is not when it says what for', () => {
    expect(whenOf('直ちに連絡できるよう、連絡網を整備すること。')).toBeUndefined();
  });
});

describe('how often', () => {
  test.each([
    ['毎年、棚卸しを行う。', 'P1Y'],
    ['年に1回、訓練を実施すること。', 'P1Y'],
    ['教育計画を年度ごとに立案する。', 'P1Y'],
    ['年1回以上、点検を行うこと。', 'P1Y'],
    ['半年ごとに、権限を見直すこと。', 'P6M'],
    ['四半期ごとに報告すること。', 'P3M'],
    ['毎月、稼働状況を集計する。', 'P1M'],
    ['月1回、会議を開く。', 'P1M'],
    ['毎週、複製の有無を確かめる。', 'P7D'],
    ['一時間ごとに巡回する。', 'PT1H'],
    ['30分に1回、温度を確かめる。', 'PT30M'],
    ['毎日、記録を確認すること。', 'P1D'],
    ['定期的に見直すこと。', 'regularly'],
    ['定期又は随時に点検する。', 'regularly'],
    ['届け出た事項に変更があったときは、届け出ること。', 'on-change'],
    ['体制に変更が生じた場合、報告すること。', 'on-change'],
  ])('%s: %s', (text, expected) => {
    expect(whenOf(text)?.every).toBe(expected);
  });

  test.each(['必要に応じて改善すること。', '随時更新すること。', '適宜、情報を共有する。'])(
    '%s: in its words only',
    (text) => {
      const { text: words, ...rest } = whenOf(text) ?? { text: '' };
      expect(text).toContain(words);
      expect(words).not.toBe('');
      expect(rest).toEqual({});
    },
  );
});

test.each<[string, string | undefined]>([
  ['資材の点検（返却時）', '返却時'],
  ['資材の点検（毎月）', '毎月'],
  ['資材の点検（別表による）', undefined],
])('%s: brackets that hold a time and nothing else', (text, expected) => {
  const tree = smallTree(['paragraph', 'p', '倉庫係は、次の事項を行う。', [['item', 'i', text]]]);
  expect(inferFields(tree, none).fields.get('i')?.when?.value.text).toBe(expected);
});

describe('what a heading says', () => {
  const whenUnder = (title: string, ...places: [anchor: string, text: string][]) => {
    const children = places.map(([anchor, text]) => ['paragraph', anchor, text] as const);
    const { fields } = inferFields(smallTree(['article', 'h', title, children]), none);
    return (anchor: string) => fields.get(anchor)?.when;
  };

  test('it is the time of the first paragraph, unless that has one of its own, and of no other', () => {
    const when = whenUnder(
      '火災発生時の対応',
      ['p1', '守衛は、来館者を誘導しなければならない。'],
      ['p2', '守衛は、直ちに消防に通報しなければならない。'],
      ['p3', '館長は、負傷者がいる場合は、救護に当たらなければならない。'],
      ['p4', '連絡の網が整えられていること。'],
    );
    expect(when('p1')).toEqual({ value: { text: '火災発生時' }, certainty: 'guess', from: '' });
    expect(when('p2')?.value).toEqual({ text: '直ちに', within: 'immediately' });
    expect(when('p3')?.value.text).toBe('負傷者がいる場合');
    expect(when('p4')).toBeUndefined();
  });

  test.each([
    ['守衛は、直ちに消防に通報しなければならない。', '火災発生時、直ちに', 'immediately'],
    ['守衛は、負傷者がいる場合は、救護に当たらなければならない。', '負傷者がいる場合', undefined],
    ['発見者は、発見次第、守衛に知らせなければならない。', '発見次第', 'immediately'],
    ['守衛は、火元を確かめるとともに、延焼のおそれがある場合は、扉を閉めなければならない。', '火災発生時', undefined],
  ])('%s', (text, expected, within) => {
    const when = whenUnder('火災発生時の対応', ['p', text])('p')?.value;
    expect([when?.text, when?.within]).toEqual([expected, within]);
  });

  test('it is the time of each item that stands right below it', () => {
    const items = ['通報する。', '避難を呼び掛ける。'].map((text, index) => ['item', `i${index}`, text] as const);
    const { fields } = inferFields(smallTree(['article', 'h', '火災発生時の対応', items]), none);
    expect(items.map(([, anchor]) => fields.get(anchor)?.when?.value.text)).toEqual(['火災発生時', '火災発生時']);
  });

  test.each(['臨時の措置', '平時の備え', '会議の運営', '利用時間'])('%s is no time', (title) => {
    expect(whenUnder(title, ['p', '守衛は、来館者を誘導しなければならない。'])('p')).toBeUndefined();
  });
});

describe('a sentence that does not say when', () => {
  test.each<[string, string | undefined]>([
    ['鍵を貸し出すときは、記録する。ただし、緊急の場合は、事後に速やかに記録すれば足りる。', '鍵を貸し出すとき'],
    ['鍵を金庫に保管しなければならない。ただし、緊急の場合は、この限りでない。', undefined],
    ['鍵を金庫に保管しなければならない。但し、あらかじめ館長の許可を得たときは、この限りでない。', undefined],
    ['ただし、館長が認めた場合は、この限りでない。', '館長が認めた場合'],
    ['鍵を複製してはならない。契約が終了した後においても同様とする。', undefined],
    ['鍵を管理簿に記録する。持ち出すときには以下を実行する。', undefined],
    ['鍵を管理簿に記録する。紛失したときは、直ちに館長に報告する。', '紛失したとき、直ちに'],
    ['合図をあらかじめ決めておくなど、混乱を避ける。', undefined],
    ['届出を要しない場合であっても、記録を残すこと。', undefined],
    ['契約の履行に当たり知り得た秘密を漏らしてはならない。', undefined],
    ['解釈に疑義を生じたとき、又は定めのない事項については、協議するものとする。', undefined],
    ['窓口：正面受付/書留の場合は守衛室に届ける。', undefined],
    ['手順を定めることとし、定められない場合は、代わりの措置を講じること。', undefined],
  ])('%s', (text, expected) => {
    expect(whenOf(text)?.text).toBe(expected);
  });

  test('what is agreed to, or stands in a document, has the times of others', () => {
    const itemUnder = (lead: string) => {
      const tree = smallTree(['paragraph', 'p', lead, [['item', 'i', '事故発生時には、直ちに通知すること。']]]);
      return inferFields(tree, none).fields.get('i')?.when?.value.text;
    };
    expect(itemUnder('請負人は、下請負人から次の各号の同意を得なければならない。')).toBeUndefined();
    expect(itemUnder('契約書には、次の事項を明記する。')).toBeUndefined();
    expect(itemUnder('請負人は、次の事項を守らなければならない。')).toBe('事故発生時、直ちに');
  });

  test('a long condition that is given a name is called by it', () => {
    const long = '図面の紛失、破損若しくは流出又はそのおそれのある出来事が現場又は事務所において新たに生じた場合';
    expect(whenOf(`${long}（以下「事故等」という。）は、発注者に連絡する。`)?.text).toBe('事故等の場合');
    expect(whenOf(`${long}は、発注者に連絡する。`)?.text).toBe(long);
  });
});

describe('how sure', () => {
  test.each<[string, 'sure' | 'guess']>([
    ['車両を使用する場合は、鍵の貸出簿に記入すること。', 'sure'],
    ['毎年一回、在庫を数えること。', 'sure'],
    ['これによりがたい場合は、別の方法によること。', 'guess'],
    ['業務上必要な場合は、許可を得ること。', 'guess'],
    ['契約の履行に当たり、作業計画を示すこと。', 'guess'],
    ['窓を閉める。雨が降る場合は、雨戸も閉める。', 'guess'],
    ['作業する場合、事前に内容を申し出、作業後は結果を報告すること。', 'guess'],
    ['原因を調べるとともに、被害が広がる場合は、設備を止めること。', 'guess'],
  ])('%s: %s', (text, expected) => {
    expect(inferFields(smallTree(['paragraph', 'p', text]), none).fields.get('p')?.when?.certainty).toBe(expected);
  });
});

describe('several times', () => {
  test('a condition and how soon stand together', () => {
    expect(whenOf('受注者は、作業員に変更があったときは、速やかに発注者に届け出なければならない。')).toEqual({
      text: '作業員に変更があったとき、速やかに',
      trigger: '作業員の変更',
      within: 'promptly',
      every: 'on-change',
    });
  });

  test('what comes after something is done is another time', () => {
    expect(whenOf('作業する場合、事前に内容を申し出、作業後は結果を報告すること。')?.next).toEqual([
      { text: '作業後', within: 'after' },
    ]);
    expect(whenOf('承認を得た上で速やかに実施し、実施後は、遅滞なく報告書を提出すること。')).toEqual({
      text: '承認を得た上で',
      within: 'before',
      next: [
        { text: '速やかに', within: 'promptly' },
        { text: '実施後、遅滞なく', within: 'promptly' },
      ],
    });
  });

  test('two lengths are two times', () => {
    expect(whenOf('所長は、速報にあっては3日以内に、確報にあっては30日以内に届け出る。')).toEqual({
      text: '3日以内に',
      within: 'P3D',
      next: [{ text: '30日以内に', within: 'P30D' }],
    });
  });

  test('what sets a duty off, as a noun', () => {
    expect(whenOf('記録媒体を持ち出すときは、許可を得ること。')?.trigger).toBe('記録媒体の持ち出し');
    expect(whenOf('障害が発生したときは、連絡すること。')?.trigger).toBe('障害の発生');
    expect(whenOf('資料を廃棄する場合は、裁断すること。')?.trigger).toBe('資料の廃棄');
    expect(whenOf('業務上必要なときは、申し出ること。')?.trigger).toBeUndefined();
  });
});
