import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/importer/list/answer-kind.ts';
import { findAsked, guessKind } from '../../../src/importer/list/asked-kind.ts';

const number = (unit?: string): Kind => (unit ? { kind: 'number', unit } : { kind: 'number' });
const text: Kind = { kind: 'text' };
const date: Kind = { kind: 'date' };
const one = (...options: string[]): Kind => ({ kind: 'one', options });

test.each<[string, Kind | undefined]>([
  ['情報を扱う従業員は何人ですか。', number('人')],
  ['パソコンの台数', number('台')],
  ['昨年度の研修の受講率は何％ですか', number('%')],
  ['規程を最後に見直したのはいつですか。', { kind: 'date' }],
  ['規程の制定日', { kind: 'date' }],
  ['最後に点検した日', { kind: 'date' }],
  ['事故の概要を具体的に記入してください。', { kind: 'text' }],
  ['使っているソフトの名称は何ですか。', { kind: 'text' }],
  // Whether something is so: a state.
  ['台数を管理している。', undefined],
  ['入退室の日付を記録していますか。', undefined],
  ['受講率を毎年、経営者に報告している。', undefined],
  ['内容を定期的に見直しているか。', undefined],
  ['夜間と休日の連絡方法がありますか。', undefined],
  ['どのような方法がありますか。', { kind: 'text' }],
])('the question 「%s」', (question, kind) => {
  expect(guessKind(question)).toEqual(kind);
});

describe('findAsked', () => {
  test.each<[string, Kind]>([
    ['管理している端末の台数', number('台')],
    ['教育の実施日', date],
    ['責任者の氏名を記入してください。', text],
    ['点検は何か月ごとに行っていますか。', number('か月')],
    ['見直しは何カ月ごとか', number('カ月')],
    ['昨年度の事故は何件ありましたか。', number('件')],
    ['訓練を年に何回行っていますか。', number('回')],
    ['保有している記録媒体の数（本）', number('本')],
    ['監視カメラの映像の保存日数（日）', number('日')],
    ['訓練の開封率（％）', number('%')],
    ['委託先の数（社）', number('社')],
    ['台数は何台ですか', number('台')],
    ['受講率はどのくらいですか。', number('%')],
    ['規程の最終改定日はいつですか。', date],
    ['最後に棚卸しをした日', date],
    ['契約を結んだのは何年何月ですか。', date],
    ['ウイルス対策ソフトの名称', text],
    ['連絡先の電話番号', text],
    ['自由記述（気になること）', text],
    ['ご意見', text],
    ['利用している外部サービスを挙げてください（複数可）', text],
    ['鍵はどこに保管していますか。', text],
    ['訓練はいつ行っていますか。', text],
    ['保管場所はどこか', text],
    ['パスワードは何文字以上としていますか。', number('文字')],
    ['教育の対象人数及び受講率', text],
    ['改善すべき点があれば記入してください', text],
    ['廃棄の方法はどれですか（細断／溶解／焼却）。', one('細断', '溶解', '焼却')],
    ['次から選んでください（紙・USB・クラウド、複数可）', { kind: 'several', options: ['紙', 'USB', 'クラウド'] }],
  ])('「%s」 surely asks for a value', (question, kind) => {
    expect(findAsked(question)).toMatchObject({ kind, isSure: true });
  });

  test.each(['メールの保存期間', '事故の連絡先', '持ち出しの方法'])('「%s」 may ask for a text', (question) => {
    expect(findAsked(question)).toMatchObject({ kind: { kind: 'text' }, isSure: false });
  });

  test.each([
    '規程を全ての役職員がいつでも読めるようにしていますか。',
    '何を持ち出したかを記録していますか。',
    'いつ、だれが入室したか分かるようにしていますか。',
    '誰がどの情報を使えるかを決めている。',
    '何か問題があったときに報告していますか。',
    '何らかの方法で暗号化していますか。',
    '台数を管理している。',
    '何重にも確認していますか。',
    'チェック欄の○を確かめているか。',
    '責任者の氏名を掲示していますか。',
    'サポートの終わった製品を使っていませんか。',
    '保存日数を定めているか。',
    '持ち出すときは、管理簿に実施日を記入してください。',
    '入室できる者を限っていますか。',
    '夜間と休日の連絡方法がありますか。',
    '私有端末の利用を許可していますか。',
    '最後に退室する者を記録していますか。',
  ])('「%s」 asks for no value', (question) => {
    expect([undefined, 'state']).toContain(findAsked(question)?.kind.kind);
  });

  test.each(['入退室の管理', '電子署名', '匿名', '鍵の貸出し', '効率', '平日', '責任者の任命', '複数', '手数'])(
    '「%s」 leaves open what it asks for',
    (question) => {
      expect(findAsked(question)).toBeUndefined();
    },
  );
});
