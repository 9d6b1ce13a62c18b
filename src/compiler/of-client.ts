import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import type { Condition } from '../record/v1/decision/definition.ts';

/** A client's rule, and its paper, applies only where the work is the client's. @param handbook '' for nobody's */
export function ofClient(
  when: Condition[],
  handbook: string,
  { questions }: Pick<DecisionFile, 'questions'>,
  { ours }: Pick<Library, 'ours'>,
): Condition[] {
  const clients = questions.find(({ kind }) => kind === 'clients')?.id;
  if (clients === undefined || ours.includes(handbook) || handbook === '') return when;
  const conditions = when.length > 0 ? when : [{}];
  return conditions.map((condition) => ({ ...condition, [clients]: { any: [handbook] } }));
}
