import type { Grade } from './verification.ts';

/** What a refusal says about tampering, the one thing it can say: everything else in the file is not believed. */
const changed: Grade = { grade: 'bad', label: '署名後に変更' };
const unreadable: Grade = { grade: 'bad', label: '読み取れない' };
const unlike: Grade = { grade: 'bad', label: '様式が違う' };
const unsigned: Grade = { grade: 'none', label: '署名なし' };
const notJudged: Grade = { grade: 'none', label: '判断しない' };

interface Refusal {
  tampering: Grade;
  /** Japanese: what it means, and what to do. */
  message: string;
}

const askAgain = '受け取らず、差出人に送り直しを頼んでください。';
const asDownloaded = '受け取らず、署名したときにダウンロードしたファイルをそのまま送るよう、差出人に頼んでください。';

/** Every reason a file is refused for. Ids are permanent: they stand in results that people keep. */
const reasons = {
  unreadable: {
    tampering: notJudged,
    message: 'ファイルを開けません。場所と名前、読み取りの権限を確かめてください。',
  },
  'too-large': {
    tampering: notJudged,
    message:
      'ファイルが20MBを超えています。署名付きの確認リストならこの大きさにはなりません。送られたファイルを確かめてください。',
  },
  empty: {
    tampering: unreadable,
    message: `ファイルの中身が空です。ダウンロードか送信の途中で失われたようです。${askAgain}`,
  },
  // Which file it is, the verifier says (src/verifier/name-file.ts).
  'not-a-pdf': {
    tampering: notJudged,
    message:
      'PDFではありません。署名付きPDFを選んでください。届いたものがこれだけなら、差出人に署名付きPDFを頼んでください。',
  },
  'something-before': {
    tampering: changed,
    message: `PDFの先頭に、署名のあとで別のデータが付いています（メールや通信の途中で付いたもの）。${asDownloaded}`,
  },
  truncated: {
    tampering: unreadable,
    message: `ファイルが途中で切れています。${askAgain}`,
  },
  appended: {
    tampering: changed,
    message: `署名のあとで、ファイルに書き足されています（注釈・別の署名・保存のし直しなど）。${asDownloaded}`,
  },
  'not-signed': {
    tampering: unsigned,
    message: '署名がありません。署名付きPDFを送るよう差出人に頼むか、紙の手順で確かめてください。',
  },
  'signed-elsewhere': {
    tampering: notJudged,
    message:
      '署名はありますが、このサイトの様式ではありません。このサイトで作ったPDFをほかのソフトで保存し直したものなら、元のファイルを送り直すよう差出人に頼んでください。ほかのソフトで署名したものなら、ここでは確かめられないので、そのソフトで確かめてください。',
  },
  'resaved-or-damaged': {
    tampering: changed,
    message: `ファイルの作りが、署名したときと違います。ほかのソフトで保存し直されたか、壊れています。${asDownloaded}`,
  },
  'several-signatures': {
    tampering: unlike,
    message: `署名が二つ以上あります。このサイトのPDFには一つだけです。${asDownloaded}`,
  },
  'range-not-whole-file': {
    tampering: unlike,
    message: `署名がファイルの全体を守っていません。守られていない所は書き換えられるので、信用できません。${asDownloaded}`,
  },
  'contents-not-upper-case-hex': {
    tampering: changed,
    message: `署名を収めた欄が書き換えられています。${asDownloaded}`,
  },
  'padding-not-zero': {
    tampering: changed,
    message: `署名を収めた欄の余白に、何かが書き込まれています。${asDownloaded}`,
  },
  'signature-not-canonical': {
    tampering: unlike,
    message: `署名の形式が、このサイトのものと違うか、壊れています。${asDownloaded}`,
  },
  'changed-after-signing': {
    tampering: changed,
    message: `署名のあとで内容が変わっています。${askAgain}`,
  },
  'signature-wrong': {
    tampering: changed,
    message: `署名が、書かれている証明書の鍵によるものではありません。${askAgain}`,
  },
  'certificate-replaced': {
    tampering: changed,
    message: `署名したときの証明書が、別のものに差し替えられています。${askAgain}`,
  },
  'page-covered': {
    tampering: unlike,
    message: `署名欄のほかに、注釈や入力欄がページに重なっています。見えている文字が本文とは限りません。${asDownloaded}`,
  },
  'attachment-missing': {
    tampering: unlike,
    message:
      '署名は正しいのですが、回答のデータ（kitei.json）が付いていません。このサイトで作ったPDFを送るよう、差出人に頼んでください。',
  },
  'several-attachments': {
    tampering: unlike,
    message: `添付のデータが二つ以上あり、どちらが回答か決められません。${asDownloaded}`,
  },
  'data-unreadable': {
    tampering: unlike,
    message:
      '署名は正しいのですが、回答のデータ（kitei.json）を読み取れません。このサイトで作り直すよう、差出人に頼んでください。',
  },
  'data-not-canonical': {
    tampering: unlike,
    message:
      '署名は正しいのですが、回答のデータ（kitei.json）の書き方がこのサイトと違い、読む人によって別の答えに見えるおそれがあります。受け取らず、このサイトで作り直すよう、差出人に頼んでください。',
  },
  'data-newer': {
    tampering: notJudged,
    message:
      '回答のデータ（kitei.json）が、このサイトより新しい版で作られています。このページを読み込み直してください。それでも同じなら、サイトの管理者に更新を頼んでください。',
  },
  'not-understood': {
    tampering: unreadable,
    message: `ファイルの作りを理解できません。壊れているおそれがあります。${asDownloaded}`,
  },
} as const satisfies Record<string, Refusal>;

export type RefusalReason = keyof typeof reasons;

/** Why a file is refused, in Japanese, and how far the one grade goes that can be given. */
export const refusals: Readonly<Record<RefusalReason, Refusal>> = reasons;

/** Stops the verification of a file. */
export class RefusalError extends Error {
  override name = 'RefusalError';
  readonly reason: RefusalReason;

  /** @param detail for developers: what was found, where. */
  constructor(reason: RefusalReason, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.reason = reason;
  }
}
