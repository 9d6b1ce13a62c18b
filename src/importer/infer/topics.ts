import { fold } from '../../search/fold.ts';
import { toRuns } from '../../search/tokens.ts';
import type { Inferred } from '../model/fields.ts';
import type { Known } from './known.ts';
import { headingOf, type Place } from './places.ts';
import { topicWords } from './topic-words.ts';

/** How the words of a topic are looked up: in the one spelling of the search, each with what it weighs. */
interface TopicEntry {
  id: string;
  words: Map<string, number>;
}

/** Words that say nothing of what a place is about. */
const empty =
  /^(?:管理|利用|実施|情報|業務|対策|措置|取扱|規程|規定|事項|関連|等|的|者|化|運用|契約|条項|求|特定|システム)$/u;

/** Topics by what a place and its headings speak of. */
export function toTopicFinder(known: Known): (place: Place) => Inferred<string[]> | undefined {
  const entries = Object.entries(known.topics).map(([id, name]) => toEntry(id, name));
  const cache = new Map<string, string>();
  const foldOnce = (text: string) => {
    const kept = cache.get(text) ?? fold(text).text.replaceAll(/\s/gu, '');
    cache.set(text, kept);
    return kept;
  };
  return (place) => {
    const heading = headingOf(place);
    const own = foldOnce(place.text);
    const near = foldOnce(place.titles.at(-1) ?? '');
    const far = foldOnce(place.titles.slice(0, -1).join('\n'));
    const lead = place.parent && place.parent !== heading ? foldOnce(place.parent.text) : '';
    const scored = entries.flatMap(({ id, words }) => {
      let score = 0;
      for (const [word, weight] of words) {
        if (own.includes(word)) score += 2 * weight;
        if (near.includes(word)) score += 3 * weight;
        if (far.includes(word)) score += 2 * weight;
        if (lead.includes(word)) score += weight;
      }
      return score >= 3 ? [{ id, score }] : [];
    });
    scored.sort((a, b) => b.score - a.score);
    const best = scored[0];
    if (!best) return undefined;
    const value = scored
      .filter(({ score }) => score >= best.score * 0.75)
      .slice(0, 2)
      .map(({ id }) => id);
    return { value, certainty: 'guess', from: '' };
  };
}

/** A topic of its own name: 廃棄・返還 is looked for as 廃棄 and as 返還. Those that the project ships bring more words. */
function toEntry(id: string, name: string): TopicEntry {
  const words = new Map<string, number>();
  for (const { kind, text } of toRuns(name, [])) {
    if (kind !== 'kana' && kind !== 'clause' && text.length > 1 && !empty.test(text)) words.set(text, 2);
  }
  for (const [index, some] of (topicWords[id] ?? []).entries()) {
    for (const word of some) words.set(fold(word).text.replaceAll(/\s/gu, ''), index === 0 ? 2 : 1);
  }
  return { id, words };
}
