import { distance } from '../../core/text/distance.ts';

/** What a column of a list holds. */
export type ColumnRole =
  | 'number'
  | 'category'
  | 'question'
  | 'answer'
  | 'kind'
  | 'options'
  | 'unit'
  | 'evidence'
  | 'guidance'
  /** Filled in by whoever answers, or of no use to them. */
  | 'other';

/** Words of a head, folded, and how sure they are. */
const words: readonly (readonly [role: ColumnRole, weight: number, words: string])[] = [
  [
    'number',
    5,
    'no 番号 項番 項目番号 通番 連番 管理番号 設問番号 質問番号 整理番号 管理no 設問no 質問no 項目no q id #',
  ],
  [
    'category',
    5,
    '大項目 中項目 大分類 中分類 小分類 分類 区分 カテゴリ カテゴリー 領域 分野 章 節 管理区分 対策区分 観点 テーマ セクション',
  ],
  ['category', 2, '項目 小項目 確認項目 点検項目 評価項目 チェック項目'],
  [
    'question',
    6,
    '確認内容 質問内容 設問内容 質問事項 チェック内容 点検内容 評価内容 要求事項 要求内容 管理策 設問文 質問文 問い',
  ],
  [
    'question',
    5,
    '確認項目 設問 質問 チェック項目 点検項目 評価項目 確認事項 調査項目 監査項目 自己点検項目 確認ポイント question 点検事項 遵守事項',
  ],
  ['question', 3, '内容 対策 対策内容 小項目 具体的な内容 実施内容'],
  ['question', 2, '項目'],
  [
    'answer',
    5,
    '回答 回答欄 実施状況 評価 結果 確認結果 点検結果 判定 実施有無 実施の有無 有無 対応状況 遵守状況 自己評価 ご回答 記入欄 達成状況 現状 状況 チェック チェック欄 実施 answer',
  ],
  ['kind', 6, '回答形式 回答方法 回答種別 回答の形式 回答タイプ 入力形式 形式'],
  ['options', 6, '選択肢 回答選択肢 選択項目'],
  ['unit', 6, '単位'],
  [
    'evidence',
    5,
    '証跡 エビデンス 確認資料 根拠資料 証拠 証憑 記録 添付資料 提出資料 確認書類 記録の例 証跡の例 証跡例 エビデンス例 確認する資料 必要書類 確認資料の例',
  ],
  [
    'guidance',
    5,
    '備考 補足 説明 補足説明 判断基準 判定基準 評価基準 判断の目安 記入例 回答例 解説 留意点 留意事項 ヒント ガイド 着眼点 確認方法 注記 注釈 記入要領 記載要領 確認の観点 対策例 実施例 コメント 注意事項',
  ],
  [
    'other',
    5,
    '回答者 担当 担当者 担当部署 記入者 記入日 回答日 期限 対応期限 対応予定日 予定日 改善予定 改善内容 承認 確認者 点検者 前回 前回結果 判定者 配点 得点 点数 重要度 優先度 特記事項',
  ],
];

const known = words.flatMap(([role, weight, list]) => list.split(' ').map((word) => ({ role, weight, word })));

/** A head as it is compared: without width, spaces, marks and what stands in brackets. */
export function foldHead(text: string): string {
  return text
    .replaceAll('№', 'No')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[［【<＜].*?[)）\]］】>＞]/gs, '')
    .replace(/[\s.,:;・*＊※★☆■□◆◇▼▽、。：／/_|-]/gu, '');
}

/**
 * What a head may stand for, with how sure that is: the word itself, a word within it (お客様番号 holds 番号), or one with a
 * letter astray.
 */
export function rolesOf(head: string): Map<ColumnRole, number> {
  const folded = foldHead(head);
  const roles = new Map<ColumnRole, number>();
  // A sentence is no head.
  if (folded === '' || folded.length > 20) return roles;
  for (const { role, weight, word } of known) {
    const sure = closeness(folded, word);
    if (sure > 0) roles.set(role, Math.max(roles.get(role) ?? 0, weight * sure));
  }
  return roles;
}

function closeness(head: string, word: string): number {
  if (head === word) return 1;
  if (word.length < 2) return 0;
  // What a head ends with says what it is: 情報セキュリティ対策の確認項目.
  if (head.endsWith(word)) return 0.8;
  if (word.length >= 3 && distance(head, word) === 1) return 0.7;
  return head.startsWith(word) ? 0.6 : 0;
}
