/** A paper that a document demands: where it stands there, the forms that make it, and the facts that it has to hold. */
export interface DemandedPaper {
  /** What the document calls it, and where. */
  name: string;
  forms: readonly string[];
  /**
   * Words of the document for what is written down; each stands in a label, a caption, a note, an option or a sentence of one
   * of the forms.
   */
  facts: readonly string[];
  /** The document prescribes the fields of the first form: these and no others, in its order. `その他` is its 等. */
  exactly?: true;
}

/** Every form, roster, register, plan and report that the five documents demand of people, by document. */
export const demandedPapers: readonly DemandedPaper[] = [
  {
    name: '労働局 1.(2)①ア 情報取扱者名簿',
    forms: ['rodokyoku-handler-roster'],
    facts: ['区分', '氏名', '住所', '生年月日', '所属部署', '役職', '再委託先', 'その他'],
    exactly: true,
  },
  {
    name: '労働局 1.(2)①ウ 業務従事者名簿',
    forms: ['rodokyoku-worker-roster'],
    facts: [
      '氏名',
      '所属部署',
      '役職',
      '学歴',
      '職歴',
      '業務経験',
      '研修実績その他の経歴',
      '専門的知識その他の知見',
      '母語及び外国語能力',
      '国籍',
      'その他',
    ],
    exactly: true,
  },
  {
    name: '労働局 1.(2)① 体制を証明する書面の一式',
    forms: ['rodokyoku-structure-documents', 'rodokyoku-structure-document'],
    facts: [
      '情報取扱者名簿',
      '体制を定めた書面',
      '業務従事者名簿',
      '情報管理体制図',
      '規則等',
      '再委託',
      '最低限必要な範囲',
    ],
  },
  {
    name: '労働局 1.(2)② 名簿・体制の書面の変更の申請',
    forms: ['rodokyoku-change-request'],
    facts: ['情報取扱者名簿', '体制を定めた書面', '業務従事者名簿', '変更前', '変更後', '承認'],
  },
  {
    name: '労働局 2.(2) 情報の伝達の承認',
    forms: ['rodokyoku-disclosure-request'],
    facts: ['伝える相手', '協議会以外の者', '承認'],
  },
  {
    name: '労働局 別添1 作業実施計画書',
    forms: ['rodokyoku-erasure-plan'],
    facts: [
      '情報の種類（注1）',
      '情報の保存場所（注2）',
      '作業の方法（注3）',
      '作業の確認方法',
      '作業実施者',
      '作業確認者',
      '全ての作業が完了する予定日',
    ],
    exactly: true,
  },
  {
    name: '労働局 別添2 作業完了報告書',
    forms: ['rodokyoku-erasure-report'],
    facts: [
      '情報の種類（注1）',
      '情報の保存場所（注2）',
      '作業の方法（注3）',
      '作業の確認方法',
      '作業実施者',
      '作業確認者',
      '全ての作業が完了した日',
    ],
    exactly: true,
  },
  {
    name: '労働局 3.(6) 代替のリスク軽減策の承認',
    forms: ['rodokyoku-risk-measures'],
    facts: ['ウイルス対策ソフト', '脆弱性対応', '検知・監視等', '代替のリスク軽減策', '承認'],
  },
  {
    name: '労働局 3.(7)・4.(3)・7. 履行状況の報告',
    forms: ['rodokyoku-compliance-report', 'rodokyoku-improvement-plan'],
    facts: ['定期', '問題', '求め', '改善策', '承認'],
  },
  {
    name: '労働局 4.(2) インシデント・目的外利用等の報告',
    forms: ['rodokyoku-incident-report'],
    facts: ['インシデント', '目的外利用', '外部からの指摘', '履行後', '被害の程度', '記録類'],
  },
  {
    name: '労働局 6.(2) 監査対応計画書、(3) 外部監査の報告',
    forms: ['rodokyoku-audit-plan', 'rodokyoku-external-audit-report'],
    facts: ['監査内容', '対象範囲', '実施者', '受け入れる部門', '場所', '時期', '条件'],
  },
  {
    name: '区 1. 個人情報の管理体制の名簿',
    forms: ['kojinjoho-structure-roster'],
    facts: ['総括保護管理者', '保護管理者', '保護担当者', '個人情報を取り扱う従業者', '派遣労働者', '部署'],
  },
  { name: '区 2. 誓約書', forms: ['kojinjoho-pledge'], facts: ['誓約', '保護管理者', '氏名'] },
  {
    name: '区 3. 完了報告書と証明する書類',
    forms: ['kojinjoho-completion-report', 'kojinjoho-erasure-certificate'],
    facts: ['廃棄方法', '日時', 'その他', '写真', '立会い', '保護管理者', '区への返還'],
  },
  {
    name: '区 8.2.・9. 調査結果の報告',
    forms: ['kojinjoho-investigation-report'],
    facts: ['経緯', '被害状況', '再発防止策', '公表', '本人への連絡', '保護管理者'],
  },
  {
    name: '練馬区 第6条 管理責任者の選任の書面',
    forms: ['nerima-manager-appointment'],
    facts: ['管理責任者', '従事者から選任', '従事者以外から選任', '許可'],
  },
  {
    name: '練馬区 第7条 従事者の書面',
    forms: ['nerima-worker-roster'],
    facts: ['氏名', '所属', '従事期間の開始日', '従事期間の終了予定日'],
    exactly: true,
  },
  {
    name: '練馬区 第8条 変更内容の書面',
    forms: ['nerima-change-notice'],
    facts: ['第6条', '第7条', '変更前', '変更後'],
  },
  {
    name: '練馬区 第9条 教育の実施結果',
    forms: ['nerima-training-report'],
    facts: ['管理責任者', '従事者', '周知', '教育', '実施日', '結果'],
  },
  {
    name: '練馬区 五つの許可・承認',
    forms: ['nerima-permission-request'],
    facts: ['第6条', '第14条', '第16条第1号', '第16条第5号', '第17条第3項', '許可'],
  },
  { name: '練馬区 第15条第4号 送付の管理簿', forms: ['nerima-dispatch-register'], facts: ['送った日時', '追跡番号'] },
  {
    name: '練馬区 第16条第2号 持ち出しの管理簿',
    forms: ['nerima-removal-register'],
    facts: [
      '格納情報',
      '持ち出し日時',
      '持ち出した者',
      '承認者',
      '用途',
      '持ち出し先',
      '返却日時',
      '返却確認者',
      'その他',
    ],
    exactly: true,
  },
  { name: '練馬区 第16条第7号 廃棄の管理簿', forms: ['nerima-disposal-register'], facts: ['記録媒体', '廃棄'] },
  {
    name: '練馬区 第17条 返還・処分を証明する書類',
    forms: ['nerima-disposal-certificate'],
    facts: ['返還', '処分', '終了', '解除', '外部へ委託', '承認', '証明'],
  },
  {
    name: '練馬区 第18条 説明・報告、改善',
    forms: ['nerima-status-report'],
    facts: ['説明', '報告', '改善', '第三者の監査人'],
  },
  {
    name: '練馬区 第19条 事故等の記録と訓練',
    forms: ['nerima-incident-record', 'nerima-drill-record'],
    facts: ['措置', '原因', '再発防止策', '区に報告', '違反', '訓練'],
  },
  {
    name: '東大阪市 3.(12) 持込み申請',
    forms: ['higashiosaka-device-request'],
    facts: ['①持込む機器名', '②持込む理由（機器を使用して行う業務内容等も含む）', '③持込期間', '④保管場所'],
    exactly: true,
  },
  {
    name: '東大阪市 3.(4)～(6) 入室の許可と作業の記録',
    forms: ['higashiosaka-area-register', 'higashiosaka-entry-permission'],
    facts: ['申し出た作業の内容', '許可', '監視', '作業の内容と結果'],
  },
  { name: '東大阪市 4.(4) 照会作業のログ', forms: ['higashiosaka-inquiry-log'], facts: ['照会', 'ログイン画面'] },
  {
    name: '東大阪市 5.(1) 業務責任者・業務従事者の報告',
    forms: ['higashiosaka-staff-report'],
    facts: ['業務責任者', '業務従事者'],
  },
  { name: '東大阪市 5.(3) 誓約書', forms: ['higashiosaka-pledge'], facts: ['機密保持', '署名', '捺印'] },
  { name: '東大阪市 5.(6) 教育', forms: ['higashiosaka-training-record'], facts: ['教育', '業務責任者', '業務従事者'] },
  { name: '東大阪市 5.(10) 実施状況の報告', forms: ['higashiosaka-operations-report'], facts: ['実施状況'] },
  { name: '東大阪市 6.(1) 連絡体制表', forms: ['higashiosaka-contact-sheet'], facts: ['連絡', '電話'] },
  {
    name: '東大阪市 6.(4) 事故報告',
    forms: ['higashiosaka-incident-report'],
    facts: ['情報資産の内容', '件数', '事故の発生場所', '発生状況'],
    exactly: true,
  },
  {
    name: '規程 1章 2. 点検と改善計画',
    forms: ['company-inspection-report'],
    facts: ['有効に実施されて', '新たな脅威', '関連法令', '改善', '原因'],
  },
  {
    name: '規程 2章 1.～3. 秘密保持契約、返還',
    forms: ['company-nondisclosure-agreement', 'company-leaving-return'],
    facts: ['秘密', '営業秘密', '就業規則', '返還', '個人情報', '複製物'],
  },
  {
    name: '規程 2章 4. 教育計画',
    forms: ['company-training-plan', 'company-training-record'],
    facts: [
      '対象者',
      'テーマ',
      '時期',
      '情報セキュリティ関連規程の説明',
      '最新の脅威に対する注意喚起',
      '関連法令の理解',
      '個人情報の取り扱いに関する留意事項',
    ],
  },
  {
    name: '規程 2章 5. 人材育成計画',
    forms: ['company-development-plan'],
    facts: [
      '情報セキュリティマネジメント試験',
      'システム監査技術者試験',
      '情報処理安全確保支援士試験',
      '関連テキストの配付',
      '公開セミナーへの派遣',
      '受験費用の予算化',
    ],
  },
  {
    name: '規程 3章 1. 情報資産管理台帳',
    forms: ['company-asset-inventory'],
    facts: ['情報資産名称', '備考', '管理部署', '利用者範囲', '媒体・保存先', '保存期限', '機密性評価値'],
  },
  { name: '規程 3章 2. 持ち出しの許可', forms: ['company-takeout-request'], facts: ['社外秘', '極秘', '許可'] },
  {
    name: '規程 3章 3.・7章 6. 廃棄の記録',
    forms: ['company-disposal-register'],
    facts: ['細断', '溶解', '焼却', '完全消去', '譲渡', '承認', '証明書'],
  },
  {
    name: '規程 4章 3.・4.・6. アカウント',
    forms: ['company-account-request', 'company-account-nondisclosure'],
    facts: ['登録', '削除', '従業員以外', '不要になる日', '承認'],
  },
  { name: '規程 5章 1. 入退室の記録', forms: ['company-entry-register'], facts: ['レベル2', 'レベル3', '入った日時'] },
  {
    name: '規程 7章 1.・2.・4. 導入の許可・承認',
    forms: ['company-introduction-request'],
    facts: ['サーバー機器', 'ネットワーク機器', '情報セキュリティ要件', '評価', '承認'],
  },
  { name: '規程 7章 3. ログの確認', forms: ['log-check-register'], facts: ['通信ログ', '無線 LAN', '不審な通信'] },
  {
    name: '規程 9章 4. 訪問とインタビュー',
    forms: ['company-contractor-visit'],
    facts: ['訪問', 'インタビュー', '合意'],
  },
  {
    name: '規程 9章 5. 再委託の報告',
    forms: ['company-subcontract-report'],
    facts: ['契約書案の写し', '再委託先の選定基準', '証書の写し', '承認'],
  },
  {
    name: '規程 10章 3.・5.2 連絡網と復旧責任者',
    forms: ['company-contact-sheet'],
    facts: ['対応者または責任者', '携帯電話', '電子メールアドレス', '被害対象', '復旧責任者', '関係者連絡先'],
  },
  {
    name: '規程 10章 4. 社内の報告と対応の記録',
    forms: ['company-incident-report', 'company-incident-log'],
    facts: ['発生日時', '発見者', '情報資産の内容', '原因', '再発防止策', 'したこと'],
  },
  {
    name: '規程 11章 5.1.3 運用状況の記録',
    forms: ['company-my-number-register'],
    facts: ['利用・出力', '持出し', '削除・廃棄', '証明', '利用状況'],
  },
  { name: '規程 11章 5.1.5 年次点検', forms: ['company-my-number-review'], facts: ['点検', '見直し', '取扱状況'] },
  {
    name: '規程 1章 1. 委員会の体制図と、役割の任命',
    forms: ['company-committee', 'company-appointments'],
    facts: [
      '情報セキュリティ責任者',
      '情報セキュリティ部門責任者',
      '情報システム管理者',
      '教育責任者',
      'インシデント対応責任者',
      '特定個人情報事務取扱責任者',
      '特定個人情報事務取扱担当者',
      '個人情報苦情対応責任者',
      '体制図',
    ],
  },
  {
    name: '規程 10章 5.1–5.3 事業継続の定め、復旧計画、検証',
    forms: ['company-recovery-plan', 'company-recovery-review'],
    facts: [
      '想定するインシデント',
      '想定する理由',
      '被害対象',
      '復旧責任者',
      '関係者連絡先',
      '事業再開までの計画',
      '役割を分かっているか',
      '連絡がつくか',
    ],
  },
  {
    name: '規程 11章 3.1 事務取扱担当者・責任者の定め',
    forms: ['company-affairs-designation'],
    facts: ['取り扱う事務の範囲', '取り扱う特定個人情報の範囲', '特定個人情報事務取扱責任者', '従事する事務'],
  },
  {
    name: '規程 11章 2.1・2.2 利用目的の通知・公表・明示、変更の通知',
    forms: ['company-purpose-notice'],
    facts: ['利用目的の通知', '利用目的の公表', '利用目的の明示', '変更前の利用目的'],
  },
  {
    name: '規程 11章 6.1 開示・不開示の決定の通知と開示の書面',
    forms: ['company-disclosure-notice'],
    facts: ['権利利益を害するおそれ', '著しい支障', '他の法令に違反', '保有していない', '開示する内容'],
  },
  {
    name: '規程 11章 6.2・6.3 訂正等、利用停止等の通知',
    forms: ['company-correction-notice', 'company-suspension-notice'],
    facts: ['訂正', '追加', '削除', '利用の停止', '消去', '第三者への提供の停止', '再度の申出', '理由'],
  },
  {
    name: '区の個人情報 前文 別紙4の項目についての対応内容',
    forms: ['kojinjoho-handling-rules'],
    facts: ['別紙4の項目', '対応内容'],
  },
  {
    name: '区の個人情報 7. 認証とパスワード等の管理に関する定め',
    forms: ['kojinjoho-password-rules'],
    facts: ['情報システム室', '保管施設', '認証の機能', '見直し'],
  },
  { name: '承認する者の書面', forms: ['approval'], facts: ['文書番号', 'ハッシュ', '承認する', '承認しない', '条件'] },
];
