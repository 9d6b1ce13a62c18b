/*
 * Words by which a place, or what introduces it, is told to be no duty.
 */

/** What is listed is no duty: the cases that a rule leaves out. */
export const cases = /(?:次|以下|各号|いずれか)[^。]{0,24}(?:場合|とき|もの|者|情報)[^。]{0,6}(?:を除き|を除く|以外)/u;

/** What follows explains a scale, a division or a word: 以下の基準に従って評価する. */
export const scale =
  /(?:次|以下|下記|下表|別表)[^。]{0,12}(?:基準|区分|分類|定義|レベル|目安|参考に[^。]{0,12}(?:判断|評価|分類|区分))/u;

/** A line that says how something is, and not that it be done: 認証を取得している, 適切であること. */
export const state = /(?:[てで]い(?:る|ない)|である|がある|がない|はない)(?:こと)?$/u;

/** What follows is thought of, and nobody's to do: 以下の事態を想定する. */
export const thought = /(?:次|以下|下記)[^。]*を(?:想定する|対象とする|前提とする|例とする)$/u;

/** A name that says what stands below it is an explanation. */
export const explains = /^(?:趣旨|解説|説明|参考|補足|注記|備考|例|記載例|留意点の解説)$/u;

/** 編集時注意：, 備考：, 例）: a remark beside the rules. */
export const remark = /^(?:編集時注意|編集上の注意|作成上の注意|注意|備考|参考|補足|注|例|記入例)[:：）)]/u;

/** 適用範囲｜全社: whom or what the document is about. */
export const scope = /^(?:適用範囲|適用対象|対象範囲|対象|文書番号|制定日|改訂日|改定日|施行日|所管|主管)$/u;

/** 保護担当者：…を担当する者, *個人データ：…を構成する個人情報: a word and what it means. */
export const meaning =
  /^[*＊]?[^：、。]{2,20}：[^。]*(?:者|もの|ことをいう)$|^[*＊][^：、。]{2,20}：[^。]*[^。いうくすつぬむるだ]$/u;

/** 業務上必要な場合は、…の許可を得る。 after a ban opens it. */
export const exception =
  /必要(?:な場合|なとき|があるとき|がある場合)[^。]*(?:許可|承認|承諾)を(?:得る|受ける)(?:こと)?$/u;

/** A list that asks how things are. */
export const checkList = /確認(?:リスト|表|票)|チェック(?:リスト|シート|表)|点検(?:表|票|シート)/u;

/** Addresses and numbers to call. */
export const contact = /https?:|TEL|電話番号|E-?mail|メールアドレス：|FAX[:：]/iu;

/** 従業者は指示に従い行うこととして定め、遵守させる: the one who makes them do it is another. */
export const heldTo = /、[^、]{0,12}(?:遵守|順守|徹底)させ(?:る|なければ)/u;
