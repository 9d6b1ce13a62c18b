import type { Modality } from '../../core/regulation/provision.ts';
import type { Named } from '../model/fields.ts';
import type { Mention, Names } from './names.ts';
import { headingOf, type Place } from './places.ts';
import { plainSentence, type Sentence } from './sentences.ts';

/** What a person at work does or must not do. */
const person =
  /注意事項|心得|持ち出|持出|携行|携帯|離席|退社|退勤|放置|机|離れる|書き記|書き留|覗|のぞき|盗み見|メール|添付ファイル|宛先|ブラウザ|閲覧|ウェブサイト|SNS|私有|私物|個人所有|個人が所有|自宅|在宅|紛失|撮影|録音|会話|パスワード(?:を設定|を他|の設定|の変更)|電源を切|画面|スクリーン|ログオフ|USBメモリ|スマートフォン|タブレット|ノートパソコン|見かけ|印刷物|FAX|Wi-Fi|インストール|ダウンロード|フリーメール/gu;

/** What a body does: it sets up, appoints, decides, contracts and answers to others. */
const body =
  /整備|設置|策定|制定|雇用|採用|契約を締結|契約書|委託(?:する|先|契約)|選定|監督|アクセス権を付与|アカウントを?(?:は|の|に|を)?(?:発行|登録|共有)|発行|区分し|区分する|評価(?:する|し)|任命|指名|体制|安全管理措置|開示|訂正|利用停止|本人(?:に|から|へ)|公表|利用目的|台帳|開発|保守|設計|サーバー|組織|委員会|方針|特定個人情報|個人番号|懲戒/gu;

/** Who is meant where a sentence names nobody: the body or the people of the document, by what is asked for. */
export type Defaults = (place: Place, modality: Modality | undefined) => Named | undefined;

/** この規程は、当館の全ての職員に適用する: whom the document binds. */
const scope = /(?:^|は、?)[^。]*に(?:対して|対し)?(?:適用(?:する|される|します|されます)|適用があ(?:る|ります))$/u;

/** Those whom a document says it binds. */
export function findBound(
  places: readonly Place[],
  mentionsOf: (sentence: Sentence) => readonly Mention[],
): Named | undefined {
  for (const { sentences } of places) {
    for (const sentence of sentences) {
      const mentions = scope.test(sentence.text) ? mentionsOf(sentence) : [];
      const last = mentions.find(({ end }) => /^(?:等)?に(?:対して|対し)?、?適用/u.test(sentence.text.slice(end)));
      // 教職員及び学生（以下「利用者」という。）に適用する
      const word =
        last && /^[（(]以下「([^」]{1,20})」/u.exec(sentence.original.slice((sentence.at[last.end - 1] ?? 0) + 1))?.[1];
      const named = word === undefined ? undefined : mentionsOf(plainSentence(word))[0]?.who;
      if (last?.who) return named ?? last.who;
    }
  }
  return undefined;
}

/**
 * A document with one obliged body (乙は, 協議会は) means it wherever it names nobody. Own rules mean the company or its
 * people: which of them, the words of the place, of those beside it and of its headings say. Where they do not, nobody.
 * People alone, whom a document binds or mostly names, are meant by bans and by what only people do.
 * @param direct who acts by name, place by place
 * @param bound whom the document says it binds
 */
export function toDefaults(
  names: Names,
  direct: ReadonlyMap<Place, readonly Named[]>,
  bound: Named | undefined,
): Defaults {
  const counts = new Map<string, { who: Named; count: number }>();
  let all = 0;
  for (const some of direct.values()) {
    for (const who of some) {
      if (isOfficer(who)) continue;
      const key = who.id ?? who.name;
      counts.set(key, { who, count: (counts.get(key)?.count ?? 0) + 1 });
      all++;
    }
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  const one = most && most.count >= 3 && most.count >= all * 0.6 ? most.who : undefined;
  if (one && !names.isOfClass('people', one)) return () => one;
  const own = names.ofClass('own');
  const people = names.ofClass('people');
  const meant = one ?? bound;
  if (!own || !people) {
    return (place, modality) => {
      const score = 2 * weigh(place.text) + weigh(place.titles.at(-1) ?? '');
      return score > 0 || (modality === 'must-not' && score === 0) ? meant : undefined;
    };
  }
  const scores = new Map<Place, number>();
  const scoreOf = (group: Place): number => {
    const known = scores.get(group);
    if (known !== undefined) return known;
    const score = group.children.reduce((sum, one) => sum + (one.isHeading ? 0 : weigh(one.text)) + scoreOf(one), 0);
    scores.set(group, score);
    return score;
  };
  const named = (place: Place): number => {
    let top = place;
    while (top.parent) top = top.parent;
    return namedIn(top, direct, names);
  };
  return (place, modality) => {
    const near = headingOf(place);
    const far = near && headingOf(near);
    const around = (near ? scoreOf(near) : 0) + (far ? Math.max(-1, Math.min(1, scoreOf(far) / 2)) : 0);
    const score =
      3 * weigh(place.titles.at(-1) ?? '') +
      weigh(place.titles.at(-2) ?? '') +
      3 * weigh(place.text) +
      around +
      named(place) +
      (modality === 'must-not' ? 1 : 0);
    if (score > 1) return people;
    if (score < -1) return own;
    return undefined;
  };
}

/** An office that acts for itself, and for nobody who is not named. */
function isOfficer({ name }: Named): boolean {
  return /(?:責任者|管理者|担当者|長|役|主任)$/u.test(name);
}

function weigh(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  return (
    Math.sign(count(plain, person) - count(plain, body)) *
    Math.min(3, Math.abs(count(plain, person) - count(plain, body)))
  );
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** How far those who are named under a heading are people rather than the body. */
function namedIn(top: Place, direct: ReadonlyMap<Place, readonly Named[]>, names: Names): number {
  let score = 0;
  const walk = (place: Place) => {
    for (const who of direct.get(place) ?? []) {
      if (names.isOfClass('people', who)) score++;
      if (names.isOfClass('own', who)) score--;
    }
    place.children.forEach(walk);
  };
  walk(top);
  return Math.max(-4, Math.min(4, score));
}
