/** What ids stand for, as authors call it. */
const names: Readonly<Record<string, string>> = {
  anchor: 'anchor',
  blank: '空欄',
  chapter: '章',
  'check list': '確認リスト',
  choice: '選択',
  citation: '引用先',
  component: '部品',
  decision: '判断',
  duty: 'すること',
  outcome: '結論',
  table: '表',
  column: '列',
  field: '欄',
  form: '様式',
  handbook: '手引',
  month: '月',
  option: '選択肢',
  part: '部分',
  position: '立場',
  provision: '条',
  question: '問い',
  record: '記録',
  role: '役割',
  topic: '主題',
  unit: 'unit',
};

/** Japanese for a kind of id that messages are about, e.g. 役割 for `role`. */
export function kindName(kind: string): string {
  return names[kind] ?? kind;
}
