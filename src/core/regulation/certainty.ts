/*
 * How sure a field of an imported provision is, in the same words wherever it is told: at the command line, in the browser,
 * in the review, and on the pages that people read.
 */

/**
 * Who says what a field holds: a fixed form of words (`sure`), a rule that may err (`guess`), such a rule where nobody has
 * to look, because it repeats what stands above or tells the topic (`hint`), or somebody who has looked at it (`person`).
 */
export type FieldState = 'sure' | 'guess' | 'hint' | 'person';

export const fieldStateWords: Readonly<Record<FieldState, string>> = {
  guess: '推定',
  sure: '確か',
  hint: '目安',
  person: '人が確かめた',
};

/** What each of the words means, for those who look an import through. */
export const fieldStateNotes: Readonly<Record<FieldState, string>> = {
  guess: '誤りのあり得る読み取りです。本文と見比べてください。',
  sure: '決まった言い回しから読み取りました。',
  hint: '上の項や号と同じ読み取りと、主題です。見比べなくて構いません。',
  person: '人が書き換えたか、確かめました。次に取り込んでも残ります。',
};

/** What an import left of a place. */
interface Read {
  guessed?: readonly string[] | undefined;
  hints?: readonly string[] | undefined;
}

/** @param isSame the page still says what the import wrote; @param isChecked somebody has looked at the place */
export function stateOf(field: string, read: Read, isSame: boolean, isChecked: boolean): FieldState {
  if (!isSame) return 'person';
  if (read.hints?.includes(field)) return 'hint';
  if (!read.guessed?.includes(field)) return 'sure';
  return isChecked ? 'person' : 'guess';
}
