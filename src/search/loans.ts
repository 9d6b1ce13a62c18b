import { distance } from '../core/text/distance.ts';
import { toleranceFor } from './near.ts';
import { loanTerm, type Run } from './tokens.ts';
import { mostAlternatives, type Unit, type Vocabulary, wordUnit } from './units.ts';

/** A misspelt word, and the word of the texts that is nearest to it. */
export interface Correction {
  from: string;
  to: string;
}

/** Compounds that end in a known loan word or hold it; each may cost another chunk of the index. */
const mostCompounds = 2;

/** A loan word: itself, the compounds it stands in (ルーム: サーバールーム), its parts, or the nearest one. */
export function readLoan(
  { text, terms }: Run,
  vocabulary: Vocabulary,
): { unit: Unit; correction?: Correction | undefined } {
  // Pagefind answers a word that stands nowhere with its longest known beginning: セキュリティパッチ with セキュリティ.
  const isWhole = vocabulary.loans.includes(text);
  const unit = wordUnit(text, isWhole ? terms : [], vocabulary);
  const { alternatives } = unit;
  const add = (loan: string, weight: number) => {
    if (!alternatives.some((known) => known.text === loan))
      alternatives.push({ text: loan, terms: [loanTerm(loan)], weight });
  };
  // What begins with a word is found by itself; what holds it elsewhere is looked for in the wrong chunk.
  const compounds = vocabulary.loans.filter(
    (loan) =>
      text.length > 1 &&
      loan.includes(text) &&
      // One letter is no word beside it: リース is not in リスト.
      loan.length > text.length + (text.length === 2 ? 1 : 0) &&
      !(isWhole && loan.startsWith(text)),
  );
  compounds.sort((a, b) => a.length - b.length);
  const most = isWhole ? mostCompounds : mostAlternatives;
  for (const loan of compounds.slice(0, most)) add(loan, loan.startsWith(text) ? 0.95 : 0.85);
  if (compounds.length > 0 || isWhole) return { unit };
  const parts = splitLoan(text, vocabulary.loans);
  if (parts.length > 1) alternatives.push({ text, terms: parts.map(loanTerm), weight: 0.9 });
  if (parts.length > 1 || alternatives.length > 1) return { unit };
  const nearest = nearestLoan(text, vocabulary.loans);
  if (nearest === undefined) return { unit };
  add(nearest, 0.8);
  for (const loan of vocabulary.loans.filter((known) => known !== nearest && known.includes(nearest)).slice(0, 4))
    add(loan, 0.6);
  return { unit, correction: { from: text, to: nearest } };
}

/** The fewest known words that make up the whole; empty if there are none. */
function splitLoan(text: string, loans: readonly string[]): string[] {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    for (const loan of loans) {
      const before = best[end - loan.length];
      if (loan.length < 2 || !before || !text.endsWith(loan, end)) continue;
      const current = best[end];
      if (!current || before.length + 1 < current.length) best[end] = [...before, loan];
    }
  }
  return best[text.length] ?? [];
}

function nearestLoan(text: string, loans: readonly string[]): string | undefined {
  const limit = toleranceFor(text);
  let nearest: { loan: string; far: number } | undefined;
  for (const loan of loans) {
    if (text.length < 3 || Math.abs(loan.length - text.length) > limit) continue;
    const far = distance(text, loan);
    if (far <= limit && (!nearest || far < nearest.far)) nearest = { loan, far };
  }
  return nearest?.loan;
}
