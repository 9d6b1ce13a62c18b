import type { Question } from './question.ts';
import { type Positions, standsTogether } from './rank.ts';

/**
 * Leaves each number the place that it means, and gives back the numbers that no document has: of 第16条第99号 the
 * longest part that stands somewhere is looked for in its place, and of 第19条の2 the second paragraph of the article.
 */
export function settleNumbers({ units }: Question, find: (term: string) => Positions): string[] {
  const missing: string[] = [];
  for (const unit of units) {
    const [number] = unit.alternatives;
    if (unit.kind !== 'clause' || !number || standsTogether(number.terms, find)) continue;
    const place = unit.alternatives.find(({ terms }) => standsTogether(terms, find));
    if (place) unit.alternatives = [place];
    if (place?.weight === 1) continue;
    missing.push(unit.text);
    if (place) continue;
    const parts = number.terms.map((_, index) => number.terms.slice(0, index)).reverse();
    const terms = parts.find((part) => part.length > 0 && standsTogether(part, find));
    if (terms) unit.alternatives = [{ ...number, terms }];
  }
  return missing;
}
