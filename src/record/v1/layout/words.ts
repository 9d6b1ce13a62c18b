/** The fixed words of the pages. */
export const words = {
  number: '文書番号',
  version: '定義の版',
  generator: '作成',
  attentionLegend: '▲ ×の行',
  openLegend: '◇ 未回答の行',
  attentionMark: '▲',
  openMark: '◇',
  bullet: '・',
  continued: '（続き）',
  signature: '電子署名',
  signer: '署名者（自己表示）',
  fingerprint: '証明書の指紋（SHA-256）',
  signedAt: '署名者の時計',
  japanTime: '（日本時間）',
  signatureSentences: [
    'この署名が示すこと：署名のあとにこのファイルが改ざんされていないことと、署名者が自分で名乗った名前（自己表示）。',
    '示さないこと：本人確認、証明書の失効の有無、署名した時刻の証明。時刻は署名した端末の時計によります。法的効力をうたうものではありません。',
    '自己署名の証明書を使うため、Acrobat などの閲覧ソフトでは署名者を確認できない旨の警告が出ます。指紋を電話などで読み合わせて確かめてください。',
  ],
  substitution: (list: string): string =>
    `次の文字は書体に同じ字形がないため、基本の字形で印刷しています：${list}。データには入力された元の文字を残しています。`,
} as const;

/** Their characters, for the font; figures and signs of numbers, dates and code points, and the blank before a paragraph included. */
export const fixedTexts: readonly string[] = [
  ...Object.values(words).flatMap((word) => (typeof word === 'function' ? word('、U+') : word)),
  '0123456789ABCDEFabcdef/:. 　年月日…',
];
