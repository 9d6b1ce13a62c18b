/** A heading or name as a word of the index: 「情報システム」とは as 情報システム; undefined for what is too long for one. */
export function toHeadword(caption: string): string | undefined {
  const word = caption
    .normalize('NFC')
    .replace(/(?:とは|について)$/u, '')
    .replace(/^[「【（［]([^「」【】（）［］]*)[」】）］]$/u, '$1')
    .replace(/(?<=[^（])（[^（）]*）$/u, '')
    .replace(/(?<=[A-Za-z0-9])\s+(?=[^\sA-Za-z0-9])/gu, '')
    .trim();
  return [...word].length > mostLetters || !/^[\p{L}\p{N}]/u.test(word) || /[、。「」〇●\s]/u.test(word)
    ? undefined
    : word;
}

/** A line of a narrow column. */
const mostLetters = 22;
