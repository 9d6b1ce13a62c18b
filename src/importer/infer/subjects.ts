import type { Mention } from './names.ts';
import type { Sentence } from './sentences.ts';

/** Between two that act together: 業務責任者及び業務従事者は. */
const joins =
  /^(?:等|ら)?(?:及び|並びに|又は|若しくは|および|ならびに|または|もしくは|、|・|と|や|,|，)(?:各|全|当該|同|当社の|本)?$/u;

/** After one who acts. 委託先には is somebody it is done to. */
const topic = /^(?:等|ら|各自|全員|本人|自身|自ら|双方)?は(?!じめ|もとより|もちろん)/u;
/** 受託者において, 受託者での: it is a body's doing. */
const within = /^(?:において(?:は|も)?|では|での)/u;
const subject = /^(?:等|ら|各自|全員|本人|自身|自ら|双方)?が/u;

/** A clause that ends so is a condition; who acts in it is not who is bound. */
const condition =
  /(?:場合|とき|時|際|ため|よう|こと|もの|当たり|当たって|あたり|おそれ|以前|以後|前|後|まで)(?:に|で|は|には|において|、|が|を|の|から|$)/u;

/** が with its verb before a noun says which one is meant: 甲が指定する履行場所. */
const relative =
  /^[^、]{0,16}?(?:する|した|できる|定める|定めた|認める|認めた|有する|行う|行った|ある|いる|れる|れた|える|えた|う|った|んだ)(?=[一-鿿ァ-ヺ「『])/u;

/** A group of mentions that act, and where their words begin and end. */
export interface Subject {
  mentions: Mention[];
  start: number;
  end: number;
  /** By が: who does it in the main clause, beside a topic that is a thing. */
  byGa: boolean;
}

/** Who acts in a sentence by its grammar: 情報システム管理者は, 業務責任者及び業務従事者は, 要件は責任者が決定する. */
export function findSubjects({ text }: Sentence, mentions: readonly Mention[]): Subject[] {
  const subjects: Subject[] = [];
  for (const [index, mention] of mentions.entries()) {
    const after = text.slice(mention.end);
    const group = [mention];
    let { start } = mention;
    for (let at = index - 1; at >= 0; at--) {
      const other = mentions[at];
      if (!other || !joins.test(text.slice(other.end, start))) break;
      group.unshift(other);
      start = other.start;
    }
    const isTopic = topic.test(after) || (start === 0 && within.test(after));
    if (!isTopic && !isActing(text, start, after)) continue;
    subjects.push({ mentions: group, start, end: mention.end + 1, byGa: !isTopic });
  }
  const topics = subjects.filter(({ byGa }) => !byGa);
  return topics.length > 0 ? topics : subjects.slice(0, 1);
}

function isActing(text: string, start: number, after: string): boolean {
  if (!subject.test(after)) return false;
  const rest = after.replace(subject, '');
  // 鍵は、管理者が保管し、貸し出すときは…: what comes after the first clause is no condition of it.
  const clause = /^[^、]*[しりみきびちえけせて]、(?!又は|または|若しくは|もしくは|かつ|及び)/u.exec(rest)?.[0] ?? rest;
  if (condition.test(clause) || relative.test(rest)) return false;
  // It begins a clause, after a topic or a comma, or the sentence itself.
  return start === 0 || /(?:[、は]|[はに]、|の)$/u.test(text.slice(0, start));
}
