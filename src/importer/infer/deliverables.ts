import type { Modality } from '../../core/regulation/provision.ts';
import { fold } from '../../search/fold.ts';
import type { Inferred, Named } from '../model/fields.ts';
import type { Known } from './known.ts';
import type { Place } from './places.ts';
import { wordsOf } from './sentences.ts';

/** What one makes, keeps or hands in, by the end of its name. */
const kinds =
  '管理台帳|台帳|管理簿|記録簿|帳簿|名簿|名簿等|報告書|計画書|申請書|申込書|届出書|届|誓約書|同意書|契約書|契約|覚書|証明書|完了報告書|確認書|通知書|手順書|仕様書|議事録|チェックリスト|確認リスト|リスト|一覧表|一覧|連絡体制表|体制図|体制表|構成図|規程|要領|教育計画|計画|実施記録|記録|ログ|調書|点検表|確認票|伝票|票|日誌';

const letters = '[一-鿿々ァ-ヺーA-Za-z・]';
const record = new RegExp(
  `「(?<quoted>[^「」]{1,40}(?:${kinds}))」|(?<plain>(?:(?![及又並若他])${letters}){0,20}?(?:${kinds}))(?!${letters})`,
  'gu',
);

/** Verbs by which a record comes about or is handed on, soon after it. に定める only names it. */
const made =
  /^(?:等|案)?(?:を|について(?:は)?、?)[^、。]{0,16}?(?:作成|整備|備え|調製|提出|記載|明記|記入|記録|登録|保存|保管|整理|更新|締結|策定|立案|作る|作り|徴|取得|交わ|受領|入手|受け取|添付|届け出|提示|制定)|^(?:等)?に(?:は、?[^。]{0,120}?|[^、。]{0,24}?)(?:記載(?!の)|明記|記入|記録|登録|表示|添付|署名)|^(?:等)?(?:により|で)[^、。]{0,24}?(?:管理|記録|報告|届け出|申請|提示|提出|評価|確認|点検)/u;

/** A name that can only be a record's, and right after it what makes it one: 台帳に記載する, 報告書を提出する. */
const fixedName = /(?:台帳|簿|報告書|申請書|申込書|届出書|誓約書|同意書|計画書|確認書|議事録|日誌)$/u;
const fixedVerb =
  /^(?:を(?:作成|提出|整備|備え|調製)|に(?:記載(?!の)|記録|記入|登録)|には、[^。]*を(?:記載(?!の)|記録|記入)す)/u;

/** 名簿を受け取った後, 誓約書を提出した者: made already. */
const past = /^(?:等)?を[^、。]{0,10}(?:った|した|れた|けた)(?:後|とき|場合|際|者|もの|日|[一-鿿])/u;

/** A word of its own is needed: a bare 記録を保存 says not which. */
const bare =
  /^(?:記録|計画|届|票|ログ|リスト|一覧|規程|要領|書面|帳簿|契約|本契約|当該契約|契約書|仕様書|その記録|当該記録)$/u;

/** Records that a sentence has one make, keep, hand in or get approved; one that is only mentioned is none. */
export function inferDeliverables(
  place: Place,
  modality: Modality | undefined,
  known: Known,
): Inferred<Named[]> | undefined {
  if (modality === undefined || modality === 'definition' || modality === 'information' || modality === 'may')
    return undefined;
  const ids = new Map(Object.entries(known.records).map(([id, name]) => [keyOf(name), { name, id }]));
  /** 完了報告書 for 作業完了報告書, where one record only is called so. */
  const find = (key: string): Named | 'several' | undefined => {
    const exact = ids.get(key);
    if (exact) return exact;
    const alike = [...ids].filter(([name]) => name.includes(key)).map(([, one]) => one);
    return alike.length > 1 ? 'several' : alike[0];
  };
  const found = new Map<string, Named>();
  let from = '';
  let isSure = true;
  for (const sentence of place.sentences) {
    // 記録を作成している: a check list asks whether it is so.
    if (/[てで]い(?:る|ない|ます)(?:か|こと)?$/u.test(sentence.text)) continue;
    for (const match of sentence.text.matchAll(record)) {
      const name = match.groups?.['quoted'] ?? match.groups?.['plain'] ?? '';
      const end = match.index + match[0].length;
      if (
        !made.test(sentence.text.slice(end)) ||
        past.test(sentence.text.slice(end)) ||
        (match.groups?.['plain'] && bare.test(name))
      )
        continue;
      const who = find(keyOf(name)) ?? { name };
      if (who === 'several') continue;
      found.set(keyOf(name), who);
      isSure &&= fixedName.test(name) && fixedVerb.test(sentence.text.slice(end));
      from ||= wordsOf(sentence, match.index, end);
    }
  }
  return found.size > 0 ? { value: [...found.values()], certainty: isSure ? 'sure' : 'guess', from } : undefined;
}

function keyOf(name: string): string {
  return fold(name).text.replaceAll(/\s/gu, '');
}
