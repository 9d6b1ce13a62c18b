import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';

/**
 * How sure the importer is of a field: `sure` by a fixed form of words, `guess` by a rule that may err, `hint` where such a
 * guess needs no look of its own.
 */
export type Certainty = 'sure' | 'guess' | 'hint';

/** A value the importer inferred, and the words it took it from. */
export interface Inferred<T> {
  value: T;
  certainty: Certainty;
  /** The words of the text that say so, e.g. `従業員は`; empty where it is carried over from what it stands under. */
  from: string;
}

/** A role or record that the text names: its name, and the id where the register has one under that name. */
export interface Named {
  name: string;
  id?: string;
}

/** What the importer reads out of one place of a regulation; a field it cannot tell is left out. */
export interface InferredFields {
  actors?: Inferred<Named[]>;
  approvers?: Inferred<Named[]>;
  modality?: Inferred<Modality>;
  when?: Inferred<WrittenWhen>;
  deliverables?: Inferred<Named[]>;
  topics?: Inferred<string[]>;
  /** Places of the same document it refers to: the words and where they stand in its text, and the anchor they mean. */
  references?: { from: number; to: number; line: number; anchor: string }[];
}
