import type { Modality } from '../../core/regulation/provision.ts';
import type { Certainty, Inferred } from '../model/fields.ts';
import { agentPattern } from './agents.ts';
import { type Mood, moodOf } from './moods.ts';
import { headingOf, innerTitleOf, introOf, isInner, isList, type Place } from './places.ts';
import { type Sentence, wordsOf } from './sentences.ts';

/** Titles of headings whose places explain, define, forbid or leave open, unless their own words say otherwise. */
const titles: readonly [RegExp, Modality][] = [
  [/(?:^|の|語)定義(?:等|について)?$|^用語|とは$/u, 'definition'],
  [/禁止(?:事項|行為|する|アカウント)|禁止$|してはならない|遵守してはならない/u, 'must-not'],
  [
    /附則|(?:^|の)(?:施行|改[定訂正])(?:日|期日)$|改[定訂正](?:履歴|経緯)|沿革|目次|参考|連絡先|コメント/u,
    'information',
  ],
];

/** What is listed is no duty: the cases that a rule leaves out. */
const cases = /(?:次|以下|各号|いずれか)[^。]{0,24}(?:場合|とき|もの|者|情報)[^。]{0,6}(?:を除き|を除く|以外)/u;

/** What follows explains a scale, a division or a word: 以下の基準に従って評価する. */
const scale =
  /(?:次|以下|下記|下表|別表)[^。]{0,12}(?:基準|区分|分類|定義|レベル|目安|参考に[^。]{0,12}(?:判断|評価|分類|区分))/u;

/** A line that says how something is, and not that it be done: 認証を取得している, 適切であること. */
const state = /(?:[てで]い(?:る|ない)|である|がある|がない|はない)(?:こと)?$/u;

/** What follows is thought of, and nobody's to do: 以下の事態を想定する. */
const thought = /(?:次|以下|下記)[^。]*を(?:想定する|対象とする|前提とする|例とする)$/u;

/** A name that says what stands below it is an explanation. */
const explains = /^(?:趣旨|解説|説明|参考|補足|注記|備考|例|記載例|留意点の解説)$/u;

/** 編集時注意：, 備考：, 例）: a remark beside the rules. */
const remark = /^(?:編集時注意|編集上の注意|作成上の注意|注意|備考|参考|補足|注|例|記入例)[:：）)]/u;

/** 適用範囲｜全社: whom or what the document is about. */
const scope = /^(?:適用範囲|適用対象|対象範囲|対象|文書番号|制定日|改訂日|改定日|施行日|所管|主管)$/u;

/** 保護担当者：…を担当する者, *個人データ：…を構成する個人情報: a word and what it means. */
const meaning =
  /^[*＊]?[^：、。]{2,20}：[^。]*(?:者|もの|ことをいう)$|^[*＊][^：、。]{2,20}：[^。]*[^。いうくすつぬむるだ]$/u;

/** 業務上必要な場合は、…の許可を得る。 after a ban opens it. */
const exception = /必要(?:な場合|なとき|があるとき|がある場合)[^。]*(?:許可|承認|承諾)を(?:得る|受ける)(?:こと)?$/u;

/** A list that asks how things are. */
export const checkList = /確認(?:リスト|表|票)|チェック(?:リスト|シート|表)|点検(?:表|票|シート)/u;

/** Addresses and numbers to call. */
export const contact = /https?:|TEL|電話番号|E-?mail|メールアドレス：|FAX[:：]/iu;

/** How strongly each place binds. Goes from above to below, as items take the mood of what introduces them. */
export function inferModalities(places: readonly Place[]): Map<Place, Inferred<Modality>> {
  const found = new Map<Place, Inferred<Modality>>();
  for (const place of places) if (!place.isHeading) found.set(place, inferModality(place, found));
  return found;
}

