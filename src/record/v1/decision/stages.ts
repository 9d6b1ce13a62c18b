/** When a duty is done, in order of display. */
export const stages = ['never', 'before', 'during', 'after', 'record'] as const;
export type Stage = (typeof stages)[number];

/** Names as readers see them. */
export const stageNames: Readonly<Record<Stage, string>> = {
  never: 'してはならないこと',
  before: '先にすること',
  during: '行うときにすること',
  after: '終わったあとにすること',
  record: '残す記録・出すもの',
};

/** Names that one decision gives its stages, where the usual ones would read oddly. */
export type StageNames = Partial<Record<Stage, string>>;

/** What a decision calls a stage. */
export function stageNameOf(decision: { stageNames?: StageNames }, stage: Stage): string {
  return decision.stageNames?.[stage] ?? stageNames[stage];
}
