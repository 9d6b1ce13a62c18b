import { type CompanyChange, changeNames } from './compare-years.ts';

const head = ['会社名', '変わり方', 'No', '問い', '前の答え', '今の答え', '前の予定日'];

/** What became of each question of each company, as rows of texts, the head first, for CSV. Days are `YYYY-MM-DD`. */
export function yearTexts(changes: readonly CompanyChange[]): string[][] {
  const rows = changes.flatMap(({ name, items }) =>
    items.map(({ kind, item, before, now, plannedOn }) => [
      ...[name, changeNames[kind], String(item.number), item.text],
      ...[before, now, plannedOn],
    ]),
  );
  return [head, ...rows];
}
