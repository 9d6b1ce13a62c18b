import { type ChoiceCondition, type CompanyWords, isShownWith } from './company/words.ts';

/** A provision that a line rests on. */
export interface Basis {
  /** `<handbook>:<anchor>` */
  citation: string;
  /** As one cites it, e.g. `練馬区特記事項 第16条第7号`. */
  label: string;
  href: string;
  /** Of a template: the company's choices with which the provision stands on the pages. */
  shown?: readonly ChoiceCondition[];
}

/** A part without what cannot be opened because the company's choices take it off the pages. */
export function trimBasis<Part extends { basis: Basis[] }>(part: Part, words: CompanyWords): Part {
  const basis = part.basis.flatMap(({ shown, ...one }) => (isShownWith(words, shown) ? [one] : []));
  return { ...part, basis };
}

/** Each cited provision once, a line for each document, which is named once: `規程 9-2 No.1、9-2 No.2`. */
export function listBasis(basis: readonly Basis[]): string[] {
  const documents = new Map<string, Set<string>>();
  for (const { citation, label } of basis) {
    const [handbook = ''] = citation.split(':');
    documents.set(handbook, (documents.get(handbook) ?? new Set()).add(label));
  }
  return [...documents.values()].map((labels) => joinLabels([...labels]));
}

function joinLabels([first = '', ...others]: string[]): string {
  const document = `${first.split(' ')[0]} `;
  return [first, ...others.map((label) => (label.startsWith(document) ? label.slice(document.length) : label))].join(
    '、',
  );
}
