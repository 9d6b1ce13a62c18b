import type { Library } from './library.ts';
import type { Provision } from './provision.ts';

/** Headings that any regulation has: nobody looks for them. */
const general =
  /^(?:総則|目的|趣旨|定義|用語|用語の定義|適用範囲|適用対象|その他|雑則|補則|附則|付則|改[正定訂].*|施行.*)$/;
/** So many are enough to show what may be typed, and so long a one still reads as a search. */
const most = 3;
const longest = 12;

/**
 * What one might look for in the documents in force: of the topics that most provisions are about, the heading under which
 * most of them stand.
 */
export function listSearchExamples({ provisions }: Pick<Library, 'provisions'>): string[] {
  const byTopic = new Map<string, Map<string, number>>();
  const byTitle = new Map<string, number>();
  for (const provision of provisions.values()) {
    const title = titleOf(provision);
    if (!title) continue;
    add(byTitle, title);
    for (const topic of provision.topics) {
      const titles = byTopic.get(topic) ?? new Map<string, number>();
      add(titles, title);
      byTopic.set(topic, titles);
    }
  }
  const sum = (titles: ReadonlyMap<string, number>) => [...titles.values()].reduce((all, one) => all + one, 0);
  const topics = [...byTopic.values()].sort((a, b) => sum(b) - sum(a));
  const leading = topics.flatMap((titles) => byCount(titles)[0] ?? []);
  return [...new Set([...leading, ...byCount(byTitle)])].slice(0, most);
}

/** The words of its nearest heading that would find it; undefined where they are too many or say nothing. */
function titleOf({ section }: Provision): string | undefined {
  const title =
    section
      .at(-1)
      ?.caption.replace(/^[（(【[「]|[）)】\]」]$/g, '')
      .trim() ?? '';
  return title === '' || title.length > longest || general.test(title) ? undefined : title;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Most first; of as many, the one that comes first in the documents. */
function byCount(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