function inferModality(place: Place, known: ReadonlyMap<Place, Inferred<Modality>>): Inferred<Modality> {
  const guess = (value: Modality): Inferred<Modality> => ({ value, certainty: 'guess', from: '' });
  const intro = introOf(place);
  const above = intro && known.get(intro)?.value;
  const own = strongest(place);
  const said = (value: Modality, certainty: Certainty): Inferred<Modality> => ({
    value,
    certainty,
    from: own ? wordsOf(own.sentence, own.mood.start, own.mood.end) : '',
  });
  if (isInner(place)) return guess('information');
  if (!own && contact.test(place.text)) return guess('information');
  if (explains.test(nameOver(place)) || (own?.mood.isFixed !== true && remark.test(place.text)))
    return said('information', 'guess');
  if (!own?.mood.isFixed && !place.node.table && meaning.test(place.text.replaceAll(/\s/gu, '')))
    return guess('definition');
  const before = place.before && known.get(place.before)?.value;
  // 前項は、…する場合も同様とする: as the place before it.
  if (own && before && /同様とする$/u.test(own.sentence.text)) return said(before, 'guess');
  if (before === 'must-not' && own && exception.test(own.sentence.text)) return said('may', 'guess');
  const title = titleMood(place);
  if (place.node.table) return guess(tableMood(place, own?.mood, intro, above, title));
  const inside = innerTitleOf(place) ?? titleOf(headingOf(place));
  if (own && /基準/u.test(inside) && state.test(own.sentence.text)) return guess('definition');
  if (own && checkList.test(titleOf(headingOf(place))) && state.test(own.sentence.text)) return guess('should');
  if (intro && above) {
    const inherited = inherit(place, intro, above, own?.mood, title);
    if (inherited) return inherited === own?.mood.modality ? said(inherited, 'guess') : guess(inherited);
  } else if (own && /要件|条件/u.test(inside) && state.test(own.sentence.text)) {
    return guess('definition');
  }
  if (place.node.kind === 'note' && own?.mood.isFixed !== true) return guess('information');
  if (title && own?.mood.isFixed !== true && !(title === 'must-not' && own)) return guess(title);
  if (own) return said(own.mood.modality, own.mood.isFixed ? 'sure' : 'guess');
  return guess(title ?? 'information');
}

/** What an item has from what introduces it; undefined where its own words decide. */
function inherit(
  place: Place,
  intro: Place,
  above: Modality,
  own: Mood | undefined,
  title: Modality | undefined,
): Modality | undefined {
  const heading = innerMood(place) ?? title;
  if (!own && heading === 'must-not') return 'must-not';
  if (intro.sentences.some(({ text }) => cases.test(text) || thought.test(text)) && own?.isFixed !== true)
    return 'information';
  // …してはならない。ただし、次の場合は、この限りでない。 (1) …場合: what is listed is let off.
  const proviso = intro.sentences.at(-1)?.text ?? '';
  if (!own && /^(?:ただし|但し)、?.*(?:次|以下|各号)/u.test(proviso) && moodOf(proviso)?.modality === 'may')
    return 'may';
  const isNoun = own === undefined || /の禁止。?$/u.test(place.text);
  if (scale.test(intro.text) && own?.isFixed !== true) return 'definition';
  if (isNoun) {
    return /目的$/u.test(titleOf(headingOf(place))) ? 'information' : above;
  }
  if (/^(?:なお|また|又|ただし|但し|この|その)/u.test(place.text)) return undefined;
  const says = intro.sentences.some(({ closed }) => closed);
  // 次に掲げる行為をしてはならない。 (1) …すること。
  if (says && isList(intro) && (above === 'must-not' || above === 'may' || above === 'should')) {
    if (own.modality === 'must' && (!own.isFixed || /こと。?$/u.test(place.text))) return above;
  }
  if (own.isFixed) return undefined;
  if (own.modality === 'information') return above;
  if (above === 'definition' && own.modality === 'must') return above;
  return undefined;
}

