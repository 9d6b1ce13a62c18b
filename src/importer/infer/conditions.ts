import type { WrittenWhen } from '../../core/regulation/provision.ts';
import type { Sentence } from './sentences.ts';
import type { Subject } from './subjects.ts';

/** A condition of a sentence: where it stands, and its words without the particle at the end. */
export interface ConditionWords {
  start: number;
  end: number;
  text: string;
  within?: WrittenWhen['within'];
  every?: WrittenWhen['every'];
}

type Kind = 'case' | 'at' | 'course' | 'after' | 'before' | 'during' | 'then';

const particle =
  '(?:においても|においては|において|にあっては|であっても|であって|でも|に限り|に限って|には|は|に|で)?';

/**
 * What ends a condition, and the particle that decides it is one. 場合を除き, 場合がある and 場合の are none:
 * nothing of what follows here fits them.
 */
const endings: readonly (readonly [Kind, string])[] = [
  // …場合には、 …ときは、 …際に、 作業を終えた時は、
  ['case', `(?:場合|ばあい|とき|際|(?<=[たるいなの])時(?![間点期代刻]))${particle}`],
  // 離席時に、 FAX送信時には、 利用時以外には、 契約の解除時、
  [
    'at',
    '(?<=[一-鿿ァ-ヺー])(?:い|し)?時(?:以外に(?:は)?|以外は(?!原則)|においては|において|には|は|に(?!間)|(?=、|直ちに|速やかに))',
  ],
  // 履行に当たり、 授受に当たっては、
  ['course', '(?:に|を行うに)(?:当|あ)た(?:り|って)(?:は)?'],
  // 実施後においては、 終了した後は、
  [
    'after',
    '(?<=[ただの一-鿿ァ-ヺー])(?:後|のち)(?:においても|においては|において|には|は|に|も|(?=、|速やかに|直ちに|遅滞なく|再度))',
  ],
  // 利用を開始する前に、
  ['before', '(?<=する|の|う|る|[一-鿿])(?:前|以前)(?:に|までに|には)'],
  // 利用期間中は、
  ['during', '(?<=期間|履行|携行|作業|使用|利用|在職|在籍|勤務|業務|受講|出張|会議|外出)中(?:は|においては|(?=、))'],
  // アップデートが通知されたら、
  ['then', '(?<=[一-鿿ァ-ヺー][ぁ-ん]{0,3})(?:たら|だら)(?=、|速やかに|直ちに)'],
];

const pattern = new RegExp(endings.map(([kind, words]) => `(?<${kind}>${words})`).join('|'), 'gu');

/** Words that look like a time and are another word: 同時に, 以後, 名前に. */
const otherWords = /(?:同|随|常|適|臨|当|一|瞬|平|日)時|(?:以|今|前|午|事|最|背|直|老)後|(?:名|人|以|事|午)前/u;

/** The end of a clause that a condition does not belong to. */
const otherClause =
  /(?:(?:[しりみきびちえけせて出]|(?<=[一-鿿])い|ずに?|とともに|共に|ほか|うえで|上で|除き|により|ついて|関して|ため)、(?!又は|または|若しくは|もしくは|及び|および|かつ)|[はもを]、|[/／])/gu;

/** It points at what is listed below, or back at what was said, and is no condition in words of its own. */
const pointing =
  /(?:次に掲げる|次の各号|各号のいずれか|(?:次|以下|下記)のいずれか|次のどれか|以下の|下記の)[^、]{0,16}(?:場合|とき)$|^(?:[ア-ンイロハニホヘトa-zａ-ｚ]|[（(]?[0-9０-９]+[）)]|[①-⑳]|(?:第[0-9０-９一二三四五六七八九十]+[条項号]|前[条項号]|前各号|各号)+)の(?:場合|とき)$|^(?:この|その|次の|以下の|前項の|前号の|上記の|する)?(?:場合|とき|際|時)$/u;

/** Particles after the words of a condition. */
const trailing =
  /(?:においても|においては|において|にあっては|であっても|であって|でも|に限り|に限って|までに|には|は|に|で|も|ら)$/u;

