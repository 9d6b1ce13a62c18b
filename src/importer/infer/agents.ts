/*
 * Words for those who act. A thing is never one: 記録媒体は, パスワードは.
 */

/** Endings of a noun that names a person or a body, longest first where one ends in another. */
const endings = [
  '責任者|管理者|担当者|取扱者|利用者|使用者|従事者|監督者|運用者|作業者|開発者|発見者|申請者|出席者|受講者|統括者|保管者',
  '委託者|受託者|再委託先|委託先|委託元|受注者|発注者|注文者|請負者|請負人|受任者|事業者|業者',
  '従業員|従業者|派遣社員|社員|職員|役職員|役員|教職員|委員|係員|監査人|監査員|監査役|構成員|組合員|会員',
  '委員会|協議会|審査会|部会|事務局|取締役会|理事会',
  '代表取締役社長|代表取締役|取締役|代表者|社長|会長|理事長|所属長|部門長|施設長|センター長|部長|課長|室長|所長|局長|係長|支店長|工場長|店長|園長|校長|学長|院長|組合長|市長|区長|町長|村長|知事',
  '情報システム部門|管理部門|担当部署|担当部門|主管部門|主管課|所管課|総務部|総務課|人事部|経理部|法務部|監査室|情報システム部|情報システム課',
  '当社|弊社|会社|当法人|当組合|本会|当会|当院|当館|当校|当施設',
  '医師|看護師|薬剤師|技師|保健師|介護士|栄養士|指導医|主治医|教頭|教諭|教員|講師|保育士|司書|建築士|取引士|弁護士|守衛|班長|組長|職長|店員|保守員|警備員|メーカー|ベンダー',
].join('|');

/** One letter that ends the name of an office or a body, and words that end in it without being one: 受付係, but not 関係. */
const suffixes = [
  '(?<!延|成|特|身|全|増|冗|波|最|助)長',
  '(?<!人|満|定|全|増|減|要|動|欠|充|復|幅|総)員',
  '(?<!後|前|両|第三|他|部外|当事|関係|該当|対象|未成年|未経験|患|死|故|学|再)者',
  '(?<![関連])係',
  '(?<=[一-鿿ァ-ヺー])担当(?![すしさ])',
  '(?<=[一-鿿ァ-ヺー])課',
  '(?<=[一-鿿ァ-ヺー])(?<!一|全|内|外|上|下|細|幹|深|腹|頭)部',
  '(?<=委員|役員|理事|評議員|協議|審査|総|取締役|教授|職員|町|自治|連合|後援|保護者|同窓)会',
  '(?<=実習|研修|研究|学|受験)生',
  '(?<=事業|施|荷|世帯|使用|雇用)主',
].join('|');

/** Letters that may stand before the ending in one word: 情報システム管理者, but not 及び管理者. */
const before = '(?:(?![及又並若各])[一-鿿々〆ァ-ヺーA-Za-zＡ-Ｚａ-ｚ・]){0,18}?';

/** 甲 and 乙 stand alone: not 甲種, not 乙号. So does 市. */
const letters = '(?<![一-鿿々])(?:[甲乙丙丁]|[本当貴]?[市区町村県国])(?!(?![及又並若])[一-鿿々])';

/** A word that names somebody. */
export const agentPattern = new RegExp(
  `(?:${before}(?:${endings}|(?<=[一-鿿ァ-ヺー])(?:${suffixes})))(?!(?![及又並若等]|以外)[一-鿿々ァ-ヺー])|${letters}`,
  'gu',
);

/** Somebody who is spoken of but has no part in the rule, or nobody in particular. */
export const strangers =
  /^(?:第三者|他者|部外者|当事者|関係者|本人|代理人|他の事業者|外国の事業者|個人情報取扱事業者|該当者|対象者|未成年者|両者|前者|後者)$/u;

/** Words that are one and the same where a document has a role for one of them only. */
export const classes = {
  own: /^(?:当社|弊社|会社|自社|当法人|当組合|本会|当会)$/u,
  client: /^(?:委託元|委託者|発注者|注文者|甲)$/u,
  contractor: /^(?:委託先|受託者|受注者|請負者|受託事業者|受託業者|請負人|乙)$/u,
  authority: /^(?:本|当|貴)?[一-鿿]{0,12}(?:市|区|町|村|都|道|府|県|国|省|庁|局)$/u,
  people: /^(?:全)?(?:従業員|従業者|社員|職員|役職員|教職員|役員及び従業員)等?$/u,
} as const;

export type AgentClass = keyof typeof classes;

/** Words before a name that belong to the sentence, not to the name. */
export const leading = /^(?:当該|各|全|同|前記|上記|本(?=[一-鿿]*(?:責任者|管理者|担当者)))/u;
