import type { FileTest, FileWhen } from '../core/decision/file-schema.ts';
import type { Condition, Test } from '../record/v1/decision/definition.ts';

/** The short forms of a `when` in a decision's file as the definition has them. */
export function toConditions(when: FileWhen | undefined): Condition[] {
  if (when === undefined) return [];
  const maps = Array.isArray(when) ? when : [when];
  return maps.map((map) => Object.fromEntries(Object.entries(map).map(([id, test]) => [id, toTest(test)])));
}

function toTest(test: FileTest): Test {
  if (typeof test === 'string') return { any: [test] };
  if (Array.isArray(test)) return { any: test };
  if ('not' in test) return { none: [test.not].flat() };
  return test;
}
