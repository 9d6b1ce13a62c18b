import { describe, expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { type Short, smallTree, tableNode } from './small-tree.ts';

const none = { roles: {}, records: {}, topics: {} };

/** Names of those who act at each place. */
function actorsOf(places: readonly Short[], known = none as Parameters<typeof inferFields>[1]) {
  const { fields } = inferFields(smallTree(...places), known);
  return (anchor: string) => fields.get(anchor)?.actors?.value.map(({ id, name }) => id ?? name);
}

const one = (text: string, known?: Parameters<typeof inferFields>[1]) =>
  actorsOf([['heading', 'h', '保管', [['paragraph', 'p', text]]]], known)('p');

describe('the subject of a sentence', () => {
  test.each<[string, string[]]>([
    ['文書管理責任者は、文書台帳を整備しなければならない。', ['文書管理責任者']],
    ['従業員が機器を持ち出すときは、保全担当者は、台帳に記載すること。', ['保全担当者']],
    ['システム管理者及び運用担当者は、操作の記録を保存する。', ['システム管理者', '運用担当者']],
    ['部門長、課長は、部下を監督しなければならない。', ['部門長', '課長']],
    ['保存期間は、文書管理委員会が決定する。', ['文書管理委員会']],
    ['個人情報保護管理者は、毎年一回、点検を行う。', ['個人情報保護管理者']],
    ['各部門長は、異動があったときは、速やかに報告すること。', ['部門長']],
    ['在宅勤務者の申請に基づき、所属長は、端末を貸与する。', ['所属長']],
    ['受注者は、善良な管理者の注意をもって業務を行わなければならない。', ['受注者']],
    ['乙は、甲の指示に従わなければならない。', ['乙']],
    ['甲及び乙は、相手方の機密を漏らしてはならない。', ['甲', '乙']],
    ['甲または乙は、書面で通知しなければならない。', ['甲', '乙']],
    ['当社は、苦情の窓口を設ける。', ['当社']],
    ['市は、作業の場所を指定する。', ['市']],
    ['疑義が生じたときは、甲乙協議の上、決定する。', ['甲', '乙']],
    ['発注者と受注者が協議して定める。', ['発注者', '受注者']],
    ['理事会は、予算を承認する。', ['理事会']],
    ['システムの責任者は、障害の記録を残すこと。', ['システムの責任者']],
    ['受注者において、作業場所を確保すること。', ['受注者']],
    ['事故を発見した従業員は、上司に連絡しなければならない。', ['従業員']],
    ['派遣社員は、誓約書を提出しなければならない。', ['派遣社員']],
    ['文書管理担当は、毎月、台帳を点検する。', ['文書管理担当']],
    ['情報セキュリティ担当及び総務部長は、訓練を行う。', ['情報セキュリティ担当', '総務部長']],
    ['業務を担当する社員は、誓約書を提出しなければならない。', ['社員']],
    ['総務部は、施設の鍵を管理する。', ['総務部']],
    ['施設長等は、避難訓練を実施しなければならない。', ['施設長']],
  ])('%s', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test.each([
    ['記録媒体は、耐火金庫に保管しなければならない。'],
    ['パスワードは、十二文字以上とすること。'],
    ['端末の利用に当たっては、画面の向きに注意すること。'],
    ['停電の場合は、手作業で受け付けること。'],
    ['退出するときは、施錠すること。'],
    ['管理者以外の者は、入室してはならない。'],
    ['利用者名簿は、毎年更新すること。'],
    ['従業員の個人情報は、暗号化して保存すること。'],
    ['責任者の許可は、書面で得ること。'],
    ['第三者が閲覧できないようにすること。'],
    ['受託者が指定する場所は、施錠しなければならない。'],
    ['委員会への報告は、文書で行うこと。'],
    ['甲種防火対象物は、点検を受けなければならない。'],
  ])('%s: nobody', (text) => {
    expect(one(text)).toBeUndefined();
  });

  test('somebody without a part in the rules keeps the place from being anybody else’s', () => {
    const actors = actorsOf([
      [
        'article',
        'a-h',
        '開示',
        [
          ['paragraph', 'a1', '当社は、窓口を設けなければならない。'],
          ['paragraph', 'a2', '本人は、開示を求めることができる。'],
        ],
      ],
    ]);
    expect(actors('a2')).toBeUndefined();
  });
});

test('whoever may ask for something is not the one who has to do it', () => {
  const actors = actorsOf([
    [
      'article',
      'a-h',
      '報告',
      [
        ['paragraph', 'a1', '発注者は、状況の報告を求めることができる。'],
        ['paragraph', 'a2', '報告書は、十日以内に提出しなければならない。'],
      ],
    ],
  ]);
  expect(actors('a2')).toBeUndefined();
});

describe('known roles', () => {
  const roles = {
    systemAdministrator: '情報システム管理者',
    affairsOfficer: '特定個人情報事務取扱責任者',
    employee: '従業員',
    company: '当社',
    contractor: '委託先',
    head: '部門長',
  };
  const known = { roles, records: {}, topics: {}, printed: {} };
  test.each<[string, string[]]>([
    ['情報システム管理者は、更新を確認する。', ['systemAdministrator']],
    ['情報ｼｽﾃﾑ管理者は、更新を確認する。', ['systemAdministrator']],
    ['事務取扱責任者は、取扱状況を確認する。', ['affairsOfficer']],
    ['従業者は、画面を施錠しなければならない。', ['employee']],
    ['社員は、名札を着ける。', ['employee']],
    ['会社は、保険に加入する。', ['company']],
    ['受託者は、作業の記録を提出しなければならない。', ['contractor']],
    ['所属部門長は、申請を確認する。', ['head']],
    ['委託先に個人データを適正に取り扱わせなければならない。', ['company']],
    ['委託先には安全管理の基準を遵守させること。', ['company']],
    // Who is made to act, and who is given the part, acts as well.
    ['会社は、従業者にこの基準を遵守させなければならない。', ['company', 'employee']],
    ['部門長は、委託先から作業の状況を報告させなければならない。', ['head', 'contractor']],
    ['会社は、事務取扱責任者を選任し、届け出なければならない。', ['company', 'affairsOfficer']],
    ['広報室長は、公表文を作成する。', ['広報室長']],
  ])('%s', (text, expected) => {
    expect(one(text, known)).toEqual(expected);
  });

  test('an abbreviation the register prints is the role, and so is one the document introduces', () => {
    expect(one('乙は、報告しなければならない。', { ...known, printed: { contractor: '乙' } })).toEqual(['contractor']);
    const actors = actorsOf(
      [
        ['paragraph', 'p0', '委託元（以下「甲」という。）と委託先（以下「乙」という。）とは、次のとおり定める。'],
        ['paragraph', 'p1', '甲は、資料を貸与しなければならない。'],
        ['paragraph', 'p2', '乙は、資料を返却しなければならない。'],
      ],
      known,
    );
    expect(actors('p1')).toEqual(['company']);
    expect(actors('p2')).toEqual(['contractor']);
  });
});

describe('offices of any trade', () => {
  test.each<[string, string[] | undefined]>([
    ['医師は、診察の都度、所見を記載しなければならない。', ['医師']],
    ['情報担当教諭は、設定の記録を残すこと。', ['情報担当教諭']],
    ['班長は、点呼を行う。', ['班長']],
    ['守衛は、来訪者証を回収する。', ['守衛']],
    ['設備保全課は、予備品を毎月数える。', ['設備保全課']],
    ['設備メーカーは、作業の計画を示す。', ['設備メーカー']],
    ['文書管理担当は、図面を保管する。', ['文書管理担当']],
    ['受付係は、名札を渡す。', ['受付係']],
    ['役員会は、二年に一回、規則を見直す。', ['役員会']],
    ['鍵は、管理人が保管し、貸し出すときは帳面に記入させる。', undefined],
    ['鍵は、寮長が保管し、貸し出すときは帳面に記入させる。', ['寮長']],
    ['関係は、良好に保つこと。', undefined],
    ['一部は、別に保管すること。', undefined],
    ['会員は、退会したときは、名簿を班長に返却するものとする。', ['会員']],
  ])('%s', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });
});

describe('those who are meant besides', () => {
  const known = { ...none, roles: { maker: '請負人', worker: '作業員', chief: '主任' } };
  const lead = '請負人は、図面を受け取らなければならない。';
  const more = ['図面を返さなければならない。', '図面を数えなければならない。'].map((text) => `請負人は、${text}`);
  const after = (text: string) =>
    actorsOf(
      [['heading', 'h', '図面', [lead, ...more, text].map((one, index): Short => ['paragraph', `p${index}`, one])]],
      known,
    )('p3');

  test.each<[string, string[] | undefined]>([
    ['作業員以外の者に図面を見せてはならない。', ['maker', 'worker']],
    ['主任及び作業員以外の者が図面を見ることができないよう、施錠すること。', ['maker', 'chief', 'worker']],
    ['図面の受渡しは、主任および作業員に限定すること。', ['maker', 'chief', 'worker']],
    ['作業員からの図面の取扱いに関する誓約書を提出すること。', ['maker', 'worker']],
    ['請負人は、作業員に図面を伏せることを徹底する。', ['maker', 'worker']],
    ['主任が指示して図面を裁断すること。', ['maker', 'chief']],
    ['作業員の私物の鞄に図面を入れてはならない。', ['maker', 'worker']],
    ['請負人は、現場に責任を持つ者（以下「主任」という。）を選任し、届け出なければならない。', ['maker', 'chief']],
    ['作業員は、主任の指示に従うこととして定め、遵守させること。', ['worker', 'maker']],
    ['作業員は、必要な範囲の者とすること。', ['maker']],
    ['これを上回る備えをすることを妨げるものではない。', undefined],
    ['作業員が図面を見るため、照明を置くこと。', ['maker']],
  ])('%s', (text, expected) => {
    expect(after(text)?.toSorted()).toEqual(expected?.toSorted());
  });

  test('what a list of others to call wants, and what another hands in, is not of whoever has the list', () => {
    const places = (lead: string, text: string): Short[] => [
      ['heading', 'h', '連絡', [['paragraph', 'p', lead, [['bullet', 'b', text]]]]],
    ];
    const named = '事故のときの届出\n事故が起きた場合は、速やかに届け出ること。';
    expect(actorsOf(places('主任は、以下の役所への届出を検討する。', named), known)('b')).toBeUndefined();
    expect(actorsOf(places('主任は、次のことを行う。', named), known)('b')).toEqual(['chief']);
    expect(
      actorsOf(places('主任は、報告に以下の提供を含め、内容を確かめる。', '図面の写し'), known)('b'),
    ).toBeUndefined();
    const ban = '図面を複製しないこと。';
    expect(actorsOf(places('主任は、契約書に次の事項を明記する。', ban), known)('b')).toBeUndefined();
    expect(actorsOf(places('主任は、次の事項を守る。', ban), known)('b')).toEqual(['chief']);
    expect(actorsOf(places('主任は、以下の物を確かめる。', '図面の写し'), known)('b')).toEqual(['chief']);
  });
});

describe('how sure', () => {
  const certaintyOf = (text: string) =>
    inferFields(smallTree(['paragraph', 'p', text]), none).fields.get('p')?.actors?.certainty;

  test.each<[string, 'sure' | 'guess']>([
    ['館長は、開館の時刻を決めなければならない。', 'sure'],
    ['館長は、防火管理者を選任しなければならない。', 'guess'],
    ['館長は、職員に規則を遵守させなければならない。', 'guess'],
    ['班長に報告し、班長は全員に伝える。', 'guess'],
  ])('%s: %s', (text, expected) => {
    expect(certaintyOf(text)).toBe(expected);
  });
});

describe('who acts where nobody is named', () => {
  test('a rule about a thing begins anew, and so does one with somebody whom no word is known for', () => {
    const actors = actorsOf([
      [
        'article',
        'h',
        '貸与',
        [
          ['paragraph', 'p1', '施設長は、台帳に記録しなければならない。'],
          ['paragraph', 'p2', '貸与を受けた端末は、家族に使わせてはならない。'],
          ['paragraph', 'p3', '施設長は、鍵を保管しなければならない。'],
          ['paragraph', 'p4', '花守は、庭の木を世話することができる。'],
        ],
      ],
    ]);
    expect([actors('p1'), actors('p2'), actors('p3'), actors('p4')]).toEqual([
      ['施設長'],
      undefined,
      ['施設長'],
      undefined,
    ]);
  });

  test('those whom a document binds are meant by its bans and by what only people do', () => {
    const actors = actorsOf([
      ['article', 'h1', '適用', [['paragraph', 'p1', 'この規程は、当館に勤務する全ての職員に適用する。']]],
      ['article', 'h2', '閲覧', [['paragraph', 'p2', '会員の記録を目的の外で見てはならない。']]],
      ['article', 'h3', '離席', [['paragraph', 'p3', '離席する場合は、画面を消すこと。']]],
      ['article', 'h4', '体制', [['paragraph', 'p4', '相談の窓口を設置し、公表すること。']]],
    ]);
    expect(['p2', 'p3', 'p4'].map(actors)).toEqual([['職員'], ['職員'], undefined]);
  });

  test('a table of one fact a row follows what introduces it', () => {
    const row = (anchor: string, cells: string[]) => tableNode(anchor, [cells]);
    const [lead] = smallTree(['text', 'p', '館長は、以下の処分を行う。']).children;
    const { fields } = inferFields(
      {
        title: [],
        diagnostics: [],
        children: [{ ...lead, children: [row('r1', ['図面', '裁断'])] }] as never,
      },
      none,
    );
    expect(fields.get('r1')?.actors?.value.map(({ name }) => name)).toEqual(['館長']);
    expect(fields.get('r1')?.actors?.certainty).toBe('hint');
  });
  test('items have the actor of what introduces them, by tree or in a flat list', () => {
    const actors = actorsOf([
      [
        'article',
        'a1-h',
        '文書の受領',
        [
          [
            'paragraph',
            'a1',
            '受付担当者は、次の事項を行う。',
            [
              ['item', 'a1-i1', '到着印を押す。'],
              ['item', 'a1-i2', '収受簿への記載'],
            ],
          ],
        ],
      ],
      [
        'heading',
        'h2',
        '発送',
        [
          ['text', 't', '発送担当者は、以下に注意する。'],
          ['bullet', 'b1', '宛名を照合する。'],
          ['bullet', 'b2', '封を確かめる。'],
        ],
      ],
    ]);
    expect([actors('a1-i1'), actors('a1-i2')]).toEqual([['受付担当者'], ['受付担当者']]);
    expect([actors('b1'), actors('b2')]).toEqual([['発送担当者'], ['発送担当者']]);
  });

  test('a later paragraph goes on with the one before it, but nobody asks for their own leave', () => {
    const actors = actorsOf([
      [
        'article',
        'a1-h',
        '機器の選定',
        [
          ['paragraph', 'a1-1', '情報システム管理者は、機器を選定する。'],
          ['paragraph', 'a1-2', '選定の理由を記録しなければならない。'],
          ['paragraph', 'a1-3', '新たに購入する場合は、情報システム管理者の許可を得ること。'],
        ],
      ],
    ]);
    expect(actors('a1-2')).toEqual(['情報システム管理者']);
    expect(actors('a1-3')).toBeUndefined();
  });

  test('a heading that names whose duties these are', () => {
    const actors = actorsOf([
      ['heading', 'h', '夜間警備員及び運用担当者の責務', [['item', 'i', '巡回の結果を書き留める。']]],
    ]);
    expect(actors('i')).toEqual(['夜間警備員', '運用担当者']);
  });

  test('a document with one obliged body means it, a document with several does not', () => {
    const clause = (anchor: string, text: string): Short => [
      'article',
      `${anchor}-h`,
      anchor,
      [['paragraph', anchor, text]],
    ];
    const places = [
      clause('a1', '受注者は、機密を守らなければならない。'),
      clause('a2', '受注者は、資料を返却しなければならない。'),
      clause('a3', '受注者は、作業員名簿を提出しなければならない。'),
      clause('a4', '資料を複写してはならない。'),
    ];
    expect(actorsOf(places)('a4')).toEqual(['受注者']);
    const mixed = [
      ...places,
      clause('a5', '発注者は、資料を貸与しなければならない。'),
      clause('a6', '発注者は、検査を行わなければならない。'),
      clause('a7', '発注者は、通知しなければならない。'),
    ];
    expect(actorsOf(mixed)('a4')).toBeUndefined();
  });

  test('own rules mean the company or its people by what is asked for; where the words do not say, nobody', () => {
    const known = { roles: { company: '当社', employee: '従業員' }, records: {}, topics: {} };
    const heading = (anchor: string, title: string, text: string): Short => [
      'heading',
      `${anchor}-h`,
      title,
      [['paragraph', anchor, text]],
    ];
    const actors = actorsOf(
      [
        heading('s1', '在宅での端末利用の心得', '離席する前に画面をロックし、印刷物を放置しない。'),
        heading('s2', '委託先の選定', '委託先を選定し、契約を締結する。'),
        heading('s3', '照明', '照度を保つ。'),
      ],
      known,
    );
    expect(actors('s1')).toEqual(['employee']);
    expect(actors('s2')).toEqual(['company']);
    expect(actors('s3')).toBeUndefined();
  });

  test('purposes, definitions and explanations are nobody’s', () => {
    const actors = actorsOf([
      ['paragraph', 'p1', 'この規程は、職員の遵守すべき事項を定める。'],
      ['paragraph', 'p2', '「利用者」とは、会員登録をした者をいう。'],
    ]);
    expect([actors('p1'), actors('p2')]).toEqual([undefined, undefined]);
  });

  test('what only repeats what introduces it is a hint without words, a named subject is sure', () => {
    const { fields } = inferFields(
      smallTree([
        'article',
        'a-h',
        '点検',
        [['paragraph', 'a', '点検責任者は、次の事項を確認する。', [['item', 'a-i1', '消火器の位置']]]],
      ]),
      none,
    );
    expect(fields.get('a')?.actors).toEqual({
      value: [{ name: '点検責任者' }],
      certainty: 'sure',
      from: '点検責任者は',
    });
    expect(fields.get('a-i1')?.actors).toEqual({ value: [{ name: '点検責任者' }], certainty: 'hint', from: '' });
  });
});