/** What a table's rows are: duties where a duty introduces them, a check list's wishes, or facts. */
function tableMood(
  place: Place,
  own: Mood | undefined,
  intro: Place | undefined,
  above: Modality | undefined,
  title: Modality | undefined,
): Modality {
  const rows = place.node.table?.rows ?? [];
  const cells = rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('')));
  const first = cells[0]?.[0] ?? '';
  const last = place.sentences.at(-1)?.text ?? '';
  if (scope.test(first.replaceAll(/\s/gu, ''))) return 'information';
  if (
    rows.length > 0 &&
    cells.every((row) => row.length > 1 && isSomebody(row[0] ?? '') && /[者員]。?$/u.test(row.at(-1) ?? ''))
  )
    return 'definition';
  if (/^(?:[^ 　]*可能|許可)/u.test(first)) return 'may';
  if (/禁止|不可$/u.test(last.replace(/※.*$/u, '')) && cells.length === 1) return 'must-not';
  if (/ている$/u.test(last) && cells.every((row) => row.length <= 4))
    return above === 'definition' ? 'definition' : 'should';
  if (intro && scale.test(intro.text)) return 'definition';
  if (
    cells.every((row) => row.length > 1) &&
    cells.slice(cells.length > 1 ? 1 : 0).some((row) => isSomebody(row.at(-1) ?? ''))
  )
    return 'definition';
  const isNarrow = cells.every((row) => row.length <= 2);
  if (isNarrow && (own?.modality === 'must-not' || own?.modality === 'must')) return own.modality;
  if (title && !above) return title;
  if (above && (cells.length === 1 || cells[0]?.length === 1 || !intro || isList(intro) || /表/u.test(intro.text)))
    return above;
  return /基準|要件|標準|条件/u.test(titleOf(headingOf(place))) ? 'definition' : 'information';
}

/** A cell that names who it is, and nothing else. */
function isSomebody(cell: string): boolean {
  return (
    cell
      .replaceAll(/\s/gu, '')
      .replaceAll(agentPattern, '')
      .replaceAll(/又は|または|及び|、|・/gu, '') === '' && cell !== ''
  );
}

/** The strongest that obliges: the first ban or duty, then a wish, a definition, a leave. */
function strongest(place: Place): { sentence: Sentence; mood: Mood } | undefined {
  const all = place.sentences.filter(({ text }) => !/^[/／]/u.test(text));
  // Lines below a sentence that is closed are the items of its list.
  const some = all.some(({ closed }) => closed) ? all.filter(({ closed }) => closed) : all;
  // A name over lines that are not closed: 1 署名の内容が誤っている.
  const [name] = some;
  if (
    some.length > 1 &&
    name &&
    !name.closed &&
    !some.some(({ closed }) => closed) &&
    !moodOf(name.text) &&
    !isBracketed(name.text) &&
    !some.some(({ text }) => moodOf(text)?.isFixed)
  )
    return undefined;
  const said = some.flatMap((sentence) => {
    const mood = moodOf(sentence.text);
    return mood ? [{ sentence, mood }] : [];
  });
  const defines = said[0]?.mood.modality === 'definition' && said[0].mood.isFixed;
  const binding = said.find(
    ({ mood }) => (mood.modality === 'must' || mood.modality === 'must-not') && (mood.isFixed || !defines),
  );
  const order: Modality[] = defines ? ['definition'] : ['should', 'may', 'definition', 'information'];
  return binding ?? order.map((kind) => said.find(({ mood }) => mood.modality === kind)).find((one) => one);
}

/** The line at a place's beginning that names what follows it: 趣旨. */
function nameOver({ sentences, node }: Place): string {
  const [first, second] = sentences;
  return first && second && (first.original !== second.original || node.table) && !first.closed ? first.text : '';
}

function isBracketed(text: string): boolean {
  return /^[<＜《【〔●・]/u.test(text);
}

function titleMood(place: Place): Modality | undefined {
  const inside = innerMood(place);
  if (inside) return inside;
  const heading = headingOf(place);
  if (heading?.node.kind === 'supplementary' || heading?.node.kind === 'history') return 'information';
  return moodOfTitle(place.node.caption ? (place.titles.at(-1) ?? '') : titleOf(heading));
}

function innerMood(place: Place): Modality | undefined {
  const inside = innerTitleOf(place);
  return inside === undefined ? undefined : moodOfTitle(inside);
}

function moodOfTitle(title: string): Modality | undefined {
  return titles.find(([pattern]) => pattern.test(title))?.[1];
}

function titleOf(heading: Place | undefined): string {
  return heading?.titles.at(-1) ?? '';
}
