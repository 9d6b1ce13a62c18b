/** What is said of a file that no verifier looks into. */
export const unreadMessages = {
  'too-large':
    '20MB を超えるため、開いていません。このサイトで作った PDF はこれほど大きくなりません。差出人に確かめてください。',
  unreadable:
    'ファイルを読めませんでした。ほかのソフトで開いていないか、移していないかを確かめ、もう一度選んでください。',
  folder: 'フォルダーは読めません。中の PDF を選んでください。',
  interrupted:
    '調べている途中で止まりました。このファイルのことは何もわかっていません。もう一度選んでください。また止まるときは、差出人に元のファイルを送り直してもらってください。',
} as const;
