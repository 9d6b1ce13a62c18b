import type { FileKind } from './file-kind.ts';

/** Kinds that nobody needs to be told of: they are what was wanted. */
type Told = Exclude<FileKind, 'pdf'>;

const again = '差出人に、署名したときにダウンロードした PDF をそのまま添付して送り直すよう頼んでください。';
const unseen = '署名は調べていません。';

const words: Readonly<Record<Told, string>> = {
  'pdf-cut': `途中で切れた PDF です。受け取らず、${again}`,
  'pdf-behind': `PDF の先頭に、別のデータが付いています（メールや通信の途中で付いたもの）。${again}`,
  empty: '中身が空のファイルです。もう一度受け取るか、差出人に送り直しを頼んでください。',
  partial: `ダウンロードの途中のファイルです。${unseen}ダウンロードが終わってから、できた PDF を選んでください。`,
  zip: `ZIP（まとめたファイル）です。${unseen}展開（解凍）して、中の PDF を選んでください。`,
  'zip-password': `パスワードのかかった ZIP です。${unseen}差出人から届いたパスワードで展開（解凍）して、中の PDF を選んでください。`,
  'zip-damaged': `壊れているか、途中で切れた ZIP です。${unseen}もう一度受け取るか、差出人に送り直しを頼んでください。`,
  archive: `圧縮されたファイル（LZH・7z・RAR など）です。${unseen}展開（解凍）して、中の PDF を選んでください。`,
  program: `プログラム（.exe など）です。${unseen}開かずに、差出人に何を送ったのか電話で確かめ、PDF のまま送り直すよう頼んでください。`,
  word: `Word の文書です。${unseen}このサイトの署名は Word には付きません。署名した PDF を送るよう、差出人に頼んでください。`,
  excel: `Excel のブックです。${unseen}このサイトの署名は Excel には付きません。署名した PDF を送るよう、差出人に頼んでください。`,
  powerpoint: `PowerPoint の資料です。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  'word-old': `Word の古い形式（.doc）の文書です。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  'excel-old': `Excel の古い形式（.xls）のブックです。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  'powerpoint-old': `PowerPoint の古い形式（.ppt）の資料です。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  'office-password': `パスワードのかかった Word や Excel のファイルです。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  document: `PDF ではない文書（一太郎・OpenDocument・RTF など）です。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  mail: `メール（.eml）です。${unseen}メールソフトで開き、添付の PDF を保存して選んでください。`,
  'mail-outlook': `Outlook のメール（.msg）です。${unseen}Outlook で開き、添付の PDF を保存して選んでください。`,
  'mail-packed': `Outlook だけが開ける添付（winmail.dat）です。${unseen}差出人に、メールの形式を「HTML」か「テキスト」にして、PDF を添付し直すよう頼んでください。`,
  'mail-sealed': `メールの署名か、暗号化されたメール（.p7s・.p7m）です。${unseen}メールソフトで元のメールを開き、添付の PDF を保存して選んでください。`,
  'html-sign-in': `サインインの画面（ウェブページ）です。${unseen}共有サービスなどから受け取るときに、PDF の代わりに保存されたものです。ブラウザーでサインインしてから、もう一度ダウンロードしてください。`,
  html: `ウェブページ（HTML）です。${unseen}PDF の代わりに保存されたものかもしれません。元の場所から PDF をダウンロードするか、署名した PDF を送るよう、差出人に頼んでください。`,
  shortcut: `ショートカット（置き場所へのリンク）で、中身はありません。${unseen}リンクの先を開き、PDF をダウンロードして選んでください。`,
  image: `画像です。${unseen}写真やスキャンには、このサイトの署名がありません。署名した PDF を送るよう差出人に頼むか、紙の手順で確かめてください。`,
  answers:
    '途中の回答のファイルです。署名がないので、ここでは使えません。署名した PDF を送るよう、差出人に頼んでください。',
  backup:
    'このサイトの控え（台帳・管理簿・名簿など）のファイルです。署名がないので、ここでは使えません。控えを読み込むときは、それを作った頁で選んでください。',
  text: `文字だけのファイルです。${unseen}署名した PDF を送るよう、差出人に頼んでください。`,
  unknown: `PDF ではなく、何のファイルかわかりません。${unseen}差出人に何を送ったのか確かめ、署名した PDF を送るよう頼んでください。`,
};

/** Japanese: what a file is that is no sound PDF, and what to do next. */
export function describeKind(kind: Told): string {
  return words[kind];
}

/** The same of a kind that was written down; undefined for one that this site does not know, or of which nothing is to be told. */
export function findKindWords(kind: string): string | undefined {
  return isTold(kind) ? words[kind] : undefined;
}

function isTold(kind: string): kind is Told {
  return Object.hasOwn(words, kind);
}
