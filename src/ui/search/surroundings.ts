import type { Answer, Filters } from '../../search/engine.ts';

/** Whether somebody is still writing, has asked, or comes back to a question. */
export type Manner = 'typed' | 'submitted' | 'restored';

/** What the page of the search adds to the dialog's. */
export interface Surroundings {
  filters(): Filters;
  /** What the filters are called. */
  filterNames(): string[];
  onAsked(question: string, manner: Manner): void;
  /** @param answer to the question, or to none (what there is); `undefined` where there was no answer */
  onAnswered(answer: Answer | undefined, isAsked: boolean): void;
  /** Before a result is followed. */
  onLeaving(): void;
}

/** The dialog: nothing is narrowed, and no address follows. */
export const alone: Surroundings = {
  filters: () => ({}),
  filterNames: () => [],
  onAsked: () => {},
  onAnswered: () => {},
  onLeaving: () => {},
};
