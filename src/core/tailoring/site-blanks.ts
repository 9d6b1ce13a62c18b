/** What organization.yaml holds besides the blanks of the sample: the pages name these themselves. */
export const siteBlanks = [
  { id: 'companyName', path: 'name', question: '会社名', printed: '株式会社〇〇〇〇' },
  { id: 'handbook', path: 'contacts.handbook', question: 'この規程集についての問合せ先', printed: '' },
  { id: 'incident', path: 'contacts.incident', question: '事故かもしれないと気づいたときの連絡先', printed: '' },
] as const;
