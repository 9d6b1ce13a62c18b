import type { Named } from '../model/fields.ts';
import { heldTo } from './cues.ts';
import type { ActorTools } from './direct-actors.ts';
import type { Mention } from './names.ts';
import type { Place } from './places.ts';
import { plainSentence } from './sentences.ts';

/** 従業者に遵守させる, 委託先から報告させる: another acts as well; 責任者をおく: another is given the part. */
const isMade =
  /^(?:等|ら)?(?:(?:に(?!は)|に対し(?:て)?)[^。、]{0,30}(?:(?:遵守|順守)させ|徹底する)|からの[^。、]{0,24}(?:誓約書|同意書|申告書)を[^。]*提出|の(?:私物|私有物|個人所有)|が(?:指示|監督|立ち?会)(?:し|い)て|に限定する|に限るもの|から[^。]{0,40}報告させ|(?:[（(][^（）()]*[）)])?を[^。、]{0,12}(?:選任し|任命し|指名し|指定する|おくこと|置くこと|おく$|置く$))/u;

/** 従事者以外の者に伝えてはならない: those are bound as well. */
const othersOnly = /^(?:等)?以外の者(?:に|が)/u;

/** 責任を持つ者（以下「管理責任者」という。）を選任し: given the part by the name that stands in the brackets. */
const appointed = /者[（(]以下「([^」]{1,20})」という。?[）)]を[^。、]{0,12}(?:選任|任命|指名|指定)(?:し|する)/u;

/** Known roles that the place's duty makes act, beside whoever has the duty. */
export function whoIsMade(place: Place, { mentionsOf, names }: ActorTools): Named[] {
  return place.sentences.flatMap((sentence) => {
    const mentions = mentionsOf(sentence);
    const made = mentions.filter(({ end }) => isMade.test(sentence.text.slice(end)));
    const apart = mentions.filter(({ end }) => othersOnly.test(sentence.text.slice(end)));
    const group = [...made, ...apart].flatMap((one) => withJoined(sentence.text, mentions, one));
    const office = appointed.exec(sentence.original)?.[1];
    const named = office === undefined ? [] : names.find(plainSentence(office));
    return [...group, ...named].flatMap(({ who }) => (who?.id ? [who] : []));
  });
}

/** 管理責任者及び従事者に: all that are named together. */
function withJoined(text: string, mentions: readonly Mention[], last: Mention): Mention[] {
  const group = [last];
  for (let index = mentions.indexOf(last) - 1; index >= 0; index--) {
    const [other, first] = [mentions[index], group[0]];
    if (!other || !first || !/^(?:及び|並びに|および|ならびに|、|・|と)$/u.test(text.slice(other.end, first.start)))
      break;
    group.unshift(other);
  }
  return group;
}

/** 従業者は…行うこととして定め、遵守させる; 管理者：…者であり、一人以上定める: the one who makes them is meant as well. */
export function isHeldTo({ text }: Place): boolean {
  return heldTo.test(text) || /^[^：:、。]{2,20}[：:].*を?(?:定める|置く|選任する|任命する)。?$/u.test(text);
}