/** The conditions of a sentence in its order. */
export function findConditions(sentence: Sentence, skip: number, subjects: readonly Subject[]): ConditionWords[] {
  const { text } = sentence;
  const found: ConditionWords[] = subjects.flatMap((subject) => relativeOf(text, skip, subject));
  let from = skip;
  for (const match of text.matchAll(pattern)) {
    const kind = endings.map(([one]) => one).find((one) => match.groups?.[one] !== undefined);
    const end = match.index + match[0].length;
    if (!kind || match.index < from || !isBoundary(kind, match[0], text, match.index, end)) continue;
    const clause = beginning(text, from, match.index, subjects);
    // 利用者IDを退職後速やかに停止する: an object before a noun of time is the sentence's own.
    const object =
      kind === 'after' && !/[たるうの]$/u.test(text.slice(0, match.index))
        ? text.slice(clause, match.index).lastIndexOf('を')
        : -1;
    const start = object < 0 ? clause : clause + object + 1;
    const words = text.slice(start, end);
    const whole =
      kind === 'course' ? words.replace(/は$/u, '') : words.replace(trailing, '') + (kind === 'then' ? 'ら' : '');
    from = end + (text[end] === '、' ? 1 : 0);
    if (whole.length < 3 || pointing.test(whole) || text[start - 1] === '/' || text[start - 1] === '／') continue;
    // 要しない場合であっても: whether or not.
    if (/ない(?:場合|とき)(?:であ(?:っ)?て|で)も$/u.test(words)) continue;
    // 疑義を生じたとき、または定めのない事項については: half of what is meant.
    if (/^、?(?:又は|または|若しくは|もしくは)[^、]*(?:については|に関しては)/u.test(text.slice(end))) continue;
    // 履行に当たり、知り得た情報: how it was learnt.
    if (kind === 'course' && /^、?(?:知り得|知った|知りえ)/u.test(text.slice(end))) continue;
    const changes = /変更が(?:あった|生じた|ある|生じる|発生した)(?:場合|とき|際|時)$/u.test(whole);
    found.push({
      start,
      end,
      text: shortened(sentence, start, whole),
      ...(changes && { every: 'on-change' as const }),
      ...((kind === 'before' || kind === 'after') && { within: kind }),
      ...(/(?:完了|終了)した(?:とき|場合|際|時)$/u.test(whole) && { within: 'after' as const }),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** …が生じた場合（以下「事故等」という。）は: 事故等の場合, where the words themselves are long. */
function shortened({ original, at }: Sentence, start: number, words: string): string {
  if (words.length <= 40) return words;
  const rest = original.slice((at[start + words.length - 1] ?? original.length) + 1);
  const name = /^[（(]以下「([^」]{1,16})」と(?:いう|する)。?[）)]/u.exec(rest)?.[1];
  const ending = /(?:場合|とき|際)$/u.exec(words)?.[0];
  return name !== undefined && ending !== undefined ? `${name}の${ending}` : words;
}

function isBoundary(kind: Kind, words: string, text: string, at: number, end: number): boolean {
  const rest = text.slice(end);
  if (kind === 'at' || kind === 'after' || kind === 'before') {
    if (otherWords.test(text.slice(Math.max(0, at - 1), at + 1) + (words.startsWith('以') ? words.slice(0, 2) : '')))
      return false;
  }
  if (kind !== 'case') return true;
  // 場合に備え, 場合を想定し, 場合は…も含む: what is thought of, not when.
  if (/^(?:備え|応じ|おける|限ら|ついて|関し|対し|該当し|準じ)/u.test(rest) || /^[^、]{0,12}(?:も含[むめ])/u.test(rest))
    return false;
  return trailing.test(words) || rest.startsWith('、') || /^[:：]/u.test(rest);
}

/** 兆候を把握した従業員は: when they learn of it. */
function relativeOf(text: string, skip: number, { start, byGa }: Subject): ConditionWords[] {
  const before = text.slice(skip, start);
  const words = byGa
    ? undefined
    : /(?:^|[、は])((?:(?!場合|とき|[はが]、).)*?(?:を|に)[^、をに]{0,16}(?:発見|把握|確認|認知|認識|気付い|気づい|受領|紛失|取得|申請|退職|異動|知っ|受け|気付い|気づい)(?:し)?た)$/u.exec(
        before,
      )?.[1];
  return words === undefined ? [] : [{ start: start - words.length, end: start, text: `${words}とき` }];
}

/** Where a condition begins: after who acts, after a clause that is done, or where the last one ended. */
function beginning(text: string, from: number, end: number, subjects: readonly Subject[]): number {
  let start = from;
  for (const subject of subjects) {
    const after = subject.end + (text[subject.end] === '、' ? 1 : 0);
    if (!subject.byGa && after > start && after <= end) start = after;
  }
  // …を保存し、変更があった場合は: what stands before the comma is another clause, unless 又は takes it up.
  let cut = 0;
  for (const { 0: clause, index } of text.slice(start, end).matchAll(otherClause)) cut = index + clause.length;
  return start + cut;
}
