/** Japanese: what does not fit, and what to do. Ids are permanent: they stand in results that people keep. */
const messages = {
  answers: '答えの中に、紙面のどこにも出ないものが入っています。',
  number: '文書番号が、答えから計算した番号と違います。',
  summary: '埋め込まれた答えから作り直した内容が、このファイルの内容と違います。',
  generator: 'このファイルを作ったという版の kitei は、ありません。',
  rendering: '同じ内容から作り直したPDFと、このファイルとが一致しません。',
  'not-compared': '紙面と答えを見比べる計算が、終わりまでできませんでした。',
} as const;

/** What does not fit between the pages, the data and the signature. */
export type MismatchReason = keyof typeof messages;

/** What to do whichever it is: it was signed like this, so it is no accident on the way. */
const next = '受け取らず、このサイトで作り直して署名するよう、差出人に頼んでください。';

/**
 * The sentences for a reader.
 * @param place in Japanese, where on the pages; may hold texts of a stranger's file
 */
export function toMismatchMessage(reason: MismatchReason, place: string | undefined): string {
  return `${messages[reason]}${place === undefined ? '' : `（${place}）`}${next}`;
}

/** The sentences on a file of a newer kitei that this site cannot make again. @param generator of the file */
export function toNewerMessage(generator: string): string {
  return `このサイトより新しい版（${generator.slice(0, 40)}）で作ったと書かれていて、このサイトでは同じPDFを作れません。このサイトを新しい版にしてから、もう一度確かめてください。`;
}

/** All reasons there are. */
export function listMismatchReasons(): string[] {
  return Object.keys(messages);
}

/** Stops a comparison. */
export class MismatchError extends Error {
  override name = 'MismatchError';
  readonly reason: MismatchReason;
  readonly place: string | undefined;

  /**
   * @param detail for developers, in English: what was expected, what was found
   * @param place for readers, in Japanese
   */
  constructor(reason: MismatchReason, detail: string, place?: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.place = place;
  }
}
