import { describe, expect, test } from 'vitest';
import { moodOf } from '../../../src/importer/infer/moods.ts';

describe('moodOf', () => {
  test.each([
    // Duties
    ['文書主任は、起案文書に決裁区分を記載しなければならない', 'must'],
    ['作業者は、開始前に端末番号を届け出なければなりません', 'must'],
    ['保存箱には廃棄予定年度を表示せねばならない', 'must'],
    ['保守員は入館証を着用しなくてはならない', 'must'],
    ['貸与品は月末までに点検すること', 'must'],
    ['個人データの安全管理に努力を尽くすものとする', 'must'],
    ['鍵は守衛室で受け取ることとする', 'must'],
    ['文書は、完結した年度ごとに編集する', 'must'],
    ['電子決裁の記録を十年間保存する', 'must'],
    ['受注者は、費用を負担する責任を負う', 'must'],
    ['受注者は、成果物を無償で補修する義務を負う', 'must'],
    ['在宅勤務者は事前の申請を行う必要がある', 'must'],
    ['入館時の記帳を必須とする', 'must'],
    ['当館は、利用者の声を運営に反映します', 'must'],
    ['部外秘の書類は裁断機にかける', 'must'],
    ['端末は机に固定する', 'must'],
    ['係員は、退会した者の番号を廃止する', 'must'],
    ['旧規則を廃止する', 'information'],
    ['倉庫管理規程は、廃止する', 'information'],
    ['契約の履行に当たり知り得た事項を適切に管理するものとします', 'must'],
    ['提出物は、両面に印刷してください', 'must'],
    ['社外との接続は禁止する/する場合は館長の許可を得る', 'must'],
    // Bans
    ['展示品に触れないでください', 'must-not'],
    ['閲覧の権限を他に用いてはならず、必要な範囲にとどめること', 'must-not'],
    ['職員は、閲覧室の資料を無断で持ち帰ってはならない', 'must-not'],
    ['休暇中の業務メールの返信を禁止する', 'must-not'],
    ['個人の通信機器を持ち込んではいけない', 'must-not'],
    ['試作品の撮影は禁止', 'must-not'],
    ['共用の認証カードを貸し出さないこと', 'must-not'],
    ['家族に業務用端末を使わせないものとする', 'must-not'],
    ['廊下に台車を放置しない', 'must-not'],
    ['目的外に利用することはできない', 'must-not'],
    ['成果を発表することができないものとする', 'must-not'],
    ['他人の番号を控えないこととする', 'must-not'],
    ['第三者に閲覧させてはなりません', 'must-not'],
    ['委託業務を一括して他に請け負わせてはならないものとする', 'must-not'],
    ['急を要するときは、口頭の報告をもって足りるものとする', 'may'],
    ['副館長を防火管理者とする', 'definition'],
    ['文書は、次に掲げるものを除く', 'information'],
    ['前項の記録の様式は、別記様式第二号とする', 'information'],
    ['違反した会員は、除名の対象となることがある', 'information'],
    ['この条の定めは、契約の終了後も効力を有する', 'information'],
    ['手引の写しは、窓口でご覧ください', 'information'],
    // Wishes
    ['各課は、紙の使用量の削減に努める', 'should'],
    ['記録は正確に残すよう努めるものとする', 'should'],
    ['通信は有線によることが望ましい', 'should'],
    ['二要素による認証を推奨する', 'should'],
    ['委員は改善案の提出に努めなければならない', 'should'],
    // Leaves
    ['館長は、閲覧を制限することができる', 'may'],
    ['軽微な修正は、口頭で行うことができるものとする', 'may'],
    ['急を要するときは、電話で代えても差し支えない', 'may'],
    ['書式は適宜変更してもよい', 'may'],
    ['緊急の場合は、この限りでない', 'may'],
    ['災害時は、この限りではない', 'may'],
    ['監査人の立会いを妨げない', 'may'],
    ['写しの提出を要しない', 'may'],
    ['共同で実施することも可能である', 'may'],
    ['前二項の規定は、試験運用の期間については適用しない', 'may'],
    // Definitions
    ['この規程において「職員」とは、館に勤務する全ての者をいう', 'definition'],
    ['「完結文書」とは、決裁が終わった文書をいいます', 'definition'],
    ['「職員」は嘱託員を含むものとする', 'definition'],
    ['文書管理責任者は、総務課長とする', 'definition'],
    ['副責任者は、係長をもって充てる', 'definition'],
    ['用語の定義は、次に定めるところによる', 'definition'],
    ['保管区分を次のとおりとする', 'definition'],
    // Information
    ['この規程は、文書の管理に関し必要な事項を定める', 'information'],
    ['本要領は、在宅での勤務を円滑に進めることを目的とする', 'information'],
    ['この規程は、令和五年四月一日から施行する', 'information'],
    ['詳しくは総務課までお願いいたします', 'information'],
    ['所有権は発注者に移転するものとする', 'information'],
    ['様式の記入例は巻末にあります', 'information'],
    ['ご不明の点は、総務課へお問い合わせください', 'information'],
    ['原本は書庫に保管されている', 'information'],
  ])('%s: %s', (text, expected) => {
    expect(moodOf(text)?.modality).toBe(expected);
  });

  test.each([['文書分類番号'], ['https://example.jp/rules'], ['会議室の鍵（3本）'], ['']])('%s has none', (text) => {
    expect(moodOf(text)).toBeUndefined();
  });

  test('a duty in front of a wish obliges, and a duty in front of a plain ban comes first', () => {
    expect(moodOf('窓口を整備し、苦情には迅速な対応に努めるものとする')?.modality).toBe('must');
    expect(moodOf('関係者を必要最小限にとどめ、室外へ持ち出さない')?.modality).toBe('must');
    expect(moodOf('無断で複製し、貸与してはならない')?.modality).toBe('must-not');
  });

  test('only a fixed form is sure: the plain end of a verb is read as a duty', () => {
    expect(moodOf('記録を残さなければならない')?.isFixed).toBe(true);
    expect(moodOf('記録を残す')?.isFixed).toBe(false);
  });
});
