/** A line of `site` in organization.yaml, as a person is asked for it. */
export interface SiteField {
  /** e.g. `site.title` */
  path: string;
  question: string;
  /** What it is for, with an example. */
  help: string;
  /** In characters. */
  longest: number;
  /** What the field takes besides nothing, as a pattern of HTML, and what to do when it is something else. */
  form?: { pattern: string; fault: string };
}

const name = {
  pattern: '[^。．！？!?\\{\\}<>]*',
  fault: '文にせず、名前だけを書いてください（。！？ と { } < > は使えません）。',
};

/** In the order of the file. */
export const siteFields: readonly SiteField[] = [
  {
    path: 'site.title',
    question: '規程集の名前',
    help: '各頁の上、タブ、署名付きPDFの1枚目に入ります。空なら「会社名 規程集」です。例: 見本商事 規程集',
    longest: 60,
    form: name,
  },
  {
    path: 'site.short',
    question: '短い名前',
    help: '印刷した紙の下と、狭い画面に使います。例: 見本商事',
    longest: 60,
    form: name,
  },
  {
    path: 'site.mark',
    question: '印の文字',
    help: '名前の左の四角とタブに入れる1〜2文字です。空なら会社名の初めの字です。例: 見',
    longest: 2,
    form: { pattern: '[\\p{L}\\p{N}]{0,2}', fault: '文字か数字を、2字まで入れてください。' },
  },
  {
    path: 'site.logo',
    question: 'ロゴのファイル名',
    help: '印の文字の代わりに置きます。SVGかPNG（50KBまで）を organization.yaml と同じフォルダーに置き、名前をここに書きます。例: logo.svg',
    longest: 200,
    form: {
      pattern: '(?![\\/.])[^\\\\:*?"\\<\\>\\|]+\\.([sS][vV][gG]|[pP][nN][gG])',
      fault: '.svg か .png で終わるファイルの名前を書いてください。例: logo.svg',
    },
  },
  {
    path: 'site.accent',
    question: '色',
    help: 'リンク・ボタン・線の色です。# と6桁で書きます。暗い配色の色は、ここから作ります。例: #0b5a8a',
    longest: 7,
    form: { pattern: '#[0-9A-Fa-f]{6}', fault: '# に続けて、0〜9 と A〜F を6桁書いてください。例: #0b5a8a' },
  },
  {
    path: 'site.addressee',
    question: '提出先',
    help: '確認リストなどの「提出先」に、はじめから入れておく宛先です。例: 総務部 情報セキュリティ担当',
    longest: 100,
  },
  {
    path: 'site.footer',
    question: '各頁の下に置く一行',
    help: '例: 社外秘。見本商事株式会社 総務部',
    longest: 200,
  },
];
