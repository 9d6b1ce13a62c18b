/** A step of making the site a company's own: some groups of organization.yaml, in the order in which they are asked. */
export interface TailoringStep {
  /** In the address: `/tailoring/#roles`. */
  id: string;
  title: string;
  lead: string;
}

/** What is set in steps. The first part of a path in organization.yaml says in which; see stepOf(). */
export const tailoringSteps = [
  {
    id: 'site',
    title: '会社と見た目',
    lead: '会社名のほかは空でもかまいません。全部の頁と、印刷した紙、PDFに入ります。',
  },
  {
    id: 'handbooks',
    title: '使う文書',
    lead: '外した文書は、サイトを作り直すと消えます。その文書だけに基づく質問、記録、リストも一緒に消えます。',
  },
  { id: 'roles', title: '役割の呼び方', lead: '社内の名に変えられます。規程、確認リスト、PDFの全てで変わります。' },
  { id: 'contacts', title: '連絡先と月', lead: '空のものは表示しません。' },
  { id: 'choices', title: '選ぶ所', lead: '選ばないあいだは、全ての選択肢を出し、「未設定」と示します。' },
  { id: 'blanks', title: '空欄', lead: '書いた言葉が、そのまま規程の文に入ります。' },
  {
    id: 'lists',
    title: '自社の一覧',
    lead: 'サンプルの表の行を、自社の行に替えます。何行でも書け、Excel からも貼り付けられます。書かない一覧は、サンプルの行のままです。',
  },
  { id: 'revisions', title: '改訂日', lead: '書いたとおりに表示します。例: 2027.04.01' },
] as const satisfies readonly TailoringStep[];

export type StepId = (typeof tailoringSteps)[number]['id'];

/** Groups that share the step of another. */
const shared: Readonly<Record<string, StepId>> = { name: 'site', months: 'contacts' };

/** The step in which a path of organization.yaml is set, or a group of them. */
export function stepOf(path: string): StepId | undefined {
  const [group = ''] = path.split('.');
  return shared[group] ?? tailoringSteps.find(({ id }) => id === group)?.id;
}
