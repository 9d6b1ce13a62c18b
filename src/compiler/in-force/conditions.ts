import type { FileTest, FileWhen } from '../../core/decision/file-schema.ts';

/** A condition of a decision's file: question id → test. */
export type FileCondition = Record<string, FileTest>;

/** What became of a question when documents were switched off. */
export type Fate =
  /** It asks for fewer documents. */
  | { kind: 'fewer'; left: ReadonlySet<string> }
  /** It has no document to ask for any more: whoever was asked would answer none. */
  | { kind: 'none'; when: FileWhen | undefined }
  /** Nobody can be asked it any more. */
  | { kind: 'never' };

export type Fates = ReadonlyMap<string, Fate>;

/** What is left of a condition cannot be written in a decision's file. */
export class UnwritableError extends Error {
  override name = 'UnwritableError';
}

/**
 * A condition that says the same of every combination of answers that is left, without naming what is not.
 * @param isSeveral whether a question takes several answers
 * @returns undefined where it always holds, false where it never can
 */
export function resolveWhen(
  when: FileWhen | undefined,
  fates: Fates,
  isSeveral: (question: string) => boolean,
): FileWhen | undefined | false {
  if (when === undefined) return undefined;
  const maps = [when].flat();
  if (maps.every((map) => Object.keys(map).every((id) => !fates.has(id)))) return when;
  const left = maps.flatMap((map) => resolveMap(map, fates, isSeveral));
  if (left.length === 0) return false;
  if (left.some((map) => Object.keys(map).length === 0)) return undefined;
  const [first] = left;
  return first && left.length === 1 ? first : left;
}

/** The ids that a condition names. */
export function namesIn(when: FileWhen | undefined): string[] {
  return when === undefined ? [] : [when].flat().flatMap((map) => Object.keys(map));
}

/** One of these has to hold; none where it never can. */
function resolveMap(map: FileCondition, fates: Fates, isSeveral: (id: string) => boolean): FileCondition[] {
  let rest: FileCondition = {};
  const asked: FileCondition[][] = [];
  for (const [id, test] of Object.entries(map)) {
    const fate = fates.get(id);
    const says = fate ? resolveTest(test, fate) : test;
    if (says === false) return [];
    if (says === true) continue;
    if (says !== 'asked') rest = { ...rest, [id]: says };
    else if (fate?.kind === 'none') {
      const when = resolveWhen(fate.when, fates, isSeveral);
      if (when === false) return [];
      if (when !== undefined) asked.push([when].flat());
    }
  }
  return asked.reduce<FileCondition[]>(
    (maps, others) =>
      maps.flatMap((one) =>
        others.flatMap((other) => {
          const joined = both(one, other, isSeveral);
          return joined ? [joined] : [];
        }),
      ),
    [rest],
  );
}

/** `asked`: wherever the question was asked. */
function resolveTest(test: FileTest, fate: Fate): FileTest | boolean | 'asked' {
  const ids = idsOf(test);
  if (fate.kind !== 'fewer') {
    if (ids !== undefined) return typeof test === 'object' && 'not' in test;
    return fate.kind === 'none' && typeof test === 'object' && 'atMost' in test ? 'asked' : false;
  }
  const { left } = fate;
  if (ids !== undefined) {
    const some = ids.filter((id) => left.has(id));
    const isNot = typeof test === 'object' && 'not' in test;
    if (some.length === 0) return isNot;
    return isNot ? { not: shorten(some) } : shorten(some);
  }
  if (typeof test === 'object' && 'atLeast' in test) return test.atLeast > left.size ? false : test;
  return typeof test === 'object' && 'atMost' in test ? { atMost: Math.min(test.atMost, left.size) } : test;
}

/** The options that a test names; undefined where it counts. */
function idsOf(test: FileTest): string[] | undefined {
  if (typeof test === 'string') return [test];
  if (Array.isArray(test)) return test;
  return 'not' in test ? [test.not].flat() : undefined;
}

function shorten(ids: string[]): string | string[] {
  const [first] = ids;
  return first !== undefined && ids.length === 1 ? first : ids;
}

/** Holds where both do; undefined where they never do together. @throws UnwritableError */
function both(one: FileCondition, other: FileCondition, isSeveral: (id: string) => boolean): FileCondition | undefined {
  const merged: FileCondition = { ...one };
  for (const [id, test] of Object.entries(other)) {
    const own = merged[id];
    const joined = own === undefined ? test : bothTests(own, test, isSeveral(id), id);
    if (joined === undefined) return undefined;
    merged[id] = joined;
  }
  return merged;
}

function bothTests(one: FileTest, other: FileTest, isSeveral: boolean, id: string): FileTest | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  const [a, b] = [idsOf(one), idsOf(other)];
  const isNot = (test: FileTest) => typeof test === 'object' && 'not' in test;
  if (a && b) {
    if (isNot(one) && isNot(other)) return { not: shorten([...new Set([...a, ...b])]) };
    // Of several answers one may pass the one test, another the other; unless the one says more already.
    if (!isNot(one) && !isNot(other) && a.every((option) => b.includes(option))) return one;
    if (!isNot(one) && !isNot(other) && b.every((option) => a.includes(option))) return other;
    if (!isSeveral) {
      const [any, rest] = isNot(one) ? [b, a] : [a, b];
      const some = any.filter((option) => rest.includes(option) !== (isNot(one) || isNot(other)));
      return some.length > 0 ? shorten(some) : undefined;
    }
  }
  throw new UnwritableError(`two tests of "${id}" cannot be written as one`);
}
