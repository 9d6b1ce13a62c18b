import type { Source } from './registers.ts';

/** What a notice says of a document. */
export type Noticed = Pick<Source, 'title' | 'publisher' | 'version' | 'wording'>;

/** Whether the handbook's words are a summary of its document, and not the document's own. */
export function isRestated({ wording }: Pick<Source, 'wording'>): boolean {
  return wording !== 'original';
}

/**
 * 〈文書名〉の要旨です…: stands on every result, view and print that rests on restated documents, and names them. Empty
 * where all of them are in their own words: then nothing has to be said.
 */
export function noticeFor(sources: readonly Noticed[]): string {
  const restated = sources.filter(isRestated).map(({ title }) => title);
  if (restated.length === 0) return '';
  return `「${restated.join('」「')}」の要旨です。正文ではありません。判断は契約書・正文によってください。`;
}

/** The line at the head of one document's pages: that it is a summary, or whose text it is and which edition. */
export function documentNotice(source: Noticed): string {
  if (isRestated(source)) return noticeFor([source]);
  // An import does not always know whose document it is, and says so in brackets.
  const whose = source.publisher.startsWith('（') ? '' : `${source.publisher}、`;
  return `「${source.title}」（${whose}${source.version}）の本文です。`;
}

/** The line of a view over many documents: short where all are summaries, naming those that are where some are not. */
export function viewNotice(sources: readonly Noticed[]): string {
  const isMixed = sources.some((source) => !isRestated(source));
  if (isMixed || sources.length < 2) return noticeFor(sources);
  return 'どれも要旨です。正文ではありません。判断は契約書・正文によってください。';
}

/** The foot of a printed sheet: a name, and what is to be said of the one document behind it, or of the many. */
export function footLine(name: string, sources: readonly Noticed[]): string {
  const notice = footNotice(sources);
  return notice ? `${name}（${notice}）` : name;
}

function footNotice(sources: readonly Noticed[]): string {
  const restated = sources.filter(isRestated);
  if (restated.length > 0) {
    return restated.length === sources.length ? '要旨。正文ではありません' : '要旨を含みます。要旨は正文ではありません';
  }
  const [only, ...others] = sources;
  return only && others.length === 0 ? only.version : '';
}
