/**
 * What makes of a number at a line's beginning a quantity: `3 年間`, `5 名の`, `2 回以上`, `１０％`. The unit alone does not, since
 * many words begin with its letter: `３　人事部`, `２ 個人情報`, `４ 年度末`, `2 日本`, `2 時刻`.
 */
const units =
  '(?:年|[かヶカケ]月|月|日|時|分|秒|週|名|人|個|件|回|階|台|円|倍|割|度|点|歳|枚|本|冊|カ所|か所|箇所|段階|種類|営業日|ページ|頁|つの)';
const goesOn =
  '(?:[ぁ-ん、，。．)）／/〜～~\\-－]|[0-9０-９]|間(?![違隔接外])|以[上下内降前後]|未満|程度|(?<=[年月日時分秒週回])[前後]|目(?![的標次録])|分(?![類析担散割])|当たり|末(?![端調])|ごと|毎|超|$)';

/** Source of a pattern for the words behind a number that make it a quantity. */
export const quantity = `(?:${units}${goesOn}|[%％〜～~]|-[0-9])`;
