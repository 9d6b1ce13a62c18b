import type { FormAnswers, FormRow } from '../../../../src/record/v1/form/answers.ts';
import type { FieldKind, FormColumn, FormDefinition, FormField } from '../../../../src/record/v1/form/definition.ts';

export function field(id: string, label: string, kind: FieldKind = 'line', more: Partial<FormField> = {}): FormField {
  return { id, label, help: '', kind, basis: [], ...more };
}

export function column(id: string, label: string, share: number, more: Partial<FormColumn> = {}): FormColumn {
  return { ...field(id, label), share, ...more };
}

/** A letter with a table, fields of every kind, notes, and a box for somebody else's approval. */
export const plan: FormDefinition = {
  id: 'erasure-plan',
  version: 2,
  title: '作業実施計画書（別添1）',
  lead: '{{role:securityOfficer}}が、終わるときに作ります。',
  use: 'paper',
  layout: 'letter',
  mark: '（別添1）',
  heading: '{business}に係る作業実施計画書',
  head: {
    company: '協議会名',
    checker: '作成者',
    checkedOn: '作成日',
    recipient: { label: '提出先の労働局', ending: 'あて' },
    business: '業務の名',
  },
  body: ['{business}の情報を、次のとおり返却又は廃棄します。'],
  listed: true,
  parts: [
    {
      kind: 'table',
      id: 'media',
      title: '1 情報の保存媒体',
      row: '媒体',
      columns: [
        column('kind', '情報の種類（注1）', 0.3, {
          kind: 'one',
          options: ['紙媒体', '電磁的記録媒体'],
          required: true,
          basis: [{ citation: 'rodokyoku:b1-1-f1', label: '労働局 別添1の1', href: '/rodokyoku/b1/#b1-1-f1' }],
        }),
        column('method', '作業の方法', 0.4, { kind: 'one', options: ['返却', '焼却'], open: true, required: true }),
        column('worker', '作業実施者', 0.3),
      ],
      blankRows: 3,
      examples: [['紙媒体', '返却', '○○']],
      notes: ['（注1）いずれかを書く。'],
      required: true,
    },
    {
      kind: 'fields',
      id: 'finish',
      title: '2 予定',
      fields: [
        field('planned', '完了する予定日', 'date', { required: true }),
        field('met-at', '確認の日時', 'moment'),
        field('count', '点数', 'number', { unit: '点' }),
        field('places', '場所', 'several', { options: ['本社', '支店'], open: true }),
        field('remark', '備考', 'text', { help: '気づいたことを書く。', example: '鍵は別に返す' }),
      ],
    },
    { kind: 'text', id: 'notes', lines: ['※ 写しを1年間保管する。', '{business}の担当に渡す。'] },
  ],
  seal: [],
  approval: { title: '承認（労働局）', labels: ['承認する ・ 承認しない', '氏名'] },
  basis: [{ citation: 'rodokyoku:b1-f1', label: '労働局 別添1', href: '/rodokyoku/b1/#b1-f1' }],
};

/** A pledge of each person, kept by oneself. */
export const pledge: FormDefinition = {
  id: 'pledge',
  version: 1,
  title: '誓約書',
  lead: '従事者が書きます。',
  use: 'paper',
  layout: 'sheet',
  heading: '誓約書',
  head: { company: '会社名', checker: '作成者', checkedOn: '作成日' },
  body: ['秘密を守ることを誓います。'],
  parts: [
    {
      kind: 'table',
      id: 'people',
      title: '',
      row: '従事者',
      columns: [
        column('name', '氏名', 0.6, { required: true, person: 'name' }),
        column('birthday', '生年月日', 0.4, { kind: 'date', person: 'birthday' }),
      ],
      blankRows: 10,
      examples: [],
      notes: [],
      people: true,
    },
  ],
  each: 'people',
  seal: ['氏名', '押印'],
  basis: [],
};

export function row(id: string, cells: Record<string, string>): FormRow {
  return { id, cells };
}

