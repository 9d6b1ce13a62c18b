import type { Modality } from '../../core/regulation/provision.ts';
import type { Certainty, Inferred } from '../model/fields.ts';
import { cases, checkList, contact, exception, explains, meaning, remark, scale, state, thought } from './cues.ts';
import { type Mood, moodOf } from './moods.ts';
import { headingOf, innerTitleOf, introOf, isInner, isList, type Place, titleOf } from './places.ts';
import { type Sentence, wordsOf } from './sentences.ts';
import { tableMood } from './table-mood.ts';

/** Titles of headings whose places explain, define, forbid or leave open, unless their own words say otherwise. */
const titles: readonly [RegExp, Modality][] = [
  [/(?:^|の|語)定義(?:等|について)?$|^用語|とは$/u, 'definition'],
  [/禁止(?:事項|行為|する|アカウント)|禁止$|してはならない|遵守してはならない/u, 'must-not'],
  [
    /附則|(?:^|の)(?:施行|改[定訂正])(?:日|期日)$|改[定訂正](?:履歴|経緯)|沿革|目次|参考|連絡先|コメント/u,
    'information',
  ],
];
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
  if (own) return said(own.mood.modality, own.mood.isFixed && !isMixed(place, own.mood) ? 'sure' : 'guess');
  return guess(title ?? 'information');
}

/** 「事故」とは…をいう。事故に備えて…を策定する。: what only explains stands beside something else. */
function isMixed({ sentences }: Place, { modality }: Mood): boolean {
  if (modality === 'must' || modality === 'must-not') return false;
  return sentences.some(({ text }) => (moodOf(text)?.modality ?? modality) !== modality);
}

/** 次の目的で, 以下の利用目的のために, 次のとおり利用目的を: what introduces ends. */
const ends = /(?:次|以下|下記|各号)[^。]{0,20}目的(?:で|に|のため|の範囲|とする|とします)|目的は、?(?:次|以下|下記)/u;

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
  // 以下の利用目的で利用します。 What is listed are ends, which nobody has to do.
  if (isNoun) return above === 'must' && ends.test(intro.text) ? 'information' : above;
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
