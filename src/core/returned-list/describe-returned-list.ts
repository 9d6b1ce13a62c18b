import type { ChecklistCounts } from '../../record/v1/checklist/count.ts';
import { offeredStatuses } from '../../record/v1/checklist/meaning.ts';
import { statusNames } from '../../record/v1/checklist/statuses.ts';
import { formatDate } from '../text/date.ts';
import type { Doubt, ListJudgement, ListReading, Need } from './returned-list.ts';

/** What is shown of a verified file: a name and its words. */
export type Fact = [name: string, words: string];

/** Names of the grades, here and on the verify page. */
export const gradeNames = {
  tampering: '改ざん',
  match: '表示とデータ',
  form: '様式の版',
  signer: '署名者',
  validity: '有効期間',
  revocation: '失効',
} as const;
type GradeName = keyof typeof gradeNames;

/** The file itself first, then whoever signed it. */
const gradeOrder = ['tampering', 'match', 'form', 'signer', 'validity', 'revocation'] as const;

/** What the verifier found, each thing apart. */
export type StatedGrades = Record<GradeName, { grade: string; label: string }>;

/** What a file says of itself; the texts are a stranger's. */
export interface ReturnedFile {
  name: string;
  company: string;
  /** 確認日 */
  checkedOn: string;
  documentNumber: string;
  /** The names in the certificate, each maybe empty. */
  signer: readonly string[];
  /** In groups, as people read it out. */
  fingerprint: string;
  grades: StatedGrades;
}

const none = '（記入なし）';

/** Everything about a file that a person wants to see before going on; words may have several lines. */
export function describeFile(file: ReturnedFile, counts: ChecklistCounts): Fact[] {
  const { grades } = file;
  const names = file.signer.filter((name) => name !== '').join('　');
  const found = gradeOrder.map((key) => `${gradeNames[key]}: ${grades[key].label}`);
  return [
    ['ファイル', file.name],
    ['会社名', file.company || none],
    ['確認日', formatDate(file.checkedOn) || none],
    ['文書番号', file.documentNumber],
    ['署名者', names || '（証明書に名前がない）'],
    ['署名鍵の指紋', file.fingerprint],
    ['答えの数', describeCounts(counts)],
    ['検証の結果', found.join('\n')],
  ];
}

/** `実施（○）15、一部実施・予定 3、未実施 1、対象外 1、未回答 0（全20問）` */
function describeCounts(counts: ChecklistCounts): string {
  const named = offeredStatuses.map((status) => {
    return `${statusNames[status]}${status === 'done' ? '（○）' : ' '}${counts[status]}`;
  });
  const others = counts.asked - counts.total;
  if (others > 0) named.push(`選択・記入の問いの回答 ${counts.othersAnswered} / ${others}`);
  return `${named.join('、')}（全${counts.asked}問）`;
}

/** The number that goes into the paper: the ○, and what is planned where the company counts it. */
export function describeCount(counts: ChecklistCounts, need: Need): string {
  const isPlanned = need.kind === 'least' && need.count.includes('partial');
  return isPlanned ? `${counts.done}（${statusNames.partial} ${counts.partial}）` : String(counts.done);
}

/** Japanese: why nothing is taken from the file, and what to do. */
export function notTakenMessage(
  why: Extract<ListJudgement, { kind: 'not-taken' }>['why'],
  { title }: Pick<ListReading, 'title'>,
): string {
  switch (why) {
    case 'decision':
      return `判断の結果の PDF です。「${title}」の PDF を選んでください。`;
    case 'form':
      return `様式に書いた書面の PDF です。「${title}」の PDF を選んでください。`;
    case 'other-list':
      return `ほかのリストの PDF です。「${title}」の PDF を選んでください。`;
    case 'altered':
      return '問いの文が、このサイトの同じ版と違います。受け取らず、このサイトで作り直して署名するよう、差出人に頼んでください。';
  }
}

/**
 * Japanese: what was chosen, or why nothing was.
 * @param option words of the chosen option
 */
export function describeJudgement(
  judgement: Exclude<ListJudgement, { kind: 'not-taken' }>,
  option: string,
  isRegistered: boolean,
): string[] {
  const { unanswered } = judgement.counts;
  return [
    judgement.kind === 'chosen'
      ? `「${option}」を選びました。合っていれば、「次へ」を押してください。`
      : `${describeDoubt(judgement.doubt)}この PDF からは、答えを選んでいません。`,
    ...(unanswered > 0 ? [`未回答が${unanswered}問あります。○には数えていません。`] : []),
    ...(isRegistered
      ? []
      : ['署名した人が本当に名のった人かは、前から知っている電話番号で指紋を確かめるまで、わかりません。']),
  ];
}

function describeDoubt(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'older':
      return 'リストの古い版への答えです。この答えでよいか、現行の版に答え直してもらうかを決めてください。';
    case 'newer':
      return 'リストの新しい版への答えです。ページを読み込み直すか、問いの文が頼んだとおりかを確かめてください。';
    case 'signer':
      return `署名者に確かめることがあります（${doubt.warning}）。検証の頁で調べ、確かめてから選んでください。`;
    case 'unset':
      return `基準の数を決める会社の設定「${doubt.setting}」が、未設定です。`;
    case 'no-number':
      return `会社の設定「${doubt.setting}」が、空か、リストの数までの数ではありません。`;
    case 'not-applicable':
      return '「対象外」をどう数えるかで答えが変わります。原文に数え方の定めはないので、数え方を決めて選んでください。';
  }
}

/** What speaks against the signer, in the verifier's words; undefined for nothing. */
export function findWarning({ signer, validity }: StatedGrades, isOtherCompany: boolean): string | undefined {
  const warned = [signer, validity].find(({ grade }) => grade === 'warn' || grade === 'bad');
  return warned?.label ?? (isOtherCompany ? '指紋は、違う会社名で登録してあります' : undefined);
}

/** Said of a file whose facts go into the papers of the result. */
export const takenMessage = '会社名、文書番号、○の数は、この判断の結果から作る書類に写します。';

/** Ends what is said of every file that is refused. */
export const unchangedMessage = '選んだ答えは、変えていません。';
