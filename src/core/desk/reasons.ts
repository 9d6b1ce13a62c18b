/**
 * Why a file is not received. `changed`: after it was signed; `unreadable`: it did not arrive whole; `unlike`: its signature or
 * its data are not as this site makes them; `contradicted`: its pages do not say what its data say; `altered`: under the same
 * version it asks something else; `no-answers`: nothing in it is answered.
 */
export type RefuseReason =
  | 'changed'
  | 'unreadable'
  | 'unlike'
  | 'unsigned'
  | 'contradicted'
  | 'altered'
  | 'other-list'
  | 'not-ours'
  | 'no-answers';

/**
 * What a person has to look at before a file counts. `by-key`: it names no company; `other-key`: another file of the company was
 * signed with another key; `signed-before`: before the campaign began; `on-paper`: it came on paper alone; `not-kept`: the
 * answers are not on this device; `not-read`: this site could not check the file, and the sender is not to blame.
 */
export type LookReason =
  | 'unlisted'
  | 'ambiguous'
  | 'nobody'
  | 'conflict'
  | 'other-key'
  | 'book-differs'
  | 'signer'
  | 'by-key'
  | 'other-request'
  | 'signed-before'
  | 'older-version'
  | 'newer-version'
  | 'not-compared'
  | 'not-read'
  | 'not-kept'
  | 'tied'
  | 'other-purpose'
  | 'on-paper';

/** What is to be known of a row besides; nothing has to be done about it. */
export type NoteReason = 'sealed' | 'late' | 'settled';

export type Reason = RefuseReason | LookReason | NoteReason;

/** Japanese: what it is, in a few words for a cell. */
export const reasonNames: Readonly<Record<Reason, string>> = {
  changed: '署名のあとで変わっている',
  unreadable: 'ファイルが壊れている',
  unlike: '様式が違う',
  unsigned: '署名なし',
  contradicted: '紙面とデータが一致しない',
  altered: '問いの文が違う',
  'other-list': '頼んだリストと違う',
  'not-ours': 'このサイトの PDF ではない',
  'no-answers': '答えが一つもない',
  unlisted: '名簿にない会社',
  ambiguous: '名簿に同じ名前の会社が二つ以上ある',
  nobody: '会社名がない',
  conflict: '二人の書いたことが食い違う',
  'other-key': '前と違う鍵の署名',
  'book-differs': '登録した指紋と違う',
  signer: '署名者の証明書に確かめることがある',
  'by-key': '会社名がなく、署名鍵で会社を決めた',
  'other-request': '別の依頼への回答',
  'signed-before': '依頼の前に署名している',
  'older-version': '古い版への回答',
  'newer-version': '新しい版への回答',
  'not-compared': 'まだ見比べていない',
  'not-read': 'このサイトでまだ調べていない',
  'not-kept': '答えがこの端末にない',
  tied: '同じ時刻のものが二つ以上ある',
  'other-purpose': '提出先か業務名の違うものがある',
  'on-paper': '紙で届いた',
  sealed: '紙で押印して届いた',
  late: '期限のあと',
  settled: '担当者が確かめて決めた',
};

/** What each refusal of a file means here, by its id: see signing/refusal-reasons.ts. `not-read` is for us to mend. */
const refusals: Readonly<Record<string, RefuseReason | 'not-read'>> = {
  unreadable: 'not-read',
  'too-large': 'not-ours',
  empty: 'unreadable',
  'not-a-pdf': 'not-ours',
  truncated: 'unreadable',
  appended: 'changed',
  'something-before': 'changed',
  'not-signed': 'unsigned',
  'signed-elsewhere': 'not-ours',
  'resaved-or-damaged': 'changed',
  'several-signatures': 'unlike',
  'range-not-whole-file': 'unlike',
  'contents-not-upper-case-hex': 'changed',
  'padding-not-zero': 'changed',
  'signature-not-canonical': 'unlike',
  'changed-after-signing': 'changed',
  'signature-wrong': 'changed',
  'certificate-replaced': 'changed',
  'page-covered': 'unlike',
  'attachment-missing': 'unlike',
  'several-attachments': 'unlike',
  'data-unreadable': 'unlike',
  'data-not-canonical': 'unlike',
  'data-newer': 'not-read',
  'not-understood': 'unreadable',
  interrupted: 'not-read',
};

/** What a refusal means; one of a later site counts as not read, for nobody here knows whose fault it is. @param id of the refusal */
export function meaningOfRefusal(id: string): RefuseReason | 'not-read' {
  return (Object.hasOwn(refusals, id) ? refusals[id] : undefined) ?? 'not-read';
}
