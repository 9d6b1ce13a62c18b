import type { Modality } from '../../core/regulation/provision.ts';
import type { Inferred, Named } from '../model/fields.ts';
import { checkList, heldTo } from './cues.ts';
import { moodOf } from './moods.ts';
import type { Mention, Names } from './names.ts';
import type { Place } from './places.ts';
import { rowActors } from './row-actors.ts';
import { plainSentence, type Sentence, wordsOf } from './sentences.ts';
import { findSubjects } from './subjects.ts';

/** What is known of the document while its actors are looked for. */
export interface ActorTools {
  names: Names;
  mentionsOf: (sentence: Sentence) => readonly Mention[];
  modalityOf: (place: Place) => Modality | undefined;
  approversOf: (place: Place) => readonly Named[];
}

/** 管理責任者は、部門長とする: the one appointed. */
const appointed =
  /(?:は、?|^)([^、はを]{1,40}?)(?:とする|を[^、はを]{1,16}(?:者|長|役|員|主任)と(?:する|します)|をもって充てる|を充てる|が務める|がこれに当たる)/u;

/** 申出をした者は, 本人は: somebody acts, but nobody the rules have a name for. */
const anybody = /^(?:[^、は]*、)?[^、は]*(?:者|本人|代理人)は/u;

/** 従業者に徹底する, 責任者を選任する: another is to act as well, or is given a part. */
const isMade =
  /^(?:等|ら)?(?:に|を|から|に対し(?:て)?)(?![^。]*に対し)[^。]{0,60}(?:させ|徹底|選任|任命|指名|指定|置く|おく|充てる)/u;

/** 取扱者は、必要な範囲の者とする: says who they are. */
const isComposition = /(?:者|範囲|員)(?:と|に限定)する(?:こと|ものとする)?$/u;

/** 取扱者は、必要な範囲の者とすること: whoever chooses them is bound, and not they. */
const isChosen = /(?:者|範囲|員)とする(?:こと|もの)?(?:とする)?$/u;

/** 責任者に報告し、責任者は…: a clause that is somebody else's came first. */
function isLate(before: string): boolean {
  return /[しりみきびちえけせて]、(?:[^、]*(?:場合|とき|際)(?:に)?は、)?$/u.test(before);
}

/**
 * 司書は、…を行う: with an object beside it, the topic is mostly whoever acts, though no word for them is known; better
 * nobody than another one.
 */
const someTopic =
  /^(?:なお、|また、|ただし、)?[^、はがをにで]{1,14}[一-鿿ァ-ヺー](?<!場合|ワード|場所|項|号|条|際|時|後|前|中|日|月|年|期間|利用|使用|管理|保管|保存|廃棄|結果|情報|データ|媒体|機器|端末|メモリ|システム|書|簿|帳|票|証|録|表|図|物|品|室|場|鍵|線|類|等)は、(?![^、]*以下)[^。]*[^、]を[^。]+$/u;

