import type { LookReason, NoteReason, Reason, RefuseReason } from './reasons.ts';

/** 次にすること: what the clerk does about a row. Several reasons lead to one step. */
export type NextStep =
  | 'ask-again'
  | 'ask-unsigned'
  | 'ask-list'
  | 'say-company'
  | 'say-sender'
  | 'call'
  | 'settle-conflict'
  | 'see-version'
  | 'see-date'
  | 'check-again'
  | 'choose'
  | 'enter-paper'
  | 'remind'
  | 'wait'
  | 'ask-remedy'
  | 'await-remedy'
  | 'acknowledge';

/** Japanese: what to do. */
export const nextSteps: Readonly<Record<NextStep, string>> = {
  'ask-again': '再提出のお願いを送る。',
  'ask-unsigned': '署名した PDF の再提出をお願いする。紙で押印したものが届いていれば、そう記録する。',
  'ask-list': '頼んだリストの提出をお願いする。',
  'say-company': 'どの会社のものかを選ぶか、名簿に加える。',
  'say-sender': 'どの会社のものかを選び、再提出をお願いする。関わりのないものは、一覧から外す。',
  call: '前から知っている電話番号で、署名した人に指紋を確かめる。',
  'settle-conflict': '二つの書き込みを見て、どちらが正しいかを選ぶ。',
  'see-version': '答えた版でよいかを決めるか、現行の版での再提出をお願いする。',
  'see-date': 'この依頼への回答かを確かめる。違えば、再提出をお願いする。',
  'check-again': 'ファイルをもう一度入れて、調べ直す。',
  choose: 'どれを正とするかを会社に確かめる。',
  'enter-paper': '紙の回答を見て、評価の結果を書く。',
  remind: '督促を送る。',
  wait: '期限まで待つ。',
  'ask-remedy': '改善のお願いを送る。',
  'await-remedy': '改善の知らせを待つ。済んだ項目に日付を書く。',
  acknowledge: '受領のお知らせを送る。',
};

const ofReason: Readonly<Record<RefuseReason | LookReason, NextStep>> = {
  changed: 'ask-again',
  unreadable: 'ask-again',
  unlike: 'ask-again',
  unsigned: 'ask-unsigned',
  contradicted: 'ask-again',
  altered: 'ask-again',
  'other-list': 'ask-list',
  'not-ours': 'ask-list',
  'no-answers': 'ask-again',
  unlisted: 'say-company',
  ambiguous: 'say-company',
  nobody: 'say-company',
  conflict: 'settle-conflict',
  'other-key': 'call',
  'book-differs': 'call',
  signer: 'call',
  'by-key': 'say-company',
  'other-request': 'see-date',
  'signed-before': 'see-date',
  'older-version': 'see-version',
  'newer-version': 'see-version',
  'not-compared': 'check-again',
  'not-read': 'check-again',
  'not-kept': 'check-again',
  tied: 'choose',
  'other-purpose': 'choose',
  'on-paper': 'enter-paper',
};

const notes: readonly Reason[] = ['sealed', 'late', 'settled'] satisfies NoteReason[];

/** The step of the first reason that asks for one; undefined for none. */
export function stepOf(reasons: readonly Reason[]): NextStep | undefined {
  const first = reasons.find((reason) => !notes.includes(reason));
  return first === undefined ? undefined : ofReason[first as RefuseReason | LookReason];
}
