import type { DecisionFile } from '../../core/decision/file-schema.ts';
import { unknown } from '../../record/v1/decision/answers.ts';
import type { Case } from '../decision-cases.ts';
import type { Fates } from './conditions.ts';
import type { InForce } from './in-force.ts';
import type { Places } from './places.ts';

/**
 * The cases whose answers are still possible, without the answers to questions that are gone. A case that names an answer
 * that is gone goes whole: what its author wrote down of both documents together, nobody wrote down of one.
 * @param whole before, @param less after documents were switched off
 */
export function reduceCases(
  cases: readonly Case[],
  whole: DecisionFile,
  less: DecisionFile,
  fates: Fates,
  inForce: InForce,
  places: Places,
): Case[] {
  const asked = new Set(less.questions.map(({ id }) => id));
  const known = new Set(whole.questions.map(({ id }) => id));
  const stays = (before: readonly string[], after: readonly string[]) => {
    const gone = new Set(before.filter((id) => !after.includes(id)));
    return (ids: readonly string[] | undefined) => ids?.filter((id) => !gone.has(id));
  };
  const duties = stays(
    whole.duties.map(({ id }) => id),
    less.duties.map(({ id }) => id),
  );
  const outcomes = stays(
    whole.outcomes.map(({ id }) => id),
    less.outcomes.map(({ id }) => id),
  );
  const points = stays(
    (whole.contradictions ?? []).map(({ point }) => point),
    (less.contradictions ?? []).map(({ point }) => point),
  );
  return places.keep('', cases, (one): Case | undefined => {
    if (inForce.isOffUnit(one.unit)) return undefined;
    const answers: Case['answers'] = {};
    for (const [id, answer] of Object.entries(one.answers)) {
      const fate = fates.get(id);
      const given = [answer].flat();
      if (fate?.kind === 'never') return undefined;
      if (fate?.kind === 'none' && given.length > 0) return undefined;
      if (fate?.kind === 'fewer' && given.some((option) => option === unknown || inForce.isOff(option)))
        return undefined;
      if (asked.has(id) || !known.has(id)) answers[id] = answer;
    }
    const outcome = outcomes(one.outcome);
    const settings = Object.entries(one.settings ?? {}).filter(([id]) => asked.has(id) || !known.has(id));
    return without({
      ...one,
      answers,
      settings: one.settings && Object.fromEntries(settings),
      outcome: outcome && outcome.length > 0 ? outcome : undefined,
      shows: one.shows?.filter((unit) => !inForce.isOffUnit(unit)),
      duties: duties(one.duties),
      not: duties(one.not),
      contradictions: points(one.contradictions),
    });
  });
}

/** Without keys that have no value. */
function without<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value {
  return JSON.parse(JSON.stringify(value));
}
