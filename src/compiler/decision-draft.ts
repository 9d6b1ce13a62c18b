import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { ScopeFile } from '../core/decision/scope-schema.ts';
import type { DecisionCases } from './decision-cases.ts';

/** A decision as its author wrote it, before it meets the handbooks that it cites. */
export interface DecisionDraft {
  parsed: DecisionFile;
  /** For messages. */
  file: string;
  /** The schema objected to something: a proof of what is left would say nothing. */
  isBroken: boolean;
  /** In which cases each unit speaks: what it is compared with. */
  scope: { parsed: ScopeFile; file: string };
  /** What it must say, where its author wrote that down. */
  cases: DecisionCases | undefined;
  /** Documents that pieces of its texts speak of, with a place where one does. */
  spokenOf: ReadonlyMap<string, string>;
  /** Documents that are switched off and that it rests on as well. */
  without?: readonly string[];
}
