/** Name of the calendar, where a calendar program shows one. */
export const calendarName = '情報セキュリティ規程の予定';

/** Stands in an event whose period is not the source's. */
export const chosenPeriod = 'くり返しの間隔は原文になく、この予定を作るときに決めた。';
