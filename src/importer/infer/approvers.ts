import type { Inferred, Named } from '../model/fields.ts';
import type { Mention } from './names.ts';
import type { Place } from './places.ts';
import { type Sentence, wordsOf } from './sentences.ts';

const leave = '(?:許可|承認|承諾|同意|許諾|了解|了承|認可|決裁|裁可|決済|合意)';

/** …の(事前の書面による)許可を得て, …の承認に基づき, …の許可なく */
const asked = new RegExp(
  `^(?:等)?(?:の|から|より|に対し|に)(?:次の各号の|事前の|事前に|あらかじめ|予め|書面による|書面の|文書による|事前の書面による|事前の文書による|、)*${leave}(?:を|が|なく|なしに|無く|に基づ|のもと|の上|後|された|がな|がある|を要)(?!与え|行い|行う|する)`,
  'u',
);

/** …に申請し、承認を得なければならない */
const applied = new RegExp(
  `^(?:等)?(?:に|へ|あてに|宛てに)[^。]{0,40}?(?:申請|申し出|提示|提出|届け出|届出|協議|相談|申込)[^。]{0,12}、(?:その)?${leave}を(?:得|受け)`,
  'u',
);

/** …が必要と認めた場合, …が承認した場合を除き */
const grants =
  /^(?:等)?が(?:[^、。]{0,12}?(?:必要|やむを得ない|支障(?:が)?ない|適当|生じない|特に必要)[^、。]{0,8}?と)?(?:認め(?:た|る)|承認した|許可した|承諾した|同意した|指示した(?!が))(?:場合|とき|時|もの|者|上で)/u;

/** Those whose leave a place asks for. Whoever gives leave as their own part of the work is no approver. */
export function inferApprovers(
  place: Place,
  mentionsOf: (sentence: Sentence) => readonly Mention[],
  actors: readonly Named[],
): Inferred<Named[]> | undefined {
  const found = new Map<string, Named>();
  let from = '';
  for (const sentence of place.sentences) {
    const mentions = mentionsOf(sentence);
    for (const [index, mention] of mentions.entries()) {
      const after = sentence.text.slice(mention.end);
      const match = asked.exec(after) ?? applied.exec(after) ?? grants.exec(after);
      if (!match) continue;
      // 甲が必要と認める場合は、公表することができる: it decides for itself.
      if (!asked.test(after) && mention.who && actors.some(({ name }) => name === mention.who?.name)) continue;
      const group = [mention];
      let start = mention.start;
      for (let at = index - 1; at >= 0; at--) {
        const other = mentions[at];
        if (
          !other ||
          !/^(?:又は|若しくは|または|もしくは|及び|並びに|および|、|・)$/u.test(sentence.text.slice(other.end, start))
        )
          break;
        group.unshift(other);
        start = other.start;
      }
      if (group.some(({ who }) => who === undefined)) continue;
      for (const { who } of group) if (who) found.set(who.id ?? who.name, who);
      from ||= wordsOf(sentence, start, mention.end + match[0].length);
    }
  }
  return found.size > 0 ? { value: [...found.values()], certainty: 'sure', from } : undefined;
}
