/** Japanese: how a day and a time may be typed. */
export const dayExamples = {
  date: '例: 2026-11-30、令和8年11月30日',
  moment: '例: 2026-11-30 14:05、令和8年11月30日14時5分',
} as const;
