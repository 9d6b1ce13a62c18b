import { join } from 'node:path';
import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { ScopeFile } from '../core/decision/scope-schema.ts';
import { type DecisionCases, readDecisionCases } from './decision-cases.ts';
import type { Faults } from './faults.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

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
}

/** @param name file name without ending; @returns undefined where the file is too broken to go on with */
export async function readDecisionDraft(name: string, faults: Faults): Promise<DecisionDraft | undefined> {
  const file = join(faults.root, 'decisions', `${name}.yaml`);
  const before = faults.met;
  const parsed = await readYaml(`decisions/${name}.yaml`, shapes.decision, faults);
  const cases = await readDecisionCases(name, faults);
  const scopePath = `decisions/scopes/${name}.yaml`;
  const scope = await readYaml(scopePath, shapes.scope, faults);
  const isBroken = faults.met > before;
  if (isBroken) faults.lose(file);
  if (!parsed || !scope) return undefined;
  if (parsed.id !== name) {
    faults.add(`id "${parsed.id}" differs from the file's name.`, { file, path: 'id' }, `Write "${name}".`);
  }
  return { parsed, file, isBroken, scope: { parsed: scope, file: join(faults.root, scopePath) }, cases };
}

/** As people meet them: by `order`, those without one behind, in the order of their ids as they come. */
export function inOrder(drafts: readonly DecisionDraft[]): DecisionDraft[] {
  const place = ({ parsed }: DecisionDraft) => parsed.order ?? Number.MAX_SAFE_INTEGER;
  return drafts.toSorted((a, b) => place(a) - place(b));
}
