import type { Condition, Question, Test } from '../../src/record/v1/decision/definition.ts';

/** Each way to make a condition hold in fewer cases by one step. */
export function narrow(
  when: readonly Condition[],
  questions: readonly Question[],
): { name: string; after: Condition[] }[] {
  const dropped =
    when.length > 1 ? when.map((_, at) => ({ name: `without [${at}]`, after: when.toSpliced(at, 1) })) : [];
  const tighter = (when.length > 0 ? when : [{}]).flatMap((condition, at) =>
    tighten(condition, questions).map(({ name, after }) => ({ name, after: when.toSpliced(at, 1, after) })),
  );
  return [...dropped, ...tighter];
}

function tighten(condition: Condition, questions: readonly Question[]): { name: string; after: Condition }[] {
  return questions.flatMap(({ id, options }) => {
    const test = condition[id];
    const to = (name: string, after: Test) => ({ name: `${id} ${name}`, after: { ...condition, [id]: after } });
    const ids = options.map((option) => option.id);
    // One that hangs on nothing here is made to hang on it.
    if (!test) return [to(`asked to be ${ids[0]}`, { any: ids.slice(0, 1) })];
    if ('any' in test && test.any.length > 1) {
      return test.any.map((one) => to(`without ${one}`, { any: test.any.filter((other) => other !== one) }));
    }
    if ('none' in test) {
      return ids
        .filter((one) => !test.none.includes(one))
        .map((one) => to(`nor ${one}`, { none: [...test.none, one] }));
    }
    if ('atLeast' in test) return [to('more', { atLeast: test.atLeast + 1 })];
    return 'atMost' in test && test.atMost > 0 ? [to('fewer', { atMost: test.atMost - 1 })] : [];
  });
}
