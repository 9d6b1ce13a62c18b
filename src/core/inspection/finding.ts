/** What an inspection finds, in the order it is reported. */
export const findingKinds = ['reference', 'undefined', 'variant', 'product', 'roleName', 'unlisted', 'blank'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How sure a finding is, in the words of the editor's notes. */
export type Certainty = '確実' | '推定' | '要確認';

export interface FindingPlace {
  /** e.g. `規程 7章 2.1 第1文` */
  label: string;
  /** Path from the site's base, with the anchor. */
  url: string;
}

/** One thing to mend or to ask about: what it is, where, and what to do. */
export interface Finding {
  kind: FindingKind;
  /** The same finding in two inspections has the same key. */
  key: string;
  certainty: Certainty;
  /** At least one. */
  places: FindingPlace[];
  found: string;
  advice: string;
}

interface KindWords {
  title: string;
  /** What is looked for, and how. */
  lead: string;
}

/** How each kind is called on pages. */
export const kindWords: Record<FindingKind, KindWords> = {
  reference: {
    title: '行き先のない参照',
    lead: '文の中の番号や題が、どこにも行き着かないもの。編集注に書いたものと、見出し・条の番号を突き合わせて見つけたもの。',
  },
  undefined: {
    title: '定めのない語',
    lead: 'だれを、又は何を指すかが、その文書に書かれていない役割と語。',
  },
  variant: {
    title: '表記・用語の揺れ',
    lead: '同じ語の書き方や、同じものを指すとみられる語が分かれているもの。括弧の中は、使われている数。',
  },
  product: {
    title: 'サポートの終わった製品',
    lead: '開発元のサポートが終わったとされる製品の名。',
  },
  roleName: {
    title: '役割の名の重なり',
    lead: '自社の二つの役割に、同じ名が付いているもの。',
  },
  unlisted: {
    title: '用語の一覧にない定義',
    lead: '条の中で語を定めているが、用語の一覧に載っていないもの。',
  },
  blank: {
    title: '埋めていない空欄',
    lead: 'ひな形が会社に任せていて、まだ決めていない所。',
  },
};
