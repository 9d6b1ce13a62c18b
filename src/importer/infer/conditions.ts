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

/** …場合には、…ときは、…際に、…に当たっては、…した後は: the particle after it decides that it is one. */
const ending =
  /(?:(?<kind>場合|ばあい|とき|際)(?:においても|において|にあっては|であっても|であって|でも|に限り|に限って|には|は|に|で)?|(?<at>[一-鿿ァ-ヺー](?:い|し)?時)(?:以外に(?:は)?|以外は|において(?:は)?|には|は|に(?!間)|(?=直ちに|速やかに))|(?:に|を行うに)(?:当|あ)た(?:り|って)(?:は)?|(?<after>(?:した|された|の|[一-鿿ァ-ヺー])(?:後|のち))(?:において(?:も|は)?|速やかに|直ちに|遅滞なく|には|は|に|も|再度)?|(?<before>(?:する|の|う|る)(?:前|以前))(?:に|まで(?:に)?|には)|(?<during>(?:期間中|履行中|携行中|作業中|使用中|利用中|在職中|在籍中|勤務中|業務中|受講中|出張中))(?:に|は|において(?:は)?)?|(?<then>[一-鿿ァ-ヺー]+された(?=ら、)|[一-鿿ァ-ヺー]+した(?=ら、))ら)(?<mark>、|$|(?=[^、]))/gu;

/** Not times: 場合を除き, 前後, 同時に, 随時. */
const excluded = /(?:同|随|常|適|臨|当|一|瞬|平|日)時$|(?:以|今|前|午|事|最|背|直|老)後$|(?:名|人|以|事)前$/u;

/** The end of a clause that a condition does not belong to. */
const otherClause =
  /(?:[しりみきびちえけせて]|とともに|共に|ほか|うえで|上で|除き|により|ついて|ついては|関して|関しては|ため)、(?!又は|または|若しくは|もしくは|及び|および|かつ)/gu;

/** The conditions of a sentence in its order, the words that come before a boundary left out. */
export function findConditions({ text }: Sentence, skip: number, subjects: readonly Subject[]): ConditionWords[] {
  const found: ConditionWords[] = [];
  let from = skip;
  for (const match of text.matchAll(ending)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length - (groups['mark'] ?? '').length;
    if (match.index < from) continue;
    const core = match[0].replace(/、$/u, '');
    if (groups['kind'] !== undefined && !isBoundary(core, groups['kind'], text, end)) continue;
    if (excluded.test(groups['at'] ?? groups['after'] ?? groups['before'] ?? '')) continue;
    if (groups['after'] !== undefined && core === groups['after'] && text[end] !== '、') continue;
    const start = beginning(text, from, match.index, subjects);
    const words = text.slice(start, end);
    const stripped = words.replace(
      /(?:において(?:も|は)?|にあっては|であっても|であって|に限り|に限って|には|は|に|で|も|再度|速やかに|直ちに|遅滞なく)$/u,
      '',
    );
    const whole = /た(?:り|って)$/u.test(stripped.replace(/は$/u, '')) ? stripped.replace(/は$/u, '') : stripped;
    if (/^[、]?$/u.test(whole) || whole.length < 3 || /^(?:この|その|次の|以下の|前項の|前号の|上記の)?(?:場合|とき|際)$/u.test(whole)) {
      from = end;
      continue;
    }
    const every = /変更が(?:あった|生じた|ある|生じる|発生した)(?:場合|とき|際)$/u.test(whole) ? ('on-change' as const) : undefined;
    const within = groups['before'] !== undefined ? ('before' as const) : groups['after'] !== undefined ? ('after' as const) : undefined;
    const tail = /(?:速やかに|直ちに|遅滞なく)$/u.exec(words)?.[0].length ?? 0;
    found.push({ start, end: end - tail, text: whole, ...(every && { every }), ...(within && { within }) });
    from = end - tail + (text[end] === '、' ? 1 : 0);
  }
  return found;
}

/** 場合 without a particle ends a clause only before a comma; 場合を, 場合の and 場合が never do. */
function isBoundary(core: string, kind: string, text: string, end: number): boolean {
  if (core !== kind) return true;
  return text[end] === '、';
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
