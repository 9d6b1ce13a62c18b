import type { Combination } from '../../record/v1/decision/condition.ts';

/** Something that keeps a decision from being published: where, what, and what would be right. For authors. */
export interface Flaw {
  /** Inside the YAML file, e.g. `rules[3]`. */
  path: string;
  problem: string;
  hint: string;
  /** The path is one of the scope book. */
  isScope?: true;
}

/** `medium=usb, clients={nerima, rodokyoku}` */
export function describe(combination: Combination): string {
  return Object.entries(combination)
    .map(([id, answer]) => `${id}=${answer.length === 1 ? answer[0] : `{${answer.join(', ')}}`}`)
    .join(', ');
}
