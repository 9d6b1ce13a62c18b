import { join } from 'node:path';
import { speak } from '../core/decision/said.ts';
import { readDecisionCases } from './decision-cases.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults } from './faults.ts';
import { InForce } from './in-force/in-force.ts';
import { reduceDecision } from './in-force/reduce-decision.ts';
import { readYaml } from './parse-yaml.ts';
import type { Tailoring } from './read-tailoring.ts';
import { shapes } from './shapes.ts';

/**
 * Reads a decision with its scope book and its cases, without what rests on documents that are switched off.
 * @param name file name without ending; @param ground without, every document is in force
 * @returns undefined where the file is too broken to go on with, or too little of it is left
 */
export async function readDecisionDraft(
  name: string,
  faults: Faults,
  { inForce, fillIns }: Pick<Tailoring, 'inForce' | 'fillIns'> = everything,
): Promise<DecisionDraft | undefined> {
  const file = join(faults.root, 'decisions', `${name}.yaml`);
  const before = faults.met;
  const written = await readYaml(`decisions/${name}.yaml`, shapes.decision, faults);
  const cases = await readDecisionCases(name, faults);
  const scopePath = `decisions/scopes/${name}.yaml`;
  const scope = await readYaml(scopePath, shapes.scope, faults);
  const isBroken = faults.met > before;
  if (isBroken) faults.lose(file);
  if (!written || !scope) return undefined;
  const spokenOf = new Map<string, string>();
  const parsed = speak(written, (handbook, path) => {
    spokenOf.set(handbook, path);
    return !inForce.isOff(handbook);
  });
  if (parsed.id !== name) {
    faults.add(
      `id「${parsed.id}」が、ファイルの名前と違います。`,
      { file, path: 'id' },
      `「${name}」と書いてください。`,
    );
  }
  const draft = {
    parsed,
    file,
    isBroken,
    scope: { parsed: scope, file: join(faults.root, scopePath) },
    cases,
    spokenOf,
  };
  const reduced = reduceDecision(draft, inForce, fillIns.choices);
  if (reduced.kind === 'same') return draft;
  if (reduced.kind === 'left-out') {
    inForce.leftOut.push({ kind: 'decision', id: name, reason: reduced.reason });
    return undefined;
  }
  const { places, scopePlaces, casePlaces } = reduced;
  faults.reduce(file, (path) => places.toFile(path));
  faults.reduce(draft.scope.file, (path) => scopePlaces.toFile(path));
  if (cases) faults.reduce(cases.file, (path) => casePlaces.toFile(path));
  return reduced.draft;
}

const everything = { inForce: new InForce(), fillIns: { choices: {}, blanks: {} } };

/** As people meet them: by `order`, those without one behind, in the order of their ids as they come. */
export function inOrder(drafts: readonly DecisionDraft[]): DecisionDraft[] {
  const place = ({ parsed }: DecisionDraft) => parsed.order ?? Number.MAX_SAFE_INTEGER;
  return drafts.toSorted((a, b) => place(a) - place(b));
}
