import type { RefusedRow, RowRemark } from './read-rows.ts';
import type { SyncProblem } from './sync.ts';

const remarks: Readonly<Record<RowRemark['kind'], string>> = {
  'not-a-day': '年月日として読めません。そのままの文字で入れます',
  'no-time': '時刻がありません。日付だけを入れます',
  'day-of-row': 'この行の日付の時刻として読みました',
  'time-cut': '日付だけの欄なので、時刻は入れません',
  'not-a-number': '数として読めません。そのままの文字で入れます',
  'no-option': '選択肢にありません。そのままの文字で入れます',
  error: '計算のエラーなので、入れません',
  serial: '日付の欄に数がありました。Excel の日付として読みました',
};

/** What there is to know of cells that were taken. */
export function remarkMessage(kind: RowRemark['kind']): string {
  return remarks[kind];
}

/** Why a row was not taken. */
export function refusedMessage({ kind, heading }: RefusedRow): string {
  return kind === 'too-long'
    ? `「${heading}」が 5,000 字を超えています`
    : `どの記録にも要る欄（${heading}）が、どれも空です`;
}

const stays = 'この端末の記録はそのままです。';

const problems: Readonly<Record<SyncProblem, string>> = {
  gone: 'ファイルが見つかりません。名前が変わったか、移されたか、消されています。「結び付けをやめる」を押してから、選び直してください。',
  locked:
    'ほかのプログラム（OneDrive、Excel など）がファイルを使っていて、書けません。閉じれば、次のときに自動で書き込みます。',
  'no-permission': 'ファイルを読み書きする許可がありません。「許可する」を押してください。',
  full: 'ファイルのある場所に、空きがありません。空きを作ってから「いま合わせる」を押してください。',
  failed:
    'ファイルを読み書きできません。フォルダーにつながっているかを確かめてください。次のときに自動でやり直します。',
  'too-large': 'ファイルが大きすぎます（20 MB まで）。',
  'too-many':
    '合わせると、管理簿に載せられる量（20,000 件、一件につき 200 回の直し）を超えるので、書いていません。古い記録を控えに移して減らしてください。',
  'not-json':
    'ファイルが壊れていて読めないので、上書きしていません。ファイルの名前を変えて取っておき、「結び付けをやめる」を押して、新しいファイルを作ってください。',
  damaged:
    'ファイルに、このサイトの書き方と違う記録があるので、上書きしていません。ファイルの名前を変えて取っておき、「結び付けをやめる」を押して、新しいファイルを作ってください。',
  emptied:
    'ファイルの中身がなくなっているので、上書きしていません。共有フォルダーの以前の版を確かめ、戻せないときは「結び付けをやめる」を押して、新しいファイルを作ってください。',
  'other-file': 'このファイルは管理簿ではありません。上書きしていません。',
  'other-register': 'このファイルは、ほかの管理簿のものです。上書きしていません。',
  newer: 'このファイルは、より新しい版のサイトで書かれています。この頁を開き直してください。',
  busy: 'ほかの人が続けて書いているので、まだ書き込めていません。次のときに自動でやり直します。',
};

/** What stands between the device and the file, and what to do. */
export function syncMessage(problem: SyncProblem): string {
  return problems[problem] + stays;
}
