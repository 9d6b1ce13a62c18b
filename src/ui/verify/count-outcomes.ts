import type { Outcome } from '../receive/outcome.ts';

/** Outcomes that read the same in the column 改ざん: one of them, and how many there are. */
export interface OutcomeCount {
  example: Outcome;
  count: number;
}

/** Sound files first, then those that were altered or cannot be read, then the rest; each kind once. */
export function countOutcomes(outcomes: Outcome[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const outcome of outcomes) {
    const key = toKey(outcome);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { example: outcome, count: 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** How many of the files are exactly what was signed. */
export function countSound(outcomes: Outcome[]): number {
  return outcomes.filter(({ kind }) => kind === 'sound').length;
}

/** Sorts as it groups: the place first, then the words. */
function toKey(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sound':
      return '0';
    case 'refused': {
      const { grade, label } = outcome.verification.grades.tampering;
      return `${grade === 'bad' ? 1 : 2}${label}`;
    }
    case 'turned-away':
      return '3';
    case 'same':
      return '4';
  }
}
