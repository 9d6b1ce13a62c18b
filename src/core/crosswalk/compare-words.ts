import type { Library } from '../regulation/library.ts';

/** How pages speak of the documents side by side. */
export interface CompareWords {
  /** Of the page and of links to it. */
  title: string;
  /** What it tells, in a sentence. */
  description: string;
  /** Over the documents to choose from. */
  question: string;
}

const ofClients: CompareWords = {
  title: '委託元くらべ',
  description:
    '委託元の文書と自社の規程が、主題ごとに何を求めるかを並べる。出すものと残すもの、文書どうしの矛盾と違い、最も厳しい文書がわかる。',
  question: 'どの委託元の仕事をしていますか',
};
const ofDocuments: CompareWords = {
  title: '文書くらべ',
  description:
    '文書が主題ごとに何を求めるかを並べる。出すものと残すもの、文書どうしの矛盾と違い、最も厳しい文書がわかる。',
  question: 'どの文書を見ますか',
};

/** Where no document is a client's, nothing speaks of clients. */
export function compareWords({ handbooks }: Pick<Library, 'handbooks'>): CompareWords {
  return hasClients({ handbooks }) ? ofClients : ofDocuments;
}

/** Whether some document on the site is not the company's own. */
export function hasClients({ handbooks }: Pick<Library, 'handbooks'>): boolean {
  return handbooks.some(({ source, pages }) => pages.length > 0 && !source.ours);
}
