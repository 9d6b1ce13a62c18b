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
