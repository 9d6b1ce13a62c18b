import type { EntryProblem } from '../zip/directory.ts';

/** Why a file inside another is not handed out. */
export type InnerProblem =
  | EntryProblem
  /** The file that holds others ends before its end. */
  | 'cut'
  | 'split'
  /** Some of what should be in it is not there. */
  | 'missing'
  | 'too-large'
  | 'bomb'
  | 'too-much'
  | 'too-many'
  | 'too-deep'
  | 'too-long'
  | 'mail-packed'
  | 'mail-sealed'
  | 'elsewhere';

const again = '差出人に送り直しを頼んでください。';
const resend = 'PDF をそのまま（まとめずに）送り直すよう、差出人に頼んでください。';

const words: Readonly<Record<InnerProblem, string>> = {
  password:
    'パスワードがかかっているので、開いていません。差出人から届いたパスワードで展開（解凍）してから、中の PDF を選んでください。',
  method: `開けない方式で圧縮されています。展開（解凍）してから、中の PDF を選んでください。できないときは、${resend}`,
  link: `中身ではなく、ほかの場所を指すリンクなので、開いていません。${resend}`,
  zip64: `4GB を超えるファイルのための書き方なので、開いていません。展開（解凍）してから、中の PDF を選んでください。`,
  damaged: `壊れているので、開けません。${again}`,
  overlap: `ほかのファイルと中身が重なる、ふつうのソフトが作らない ZIP なので、開いていません。${resend}`,
  twice: `同じ名前のファイルが二つ以上あり、どれを送られたのかわからないので、開いていません。${resend}`,
  'long-name': `名前が長すぎるので、開いていません。名前を短くして送り直すよう、差出人に頼んでください。`,
  cut: `途中で切れているので、開けないファイルがあります。もう一度受け取るか、${again}`,
  split: `いくつかに分けられた ZIP の一つなので、開けません。全部をそろえて展開（解凍）してから、中の PDF を選んでください。`,
  missing: `入っているはずのファイルの一部が見つかりません。もう一度受け取るか、${again}`,
  'too-large':
    '20MB を超えるため、開いていません。このサイトで作った PDF はこれほど大きくなりません。差出人に確かめてください。',
  bomb: `ふつうでは考えられないほど縮められているので、開いていません。${resend}`,
  'too-much': `中身が多すぎるため、ここから先は開いていません。いくつかに分けるか、展開（解凍）してから、中の PDF を選んでください。`,
  'too-many': `入っているファイルが多すぎるため、ここから先は開いていません。いくつかに分けるか、展開（解凍）してから、中の PDF を選んでください。`,
  'too-deep': `まとめたファイルの中に、まとめたファイルが何重にも入っているため、開いていません。展開（解凍）してから、中の PDF を選んでください。`,
  'too-long': `開くのに時間がかかりすぎるため、ここから先は開いていません。展開（解凍）してから、中の PDF を選んでください。`,
  'mail-packed':
    'Outlook だけが開ける添付（winmail.dat）なので、開けません。メールの形式を「HTML」か「テキスト」にして、PDF を添付し直すよう、差出人に頼んでください。',
  'mail-sealed': '暗号化されたメールなので、開けません。メールソフトで開き、添付の PDF を保存して選んでください。',
  elsewhere: '添付ではなく、ほかの場所に置かれたファイルです。メールソフトで開き、PDF を保存して選んでください。',
};

/** Japanese: why a file inside another was not opened, and what to do. */
export function innerMessage(problem: InnerProblem): string {
  return words[problem];
}
