/** Rows of the kana table that the last letter of a verb runs through: か く け … of 書く. */
const rows: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};

/**
 * What a word in its dictionary form begins with in all its forms: なくす → なくす, なくし, なくさ …; すてる also すて.
 * Nobody here knows of which kind a verb in る is, so it gets the forms of both. あやしい → あやしい, あやしく, あやしかっ.
 * @param base in hiragana; what is no verb and no adjective by its last letter comes back alone
 */
export function stemsOf(base: string): string[] {
  const last = base.at(-1) ?? '';
  const stem = base.slice(0, -1);
  if (last === 'い' && base.length > 2) return [base, `${stem}く`, `${stem}かっ`, `${stem}けれ`];
  const row = rows[last];
  if (row === undefined || base.length < 2) return [base];
  const forms = [...row].map((letter) => stem + letter);
  // すて of すてる; one letter alone would begin everything.
  return last === 'る' && stem.length > 1 ? [...forms, stem] : forms;
}
