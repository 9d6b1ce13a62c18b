import type { ScheduleGroup } from '../../core/regulation/schedule.ts';

/** Headings of the view by date, and what a reader should know of the group. */
export const scheduleTitles: Record<ScheduleGroup, { title: string; note?: string }> = {
  immediately: { title: '直ちに' },
  hours: { title: '何分・何時間のうちに' },
  promptly: { title: '速やかに・遅滞なく' },
  before: { title: '前もって（事前に、あらかじめ）' },
  nextDay: { title: '翌日まで' },
  within: { title: '期間のうちに' },
  after: { title: 'した後に' },
  yearly: {
    title: '毎年',
    note: '月だけを書く条は、毎年その月のことと読んで、ここに置いています。原文に「毎年」とあるとは限りません。',
  },
  periodic: { title: '決まった間隔で' },
  regularly: { title: '定期的に', note: '原文は間隔を定めていません。' },
  onChange: { title: '変わったとき' },
  onEvent: { title: 'そのほかのきっかけ・期日' },
};