/** Answers to the plan as a person types them. */
export const planned: FormAnswers = {
  format: 'kitei-answers/1',
  kind: 'form',
  form: 'erasure-plan',
  version: 2,
  case: 'a1b2c3d4',
  header: {
    company: ' 見本協議会 ',
    checker: '髙橋﨑子',
    checkedOn: '2026/11/30',
    recipient: '見本労働局',
    business: '窓口業務',
  },
  fields: {
    planned: '令和8年12月1日',
    'met-at': '２０２６年１１月３０日　１４時５分',
    count: '1,200点',
    places: '倉庫\n支店\n本社\n倉庫',
    remark: ' 鍵は\r\n別に返す ',
    gone: '昔の欄',
  },
  tables: {
    media: [
      row('r1', { kind: '紙媒体', method: ' 返 却', worker: '山田' }),
      row('r2', { kind: '  ', gone: 'x' }),
      row('r3', { kind: '電磁的記録媒体', method: 'データ抹消\nソフトウェア', worker: '' }),
    ],
    gone: [row('r1', { a: 'b' })],
  },
};

/** Answers to the pledge, of two people. */
export const pledged: FormAnswers = {
  ...planned,
  form: 'pledge',
  version: 1,
  header: { ...planned.header, recipient: '', business: '' },
  fields: {},
  tables: {
    people: [row('p1', { name: '山田花子', birthday: '1989-01-07' }), row('p2', { name: '鈴木一郎', birthday: '' })],
  },
};

/** An answer to somebody's request. */
export const approval: FormDefinition = {
  id: 'approval',
  version: 1,
  title: '承認書',
  lead: '申請を受け取った人が書きます。',
  use: 'paper',
  layout: 'letter',
  heading: '申請に対する回答書',
  head: {
    company: '回答する組織',
    checker: '承認者',
    checkedOn: '回答日',
    recipient: { label: '申請した者', ending: '様' },
  },
  body: [],
  parts: [
    {
      kind: 'fields',
      id: 'request',
      title: '',
      fields: [
        field('request-title', '表題'),
        field('request-number', '文書番号'),
        field('request-hash', 'ハッシュ', 'text'),
        field('request-date', '申請日', 'date'),
        field('result', '結果', 'one', { options: ['承認する', '承認しない'] }),
      ],
    },
  ],
  seal: [],
  replies: {
    title: 'request-title',
    number: 'request-number',
    hash: 'request-hash',
    date: 'request-date',
    result: 'result',
  },
  basis: [],
};
/** Who stands under whom: drawn by levels, and by a column that names the one above. */
export const structure: FormDefinition = {
  id: 'structure',
  version: 1,
  title: '情報管理の体制',
  lead: '責任者が作ります。',
  use: 'paper',
  layout: 'sheet',
  heading: '情報管理の体制',
  head: { company: '会社名', checker: '作成者', checkedOn: '作成日' },
  body: [],
  parts: [
    {
      kind: 'table',
      id: 'people',
      title: '1 役割と人',
      row: '人',
      columns: [
        column('role', '役割', 0.3, { kind: 'one', options: ['代表', '責任者', '担当者'], open: true }),
        column('name', '氏名', 0.2, { person: 'name' }),
        column('affiliation', '所属', 0.2, { person: 'affiliation' }),
        column('under', '上に立つ人', 0.3),
      ],
      blankRows: 5,
      examples: [],
      notes: [],
      people: true,
      chart: {
        title: '2 体制図',
        box: 'role',
        lines: ['name', 'affiliation'],
        under: 'under',
        levels: [['代表'], ['責任者'], ['担当者']],
      },
    },
  ],
  seal: [],
  basis: [],
};

export const structured: FormAnswers = {
  ...planned,
  form: 'structure',
  version: 1,
  case: 'c9d8e7f6',
  fields: {},
  tables: {
    people: [
      row('r1', { role: '代表', name: '見本 花子' }),
      row('r2', { role: '責任者', name: '髙橋﨑子', affiliation: '総務部' }),
      row('r3', { role: '担当者', name: '山田 太郎', affiliation: '総務部' }),
      row('r4', { role: '監査人', name: '佐藤 次郎', under: '見本花子' }),
      row('r5', { role: '担当者', name: '鈴木 三郎', affiliation: '情報システム課', under: '責任者' }),
      row('r6', { role: '責任者', name: '田中 四郎', affiliation: '営業部' }),
      row('r7', { role: '担当者', name: '伊藤 五月', affiliation: '営業部' }),
    ],
  },
};