/** Who acts by the words of the place itself; `somebody` where it is one whom the rules have no name for. */
export function directActors(
  place: Place,
  { mentionsOf, names, modalityOf }: ActorTools,
): Inferred<Named[]> | 'somebody' | undefined {
  const row = rowActors(place, mentionsOf);
  if (row) return row;
  const title = place.titles.at(-1) ?? '';
  const asked = checkList.test(title) ? names.within(title) : undefined;
  if (asked && modalityOf(place) !== 'information') return { value: [asked], certainty: 'guess', from: '' };
  const who = new Map<string, Named>();
  const named = (word: string) => names.find(plainSentence(word))[0]?.who;
  let from = '';
  let isSure = true;
  let isSomebody = false;
  const closed = place.sentences.filter((sentence) => sentence.closed);
  // Lines below a sentence that is closed are the items of its list.
  for (const sentence of closed.length > 0 ? closed : place.sentences) {
    const { text } = sentence;
    const mentions = mentionsOf(sentence);
    const office = modalityOf(place) === 'definition' ? appointed.exec(text) : undefined;
    // 従業員が持ち出した事態, an item that is a noun, says what happened and not who acts.
    const isNoun = !sentence.closed && moodOf(text) === undefined;
    const subjects = findSubjects(sentence, mentions).filter(({ byGa }) => !byGa || !isNoun);
    if (office) {
      const [start, end] = [text.indexOf(office[1] ?? '', office.index), office.index + office[0].length];
      const named = mentions.filter(
        (mention) => mention.start >= start && mention.end <= end && mention.who?.id !== undefined,
      );
      const last = named.at(-1);
      if (last?.who) {
        return { value: [last.who], certainty: 'guess', from: wordsOf(sentence, last.start, last.end) };
      }
    } else if (modalityOf(place) === 'definition') continue;
    for (const subject of subjects) {
      if (!subject.byGa && isChosen.test(text)) continue;
      if (subject.mentions.some((mention) => !mention.who)) {
        isSomebody = true;
        continue;
      }
      for (const mention of subject.mentions) {
        if (mention.who) who.set(mention.who.id ?? mention.who.name, mention.who);
        isSure &&= mention.isSure;
      }
      isSure &&= !subject.byGa && !isLate(text.slice(0, subject.start)) && !isComposition.test(text);
      from ||= wordsOf(sentence, subject.start, subject.end);
    }
    if (heldTo.test(text) || mentions.some((one) => isMade.test(text.slice(one.end)))) isSure = false;
    // The duty that comes first may be somebody else's.
    if (who.size === 0 && moodOf(text)?.modality === 'must') isSure = false;
    if (subjects.length > 0) continue;
    if (anybody.test(text) || someTopic.test(text)) isSomebody = true;
    const asking = askingActor(sentence, mentions);
    if (asking?.who) {
      who.set(asking.who.id ?? asking.who.name, asking.who);
      isSure = false;
      from ||= wordsOf(sentence, asking.start, asking.end + 1);
      continue;
    }
    // 甲乙協議の上: both.
    const both =
      /甲乙(?:協議|双方|協力|両者)|(?:双方|両者)(?:で)?協議/u.exec(text) ??
      /(?:甲|乙|委託者|受託者|発注者|受注者|委託元|委託先)(?:及び[甲乙])?と(?:の)?協議(?:の(?:うえ|上)|し(?:て|た上で|たうえで)|により)/u.exec(
        text,
      );
    const pair = both && [clientOf(names) ?? named('甲'), names.ofClass('contractor') ?? named('乙')];
    for (const one of pair ?? []) if (one) who.set(one.id ?? one.name, one);
    if (both) from ||= wordsOf(sentence, both.index, both.index + both[0].length);
    // 委託先に…させる: whoever gives the work away.
    const made = mentions.find(
      (mention) =>
        mention.who &&
        names.isOfClass('contractor', mention.who) &&
        /^(?:に対し(?:て)?|には|に|をして)[^。]*(?:させ|求め(?!に)|検査を行|監査を行|調査を行|立入)|^(?:を|の)(?:選定|評価|監督)/u.test(
          text.slice(mention.end),
        ),
    );
    const client = made && clientOf(names);
    if (client) {
      who.set(client.id ?? client.name, client);
      isSure = false;
      from ||= wordsOf(sentence, made.start, made.end);
    }
  }
  if (who.size > 0) return { value: [...who.values()], certainty: isSure ? 'sure' : 'guess', from };
  return isSomebody ? 'somebody' : undefined;
}

/** 委託先が再委託する場合には、当社の許諾を得る: who wants to do it has to ask. */
function askingActor({ text }: Sentence, mentions: readonly Mention[]): Mention | undefined {
  const first = mentions[0];
  if (!first || first.start > 0 || !/^が/u.test(text.slice(first.end))) return undefined;
  return /(?:場合|とき|際)(?:に)?(?:は)?、[^、]*(?:許可|承認|承諾|許諾|同意|了解)を(?:得|受け)/u.test(text)
    ? first
    : undefined;
}

/** Who gives the work away. */
function clientOf(names: Names): Named | undefined {
  return names.ofClass('client') ?? names.ofClass('own') ?? names.ofClass('authority');
}
