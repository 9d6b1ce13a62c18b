import type { Modality } from '../../core/regulation/provision.ts';
import type { Certainty, Inferred } from '../model/fields.ts';
import { moodOf, type Mood } from './moods.ts';
import { headingOf, leadOf, type Place } from './places.ts';
import { type Sentence, wordsOf } from './sentences.ts';

/** Titles of headings whose places explain, define, forbid or leave open, unless their own words say otherwise. */
const titles: readonly [RegExp, Modality][] = [
  [/定義|用語|とは$/u, 'definition'],
  [/禁止(?:事項|する|行為)?|してはならない/u, 'must-not'],
  [/附則|施行(?:日|期日)|改(?:定|訂|正)(?:履歴|経緯|日)|沿革|目次|参考|連絡先|コメント/u, 'information'],
];

const cases = /(?:次|以下|各号|いずれか)[^。]{0,24}(?:場合|とき|もの|者|情報)[^。]{0,6}(?:を除き|を除く|以外)/u;

/** A line that stands over others inside a place: <禁止事項>, 【税務】. */
const inner = /^[<＜《【〔].*[>＞》】〕]$/u;

/** How strongly each place binds. Goes from above to below, as items take the mood of what introduces them. */
export function inferModalities(places: readonly Place[]): Map<Place, Inferred<Modality>> {
  const found = new Map<Place, Inferred<Modality>>();
  for (const place of places) {
    if (place.isHeading) continue;
    const modality = inferModality(place, found);
    if (modality) found.set(place, modality);
  }
  return found;
}

function inferModality(place: Place, known: ReadonlyMap<Place, Inferred<Modality>>): Inferred<Modality> | undefined {
  const lead = leadOf(place);
  const above = lead && known.get(lead);
  const moods = place.sentences.map((sentence) => ({ sentence, mood: moodOf(sentence.text) }));
  const own = strongest(moods);
  const title = titleMood(place);
  const guess = (value: Modality): Inferred<Modality> => ({ value, certainty: 'guess', from: '' });
  const fromText = (value: Modality, certainty: Certainty): Inferred<Modality> => ({
    value,
    certainty,
    from: own ? wordsOf(own.sentence, own.mood.start, own.mood.end) : '',
  });
  if (place.node.kind === 'history') return guess('information');
  if (lead && above && own?.mood.isFixed !== true) {
    const inherited = inherit(place, lead, above.value, own?.mood.modality, title);
    if (inherited) return own && inherited === own.mood.modality ? fromText(inherited, 'guess') : guess(inherited);
  }
  if (lead && above && own && (above.value === 'must-not' || above.value === 'may') && isList(lead)) {
    // 次に掲げる行為をしてはならない。 (1) …すること。
    if (own.mood.modality === 'must' && /こと$/u.test(own.sentence.text)) return guess(above.value);
  }
  if (place.node.kind === 'note' && own && !own.mood.isFixed) return guess('information');
  if (title && own?.mood.isFixed !== true && !(title === 'must-not' && own)) return guess(title);
  if (own) return fromText(own.mood.modality, own.mood.isFixed ? 'sure' : 'guess');
  return guess(title ?? 'information');
}

/** What an item without a fixed form of its own has from its lead. */
function inherit(place: Place, lead: Place, above: Modality, own: Modality | undefined, title: Modality | undefined): Modality | undefined {
  const heading = innerHeading(place) ?? title;
  if (heading === 'must-not' && own === undefined) return 'must-not';
  if (lead.sentences.some(({ text }) => cases.test(text))) return 'information';
  if (own === 'must-not') return 'must-not';
  if (above === 'information' || above === 'definition') return own === undefined || own === 'must' ? above : own;
  return above === 'must' && own !== undefined ? own : above;
}

/** The strongest that obliges: a ban or a duty before a wish, a wish before a leave. A ban comes first where the sentence does. */
function strongest(moods: { sentence: Sentence; mood: Mood | undefined }[]) {
  const said = moods.flatMap(({ sentence, mood }) => (mood ? [{ sentence, mood }] : []));
  const fixed = said.filter(({ mood }) => mood.isFixed);
  const some = fixed.length > 0 && fixed.some(({ mood }) => mood.modality !== 'information') ? fixed : said;
  const binding = some.find(({ mood }) => mood.modality === 'must' || mood.modality === 'must-not');
  const order: Modality[] = ['should', 'definition', 'may', 'information'];
  return binding ?? order.map((kind) => some.find(({ mood }) => mood.modality === kind)).find((one) => one);
}

function titleMood(place: Place): Modality | undefined {
  const inside = innerHeading(place);
  if (inside) return inside;
  const heading = headingOf(place);
  if (heading?.node.kind === 'supplementary' || heading?.node.kind === 'history') return 'information';
  return moodOfTitle(place.node.caption ? (place.titles.at(-1) ?? '') : titleOf(heading));
}

function innerHeading({ text }: Place): Modality | undefined {
  const first = text.split('\n')[0] ?? '';
  return inner.test(first) ? moodOfTitle(first) : undefined;
}

function moodOfTitle(title: string): Modality | undefined {
  return titles.find(([pattern]) => pattern.test(title))?.[1];
}

function titleOf(heading: Place | undefined): string {
  return heading?.titles.at(-1) ?? '';
}

/** It introduces what follows: 次に掲げる, 以下の, 下記の. */
export function isList({ text }: Place): boolean {
  return /次の|次に|つぎ|以下|下記|各号|左記/u.test(text);
}
